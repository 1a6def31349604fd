package io.minigram.edge.error;

import io.minigram.edge.transport.ResponseType;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Answers a request that is refused before it reaches GraphQL or a REST route. */
public final class Refusals {

  private Refusals() {}

  /**
   * Ends the response with the code's status, and a body in the shape that the sender expects: a
   * GraphQL error on {@code /graphql}, {@code {"code", "message"}} elsewhere.
   */
  public static void answer(RoutingContext request, ErrorCode code, String message) {
    boolean isGraphQL = request.normalizedPath().equals("/graphql");
    var body =
        isGraphQL
            ? graphqlError(code, message)
            : new JsonObject().put("code", code.name()).put("message", message);
    var type = isGraphQL ? ResponseType.of(request).orElse(ResponseType.JSON) : ResponseType.JSON;
    request
        .response()
        .setStatusCode(code.status())
        .putHeader("Content-Type", type.header())
        .end(body.toBuffer());
  }

  private static JsonObject graphqlError(ErrorCode code, String message) {
    return new JsonObject()
        .put(
            "errors",
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("message", message)
                        .put("extensions", new JsonObject().put("code", code.name()))));
  }
}
