package io.minigram.edge.graphql;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.Refusals;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Reads what is posted to GraphQL, up to a length of its own: the one that is right for files would
 * let a caller fill the memory. Says with a code what is wrong with a body that is no JSON object.
 */
@Singleton
final class RequestBody {

  private static final int BEFORE_QUARKUS = -1;
  private static final int TOO_LARGE = 413;

  private final GraphQLConfig config;

  RequestBody(GraphQLConfig config) {
    this.config = config;
  }

  void register(@Observes Router router) {
    var reader = BodyHandler.create(false).setBodyLimit(config.maxSize().asLongValue());
    router
        .post("/graphql")
        .order(BEFORE_QUARKUS)
        .handler(
            request -> {
              // it was paused while the caller was looked at
              if (!request.request().isEnded()) {
                request.request().resume();
              }
              reader.handle(request);
            })
        .handler(RequestBody::check)
        .failureHandler(this::fail);
  }

  private static void check(RoutingContext request) {
    if (isJsonObject(request)) {
      request.next();
    } else {
      Refusals.answer(request, ErrorCode.BAD_QUERY, "The body is not a JSON object");
    }
  }

  private static boolean isJsonObject(RoutingContext request) {
    var body = request.body().asString();
    if (body == null) {
      return false;
    }
    // Line ends inside a string are no JSON, and everybody writes queries so: SmallRye reads them
    // as
    // blanks.
    return isJsonObject(body) || isJsonObject(body.replaceAll("[\\n\\r\\t]", " "));
  }

  private static boolean isJsonObject(String body) {
    try {
      return Json.decodeValue(body) instanceof JsonObject;
    } catch (DecodeException e) {
      return false;
    }
  }

  private void fail(RoutingContext request) {
    if (request.statusCode() == TOO_LARGE && !request.response().headWritten()) {
      Refusals.answer(
          request,
          ErrorCode.TOO_LARGE,
          "A GraphQL request has at most %d bytes".formatted(config.maxSize().asLongValue()));
    } else {
      request.next();
    }
  }
}
