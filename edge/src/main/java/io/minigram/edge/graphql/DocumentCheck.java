package io.minigram.edge.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.GraphQLError;
import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import io.minigram.edge.error.ErrorCode;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Whether a document may be sent, and is small enough to be looked at any further. That is decided
 * before it is validated, since validation can cost more than an answer.
 */
@Singleton
final class DocumentCheck {

  /** Characters of the documents that are remembered, each with what was decided. */
  private static final long REMEMBERED = 4_000_000;

  private final KnownDocuments known;
  private final OperationLimits limits;
  private final ParserOptions options;
  private final Cache<String, Optional<GraphQLError>> decided =
      Caffeine.newBuilder()
          .maximumWeight(REMEMBERED)
          .<String, Optional<GraphQLError>>weigher((document, refusal) -> 1 + document.length())
          .build();

  DocumentCheck(KnownDocuments known, OperationLimits limits) {
    this.known = known;
    this.limits = limits;
    this.options =
        ParserOptions.getDefaultOperationParserOptions()
            .transform(builder -> builder.maxTokens(limits.tokens()));
    // SmallRye parses it again, and has no other way to be told
    ParserOptions.setDefaultOperationParserOptions(options);
  }

  /** Why the document is refused; empty if it may be validated and executed. */
  Optional<GraphQLError> refusal(String document) {
    return decided.get(document, this::decide);
  }

  private Optional<GraphQLError> decide(String text) {
    if (!known.isAllowed(text)) {
      return Optional.of(
          CodedErrors.error(
              ErrorCode.DOCUMENT_NOT_ALLOWED,
              "Only documents that the service knows are executed here"));
    }
    Document document;
    try {
      document =
          Parser.parse(
              ParserEnvironment.newParserEnvironment()
                  .document(text)
                  .parserOptions(options)
                  .build());
    } catch (ParseCancelledException e) {
      return Optional.of(
          refusal(ErrorCode.TOO_LONG, "A document has at most %d tokens", limits.tokens()));
    } catch (ParseCancelledTooDeepException e) {
      return Optional.of(tooDeep());
    } catch (InvalidSyntaxException e) {
      return Optional.of(e.toInvalidSyntaxError());
    }
    var size = DocumentSize.of(document);
    if (size.depth() > limits.depth()) {
      return Optional.of(tooDeep());
    }
    if (size.aliases() > limits.aliases()) {
      return Optional.of(
          refusal(
              ErrorCode.TOO_MANY_ALIASES,
              "At most %d fields have another name in one operation",
              limits.aliases()));
    }
    if (size.directives() > limits.directives()) {
      return Optional.of(
          refusal(
              ErrorCode.TOO_MANY_DIRECTIVES,
              "One operation has at most %d directives",
              limits.directives()));
    }
    return size.fields() > limits.complexity()
        ? Optional.of(Complexity.refusal(limits.complexity()))
        : Optional.empty();
  }

  private GraphQLError tooDeep() {
    return refusal(ErrorCode.TOO_DEEP, "At most %d fields stand below each other", limits.depth());
  }

  private static GraphQLError refusal(ErrorCode code, String message, int limit) {
    return CodedErrors.error(code, message.formatted(limit));
  }
}
