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
import io.minigram.edge.error.RequestException;
import io.smallrye.graphql.spi.EventingService;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Gives every GraphQL error an {@code extensions.code} of {@link ErrorCode}. SmallRye's own codes
 * are names of exceptions, which tell of the inside what nobody outside should know or rely on.
 */
public final class CodedErrors implements EventingService {

  private static final String CODE = "code";

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
    if (error instanceof ExceptionWhileDataFetching failed) {
      var cause = failed.getException();
      while (cause instanceof CompletionException && cause.getCause() != null) {
        cause = cause.getCause();
      }
      return (cause instanceof RequestException refused ? refused.code() : ErrorCode.INTERNAL)
          .name();
    }
    return ErrorCode.BAD_QUERY.name();
  }

  /** The result, each of its errors with a code; nothing else of an error's extensions stays. */
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
            : error.getMessage();
    var coded =
        GraphqlErrorBuilder.newError()
            .message("%s", message)
            .errorType(error.getErrorType())
            .extensions(Map.of(CODE, code));
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
