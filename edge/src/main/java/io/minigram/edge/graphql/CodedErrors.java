package io.minigram.edge.graphql;

import graphql.ExceptionWhileDataFetching;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.Outage;
import io.minigram.edge.error.RequestException;
import io.smallrye.graphql.spi.EventingService;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Gives every GraphQL error an {@code extensions.code} of {@link ErrorCode}, and {@code
 * extensions.retryAfter}, in seconds, where the same request may pass later. SmallRye's own codes
 * are names of exceptions, which tell of the inside what nobody outside should know or rely on.
 */
public final class CodedErrors implements EventingService {

  private static final String CODE = "code";
  private static final String RETRY_AFTER = "retryAfter";

  @Override
  public String getConfigKey() {
    return null;
  }

  @Override
  public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder builder) {
    return builder.instrumentation(
        new ChainedInstrumentation(builder.build().getInstrumentation(), new Coding()));
  }

  /** The code of an error, whether or not it has been written into its extensions yet. */
  public static String code(GraphQLError error) {
    if (error.getExtensions() != null && error.getExtensions().get(CODE) instanceof String code) {
      return code;
    }
    if (error instanceof ExceptionWhileDataFetching) {
      return refusal(error).map(RequestException::code).orElse(ErrorCode.INTERNAL).name();
    }
    return ErrorCode.BAD_QUERY.name();
  }

  private static Optional<RequestException> refusal(GraphQLError error) {
    if (!(error instanceof ExceptionWhileDataFetching failed)) {
      return Optional.empty();
    }
    var cause = failed.getException();
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof RequestException refused) {
      return Optional.of(refused);
    }
    return Outage.isBehind(cause)
        ? Optional.of(RequestException.of(ErrorCode.UNAVAILABLE, Outage.MESSAGE))
        : Optional.empty();
  }

  /** What a client needs to know beside the message. */
  private static Map<String, Object> extensions(GraphQLError error, String code) {
    var extensions = new LinkedHashMap<String, Object>();
    extensions.put(CODE, code);
    refusal(error)
        .flatMap(RequestException::retryAfter)
        .ifPresent(after -> extensions.put(RETRY_AFTER, after.toSeconds()));
    if (error.getExtensions() != null && error.getExtensions().containsKey(RETRY_AFTER)) {
      extensions.put(RETRY_AFTER, error.getExtensions().get(RETRY_AFTER));
    }
    return extensions;
  }

  /**
   * The result, each of its errors with a code; nothing else of an error's own extensions stays.
   */
  static ExecutionResult coded(ExecutionResult result) {
    return result.getErrors().isEmpty()
        ? result
        : result.transform(
            builder ->
                builder.errors(result.getErrors().stream().map(CodedErrors::coded).toList()));
  }

  private static GraphQLError coded(GraphQLError error) {
    var code = code(error);
    var message =
        code.equals(ErrorCode.BAD_QUERY.name())
            ? UnquotedMessage.of(error.getMessage())
            : refusal(error).map(RequestException::getMessage).orElse(error.getMessage());
    var coded =
        GraphqlErrorBuilder.newError()
            .message("%s", message)
            .errorType(error.getErrorType())
            .extensions(extensions(error, code));
    if (error.getPath() != null) {
      coded.path(error.getPath());
    }
    if (error.getLocations() != null) {
      coded.locations(error.getLocations());
    }
    return coded.build();
  }

  private static final class Coding extends SimplePerformantInstrumentation {

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
        ExecutionResult result,
        InstrumentationExecutionParameters parameters,
        InstrumentationState state) {
      return CompletableFuture.completedFuture(coded(result));
    }
  }
}
