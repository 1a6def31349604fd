package io.minigram.edge.graphql;

import graphql.ExecutionResult;
import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.transport.ResponseType;
import io.smallrye.graphql.execution.ExecutionResponse;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;

/** Writes what became of an operation to HTTP. */
record HttpAnswer(RoutingContext request) implements ExecutionResponseWriter {

  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int FIRST_TEMPORARY = 501;

  @Override
  public void write(ExecutionResponse response) {
    if (isGone()) {
      return;
    }
    var http = request.response();
    var result = response.getExecutionResult();
    var type = ResponseType.of(request).orElse(ResponseType.JSON);
    int status = status(result, type);
    http.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, type.header());
    if (status == ErrorCode.METHOD_NOT_ALLOWED.status()) {
      http.putHeader(HttpHeaders.ALLOW, "POST");
    }
    if (status != OK) {
      // a proxy or a client that knows nothing of GraphQL has to see it, too
      CodedErrors.retryAfter(result.getErrors().get(0))
          .ifPresent(seconds -> http.putHeader("Retry-After", Long.toString(seconds)));
    }
    http.end(Json.encodeToBuffer(result.toSpecification()));
  }

  @Override
  public void fail(Throwable failure) {
    if (!isGone()) {
      request.fail(failure);
    }
  }

  /** Whether the connection has been closed. */
  boolean isGone() {
    return request.response().ended() || request.response().closed();
  }

  private static int status(ExecutionResult result, ResponseType type) {
    if (result.getErrors().isEmpty() || result.getData() != null) {
      return OK;
    }
    int status = ErrorCode.valueOf(CodedErrors.code(result.getErrors().get(0))).status();
    if (result.isDataPresent()) {
      // It was executed, and all of it came to nothing: a status only if it may pass later.
      return status >= FIRST_TEMPORARY && isOneCode(result) ? status : OK;
    }
    return status == BAD_REQUEST && type == ResponseType.JSON ? OK : status;
  }

  private static boolean isOneCode(ExecutionResult result) {
    return result.getErrors().stream().map(CodedErrors::code).distinct().count() == 1;
  }
}
