package io.minigram.edge.graphql;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphqlErrorBuilder;
import graphql.schema.GraphQLSchema;
import io.quarkus.arc.Unremovable;
import io.smallrye.graphql.execution.ExecutionResponse;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.smallrye.graphql.execution.ExecutionService;
import io.smallrye.graphql.schema.model.Schema;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue.ValueType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Answers what is no GraphQL request with a code, over HTTP and over WebSocket. SmallRye answers a
 * document that cannot be parsed past every instrumentation, so without one, and fails on a
 * request's members of a wrong type, as if that were its own fault.
 */
@Alternative
@Priority(1)
@Singleton
@Unremovable
public final class CheckedExecution extends ExecutionService {

  private static final Set<ValueType> NAME = Set.of(ValueType.STRING, ValueType.NULL);
  private static final Set<ValueType> MEMBERS = Set.of(ValueType.OBJECT, ValueType.NULL);

  CheckedExecution(GraphQLSchema graphQLSchema, Schema schema) {
    super(graphQLSchema, schema, Optional.empty());
  }

  @Override
  public void execute(
      JsonObject request,
      Map<String, Object> context,
      ExecutionResponseWriter writer,
      boolean async) {
    if (isRequest(request)) {
      super.execute(request, context, new CodingWriter(writer), async);
    } else {
      writer.write(new ExecutionResponse(CodedErrors.coded(notARequest())));
    }
  }

  private static boolean isRequest(JsonObject request) {
    return request != null
        && isOneOf(Set.of(ValueType.STRING), request, "query")
        && (!request.containsKey("operationName") || isOneOf(NAME, request, "operationName"))
        && (!request.containsKey("variables") || isOneOf(MEMBERS, request, "variables"));
  }

  private static boolean isOneOf(Set<ValueType> types, JsonObject request, String member) {
    return request.containsKey(member) && types.contains(request.get(member).getValueType());
  }

  private static ExecutionResult notARequest() {
    return ExecutionResultImpl.newExecutionResult()
        .addError(
            GraphqlErrorBuilder.newError()
                .message(
                    "A request is {\"query\": a string, \"variables\": an object or left out,"
                        + " \"operationName\": a string or left out}")
                .build())
        .build();
  }

  private record CodingWriter(ExecutionResponseWriter writer) implements ExecutionResponseWriter {

    @Override
    public void write(ExecutionResponse response) {
      var result = response.getExecutionResult();
      var coded = CodedErrors.coded(result);
      writer.write(coded == result ? response : new ExecutionResponse(coded));
    }

    @Override
    public void fail(Throwable failure) {
      writer.fail(failure);
    }
  }
}
