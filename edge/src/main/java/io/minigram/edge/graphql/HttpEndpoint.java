package io.minigram.edge.graphql;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.Refusals;
import io.minigram.edge.error.RequestException;
import io.minigram.edge.transport.ResponseType;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.smallrye.graphql.runtime.SmallRyeGraphQLAbstractHandler;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * GraphQL over HTTP, as its specification has it: GET and POST, the type of the answer as it is
 * accepted, a status that says what became of the request. SmallRye's own route answers most of
 * what is wrong with 200, and comes after this one.
 *
 * <p>Reads what is posted up to a length of its own: the one that is right for files would let a
 * caller fill the memory.
 */
@Singleton
final class HttpEndpoint extends SmallRyeGraphQLAbstractHandler {

  private static final String PATH = "/graphql";
  private static final int BEFORE_QUARKUS = -1;
  private static final int NO_CONTENT = 204;
  private static final int TOO_LARGE = 413;

  private static final String REQUEST = HttpEndpoint.class.getName();

  private final RequestReader requests;
  private final GraphQLConfig config;

  HttpEndpoint(
      CurrentIdentityAssociation identity,
      CurrentVertxRequest current,
      RequestReader requests,
      GraphQLConfig config) {
    super(identity, current, false);
    this.requests = requests;
    this.config = config;
  }

  void register(@Observes Router router) {
    var reader = BodyHandler.create(false).setBodyLimit(config.maxSize().asLongValue());
    router
        .post(PATH)
        .order(BEFORE_QUARKUS)
        .handler(
            request -> {
              // it was paused while the caller was looked at
              if (!request.request().isEnded()) {
                request.request().resume();
              }
              reader.handle(request);
            })
        .handler(this::ask)
        .failureHandler(this::fail);
    router.get(PATH).order(BEFORE_QUARKUS).handler(this::ask);
    router.route(PATH).order(BEFORE_QUARKUS).handler(HttpEndpoint::refuseMethod);
  }

  private static void refuseMethod(RoutingContext request) {
    request.response().putHeader(HttpHeaders.ALLOW, "GET, POST, OPTIONS");
    if (request.request().method().equals(HttpMethod.OPTIONS)) {
      request.response().setStatusCode(NO_CONTENT).end();
    } else {
      Refusals.answer(request, ErrorCode.METHOD_NOT_ALLOWED, "Ask by GET or POST");
    }
  }

  private void ask(RoutingContext request) {
    if (ResponseType.of(request).isEmpty()) {
      Refusals.answer(
          request,
          ErrorCode.NOT_ACCEPTABLE,
          "There is an answer as application/graphql-response+json or application/json");
      return;
    }
    try {
      request.put(REQUEST, requests.read(request));
    } catch (RequestException refused) {
      Refusals.answer(request, refused.code(), refused.getMessage());
      return;
    }
    handle(request);
  }

  @Override
  protected void doHandle(RoutingContext request) {
    var context = getMetaData(request);
    context.put(HttpMethod.class.getName(), request.request().method());
    getExecutionService().executeAsync(request.get(REQUEST), context, new HttpAnswer(request));
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
