package io.minigram.edge.access;

import io.minigram.edge.limit.RateLimit;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.smallrye.graphql.runtime.SmallRyeAuthGraphQLTransportWSSubprotocolHandler;
import io.quarkus.smallrye.graphql.runtime.SmallRyeGraphQLOverWebSocketHandler;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.graphql.websocket.GraphQLWebSocketSession;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Map;
import java.util.Optional;

/**
 * GraphQL over WebSocket (graphql-transport-ws), for those only who send a good token with {@code
 * connection_init}: {@code {"type": "connection_init", "payload": {"Authorization": "Bearer …"}}}.
 * Quarkus's own route goes on as anonymous without one, so this one stands before it. The
 * connection ends when the token does (1008), and when no token has come in time (4408).
 */
@Singleton
final class WebSocketGuard extends SmallRyeGraphQLOverWebSocketHandler {

  static final short UNAUTHORIZED = 4401;
  static final short TIMEOUT = 4408;
  static final short TOO_MANY_REQUESTS = 4429;
  private static final String SUBPROTOCOL = "graphql-transport-ws";
  private static final String AUTHORIZATION = "Authorization";
  private static final long INIT_LIMIT_MILLISECONDS = 10_000;
  private static final int BEFORE_QUARKUS = -1;

  private final Vertx vertx;
  private final RateLimit limit;

  WebSocketGuard(
      CurrentIdentityAssociation identity,
      CurrentVertxRequest current,
      Vertx vertx,
      RateLimit limit) {
    super(identity, current, false, Optional.of(AUTHORIZATION));
    this.vertx = vertx;
    this.limit = limit;
  }

  void register(@Observes Router router) {
    router.route("/graphql").order(BEFORE_QUARKUS).handler(this);
  }

  @Override
  public void handle(RoutingContext request) {
    if (GraphQLPolicy.isWebSocket(request)) {
      super.handle(request);
    } else {
      request.next();
    }
  }

  @Override
  protected void doHandle(RoutingContext request) {
    var context = getMetaData(request);
    request
        .request()
        .toWebSocket()
        .onSuccess(socket -> open(socket, request, context))
        .onFailure(request::fail);
  }

  private void open(ServerWebSocket socket, RoutingContext request, Map<String, Object> context) {
    var session = new Session(socket);
    if (!SUBPROTOCOL.equals(socket.subProtocol())) {
      session.close((short) 4406, "Subprotocol not acceptable");
      return;
    }
    var protocol = new Protocol(session, request, context);
    socket.closeHandler(closed -> protocol.onClose());
    socket.exceptionHandler(protocol::onThrowable);
    socket.textMessageHandler(protocol::onMessage);
  }

  private final class Protocol extends SmallRyeAuthGraphQLTransportWSSubprotocolHandler {

    private final RoutingContext request;
    private final long timeout;

    Protocol(Session session, RoutingContext request, Map<String, Object> context) {
      super(session, context, request, WebSocketGuard.this, Optional.of(AUTHORIZATION));
      this.request = request;
      this.timeout =
          vertx.setTimer(
              INIT_LIMIT_MILLISECONDS,
              late -> session.close(TIMEOUT, "Connection initialisation timeout"));
    }

    @Override
    protected void onMessage(JsonObject message) {
      if (message == null || session.isClosed()) {
        return;
      }
      switch (message.getString("type", "")) {
        case "connection_init" -> {
          if (hasBearerToken(message)) {
            super.onMessage(message);
          } else {
            session.close(UNAUTHORIZED, "Unauthorized");
          }
        }
        case "subscribe" -> {
          if (limit.take(request) > 0) {
            session.close(TOO_MANY_REQUESTS, "Too many requests");
          } else {
            super.onMessage(message);
          }
        }
        default -> super.onMessage(message);
      }
    }

    @Override
    protected void sendConnectionAckMessage() throws java.io.IOException {
      vertx.cancelTimer(timeout);
      super.sendConnectionAckMessage();
    }

    @Override
    public void onClose() {
      vertx.cancelTimer(timeout);
      super.onClose();
    }
  }

  private static boolean hasBearerToken(JsonObject message) {
    return message.get("payload") instanceof JsonObject payload
        && payload.get(AUTHORIZATION) instanceof JsonString value
        && value.getString().startsWith("Bearer ");
  }

  private record Session(ServerWebSocket socket) implements GraphQLWebSocketSession {

    @Override
    public void sendMessage(String message) {
      socket.writeTextMessage(message);
    }

    @Override
    public void close(short code, String reason) {
      if (!socket.isClosed()) {
        socket.close(code, reason);
      }
    }

    @Override
    public boolean isClosed() {
      return socket.isClosed();
    }
  }
}
