package io.minigram.edge.graphql;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphqlErrorBuilder;
import graphql.schema.GraphQLSchema;
import io.minigram.edge.error.ErrorCode;
import io.quarkus.arc.Unremovable;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.graphql.execution.ExecutionResponse;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.smallrye.graphql.execution.ExecutionService;
import io.smallrye.graphql.schema.model.Schema;
import io.vertx.ext.web.RoutingContext;
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

  private static final String RETRY_AFTER_SECONDS = "5";
  private static final Set<ValueType> NAME = Set.of(ValueType.STRING, ValueType.NULL);
  private static final Set<ValueType> MEMBERS = Set.of(ValueType.OBJECT, ValueType.NULL);

  private final CurrentVertxRequest current;

  CheckedExecution(GraphQLSchema graphQLSchema, Schema schema, CurrentVertxRequest current) {
    super(graphQLSchema, schema, Optional.empty());
    this.current = current;
  }

  @Override
  public void execute(
      JsonObject request,
      Map<String, Object> context,
      ExecutionResponseWriter writer,
      boolean async) {
    if (isRequest(request)) {
      super.execute(request, context, new CodingWriter(writer, current.getCurrent()), async);
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

  private record CodingWriter(ExecutionResponseWriter writer, RoutingContext request)
      implements ExecutionResponseWriter {

    @Override
    public void write(ExecutionResponse response) {
      var result = response.getExecutionResult();
      var coded = CodedErrors.coded(result);
      if (isOutage(coded)) {
        tellOutage();
      }
      writer.write(coded == result ? response : new ExecutionResponse(coded));
    }

    /** Whether nothing was answered, and the same request may pass later. */
    private static boolean isOutage(ExecutionResult result) {
      return result.getData() == null
          && !result.getErrors().isEmpty()
          && result.getErrors().stream()
              .map(CodedErrors::code)
              .allMatch(ErrorCode.UNAVAILABLE.name()::equals);
    }

    /** A proxy or a client that knows nothing of GraphQL has to see it, too. */
    private void tellOutage() {
      // a WebSocket has had its headers
      if (request != null && !request.response().headWritten()) {
        request.addHeadersEndHandler(
            ignored ->
                request
                    .response()
                    .setStatusCode(ErrorCode.UNAVAILABLE.status())
                    .putHeader("Retry-After", RETRY_AFTER_SECONDS));
      }
    }

    @Override
    public void fail(Throwable failure) {
      writer.fail(failure);
    }
  }
}
