package io.minigram.edge.graphql;

import graphql.ExceptionWhileDataFetching;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.language.OperationDefinition.Operation;
import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.Outage;
import io.minigram.edge.error.RequestException;
import io.smallrye.graphql.spi.EventingService;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
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
  private static final String TIMED_OUT = "It took too long to work out; ask for less at once";

  @Override
  public String getConfigKey() {
    return null;
  }

  @Override
  public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder builder) {
    return OperationInstrumentation.add(builder, new Coding());
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

  static GraphQLError error(ErrorCode code, String message) {
    return GraphqlErrorBuilder.newError()
        .message("%s", message)
        .extensions(Map.of(CODE, code.name()))
        .build();
  }

  /** An error after which the same request may pass. */
  static GraphQLError error(ErrorCode code, String message, Duration retryAfter) {
    return GraphqlErrorBuilder.newError()
        .message("%s", message)
        .extensions(Map.of(CODE, code.name(), RETRY_AFTER, retryAfter.toSeconds()))
        .build();
  }

  /** In how many seconds the same request may pass; empty if it will not. */
  static Optional<Long> retryAfter(GraphQLError error) {
    return Optional.ofNullable(error.getExtensions())
        .map(extensions -> (Long) extensions.get(RETRY_AFTER));
  }

  private static Optional<RequestException> refusal(GraphQLError error) {
    if (!(error instanceof ExceptionWhileDataFetching)) {
      return Optional.empty();
    }
    var cause = exception(error);
    if (cause instanceof RequestException refused) {
      return Optional.of(refused);
    }
    return Outage.ofStatement(cause)
        .flatMap(
            code ->
                switch (code) {
                  case UNAVAILABLE -> Optional.of(RequestException.of(code, Outage.MESSAGE));
                  case TIMED_OUT -> Optional.of(RequestException.of(code, TIMED_OUT));
                  default -> Optional.empty();
                });
  }

  /**
   * A query of which a statement failed, answered as a whole with that one error: the others come
   * of the same. A mutation is not, since what was done before stays done.
   */
  private static ExecutionResult whole(ExecutionResult result) {
    return result.getErrors().stream()
        .filter(CodedErrors::isOfStatement)
        .min(Comparator.comparing(error -> Outage.isAfterAnother(exception(error))))
        .<ExecutionResult>map(
            error -> result.transform(builder -> builder.data(null).errors(List.of(error))))
        .orElse(result);
  }

  private static boolean isOfStatement(GraphQLError error) {
    return error instanceof ExceptionWhileDataFetching
        && (code(error).equals(ErrorCode.UNAVAILABLE.name())
            || !(exception(error) instanceof RequestException)
                && Outage.ofStatement(exception(error)).isPresent());
  }

  private static Throwable exception(GraphQLError error) {
    var cause = ((ExceptionWhileDataFetching) error).getException();
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
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
    public InstrumentationContext<ExecutionResult> beginExecuteOperation(
        InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
      var execution = parameters.getExecutionContext();
      execution
          .getGraphQLContext()
          .put(Operation.class, execution.getOperationDefinition().getOperation());
      return SimpleInstrumentationContext.noOp();
    }

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
        ExecutionResult result,
        InstrumentationExecutionParameters parameters,
        InstrumentationState state) {
      boolean isQuery = parameters.getGraphQLContext().get(Operation.class) == Operation.QUERY;
      return CompletableFuture.completedFuture(coded(isQuery ? whole(result) : result));
    }
  }
}
