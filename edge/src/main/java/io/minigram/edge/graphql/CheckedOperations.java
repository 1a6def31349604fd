package io.minigram.edge.graphql;

import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.OperationDefinition.Operation;
import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.paging.Page;
import io.quarkus.arc.Arc;
import io.smallrye.graphql.spi.EventingService;
import io.vertx.core.http.HttpMethod;
import java.util.List;

/**
 * Refuses an operation as a whole, before anything of it is looked up: one that asks for too much,
 * or does not go with how it was sent. What changes something is not done by a GET, which anything
 * may send, and again; a subscription goes on, as an answer of HTTP does not.
 */
public final class CheckedOperations implements EventingService {

  @Override
  public String getConfigKey() {
    return null;
  }

  @Override
  public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder builder) {
    var limits = Arc.container().instance(OperationLimits.class).get();
    return OperationInstrumentation.add(builder, new Checking(limits));
  }

  private static final class Checking extends SimplePerformantInstrumentation {

    private final OperationLimits limits;

    Checking(OperationLimits limits) {
      this.limits = limits;
    }

    @Override
    public InstrumentationContext<ExecutionResult> beginExecuteOperation(
        InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
      var execution = parameters.getExecutionContext();
      HttpMethod method = execution.getGraphQLContext().get(HttpMethod.class.getName());
      var operation = execution.getOperationDefinition().getOperation();
      if (method != null && operation == Operation.SUBSCRIPTION) {
        throw refusal(ErrorCode.NOT_OVER_HTTP, "Subscribe over a WebSocket");
      }
      if (HttpMethod.GET.equals(method) && operation == Operation.MUTATION) {
        throw refusal(ErrorCode.METHOD_NOT_ALLOWED, "Send mutations by POST");
      }
      if (!execution.getGraphQLContext().hasKey(CheckedExecution.OWN_DOCUMENT)) {
        check(Complexity.of(execution));
      }
      return SimpleInstrumentationContext.noOp();
    }

    private void check(Complexity complexity) {
      // more than any list has is a bad argument, wherever the service runs
      if (complexity.pageSize() > limits.pageSize() && complexity.pageSize() <= Page.MAX_FIRST) {
        throw refusal(
            ErrorCode.PAGE_TOO_LARGE,
            "first must be between 1 and %d, got %d"
                .formatted(limits.pageSize(), complexity.pageSize()));
      }
      if (complexity.fields() > limits.complexity()) {
        throw refusal(Complexity.refusal(limits.complexity()));
      }
    }

    private static AbortExecutionException refusal(ErrorCode code, String message) {
      return refusal(CodedErrors.error(code, message));
    }

    private static AbortExecutionException refusal(GraphQLError error) {
      return new AbortExecutionException(List.of(error));
    }
  }
}
