package io.minigram.edge.access;

import graphql.ExecutionResultImpl;
import graphql.GraphqlErrorBuilder;
import io.minigram.edge.audit.AuditEvent;
import io.minigram.edge.audit.AuditLog;
import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import io.minigram.edge.graphql.RequestReader;
import io.minigram.edge.limit.RateLimit;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.jsonp.JsonProviderHolder;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.smallrye.graphql.runtime.SmallRyeGraphQLAbstractHandler;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.smallrye.graphql.execution.ExecutionResponse;
import io.smallrye.graphql.websocket.GraphQLWebSocketSession;
import io.smallrye.graphql.websocket.graphqltransportws.GraphQLTransportWSSubprotocolHandler;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * GraphQL over WebSocket (graphql-transport-ws), for those only who send a good token with {@code
 * connection_init}: {@code {"type": "connection_init", "payload": {"Authorization": "Bearer …"}}}.
 * The connection ends when the token does (1008), and when no token has come in time (4408). A
 * token in a header of the handshake must be good, too, but does not count for the connection: a
 * page cannot send one, so there is one way only.
 *
 * <p>Quarkus would go on as anonymous without a token, and end a connection only if its token is
 * not yet over when it comes.
 */
@Singleton
final class WebSocketGuard extends SmallRyeGraphQLAbstractHandler {

  private static final short EXPIRED = 1008;
  private static final short TEXT_ONLY = 1003;
  private static final short TOO_LARGE = 1009;
  private static final short INVALID_MESSAGE = 4400;
  private static final short UNAUTHORIZED = 4401;
  private static final short FORBIDDEN = 4403;
  private static final short SUBPROTOCOL_NOT_ACCEPTABLE = 4406;
  private static final short TIMEOUT = 4408;
  private static final short TOO_MANY = 4429;

  private static final String SUBPROTOCOL = "graphql-transport-ws";
  private static final String AUTHORIZATION = "Authorization";
  private static final String SCHEME = "Bearer ";
  private static final String EXPIRE_TIME = "quarkus.identity.expire-time";
  // where Quarkus keeps the token of the handshake
  private static final String EARLIER_TOKEN = "quarkus.oidc.extracted-bearer-token";

  private final CurrentIdentityAssociation currentIdentity;
  private final CurrentVertxRequest currentRequest;
  private final GraphQLPolicy policy;
  private final RequestReader requests;
  private final AccessConfig config;
  private final RateLimit limit;
  private final AuditLog audit;
  private final Vertx vertx;
  private final Clock clock;

  WebSocketGuard(
      CurrentIdentityAssociation currentIdentity,
      CurrentVertxRequest currentRequest,
      GraphQLPolicy policy,
      RequestReader requests,
      AccessConfig config,
      RateLimit limit,
      AuditLog audit,
      Vertx vertx,
      Clock clock) {
    super(currentIdentity, currentRequest, false);
    this.currentIdentity = currentIdentity;
    this.currentRequest = currentRequest;
    this.policy = policy;
    this.requests = requests;
    this.config = config;
    this.limit = limit;
    this.audit = audit;
    this.vertx = vertx;
    this.clock = clock;
  }

  /**
   * Right after authorization: filters of one priority run in the order of their registration, and
   * Quarkus registers its own first. Its route for WebSockets comes next, so no later place is
   * early enough.
   */
  void register(@Observes Filters filters) {
    filters.register(this::filter, SecurityHandlerPriorities.AUTHORIZATION);
  }

  private void filter(RoutingContext request) {
    if (GraphQLPolicy.isGraphQL(request) && GraphQLPolicy.isWebSocket(request)) {
      handle(request);
    } else {
      request.next();
    }
  }

  @Override
  protected void doHandle(RoutingContext request) {
    var metaData = getMetaData(request);
    request
        .request()
        .toWebSocket()
        .onSuccess(socket -> open(socket, request, metaData))
        .onFailure(
            failure -> {
              if (!request.response().ended()) {
                request.fail(ErrorCode.BAD_QUERY.status());
              }
            });
  }

  private void open(ServerWebSocket socket, RoutingContext request, Map<String, Object> metaData) {
    var session = new Session(socket);
    if (!SUBPROTOCOL.equals(socket.subProtocol())) {
      session.close(SUBPROTOCOL_NOT_ACCEPTABLE, "Subprotocol not acceptable");
      return;
    }
    var protocol = new Protocol(socket, session, request, metaData);
    socket.closeHandler(closed -> protocol.onClose());
    socket.exceptionHandler(protocol::onThrowable);
    socket.textMessageHandler(protocol::onMessage);
    socket.binaryMessageHandler(ignored -> session.close(TEXT_ONLY, "Send text"));
  }

  /** What one connection says and hears. */
  private final class Protocol extends GraphQLTransportWSSubprotocolHandler {

    private final ServerWebSocket socket;
    private final RoutingContext request;
    private final ContextState requestScope;
    private final Context context;
    private boolean initialising;
    private long end;

    Protocol(
        ServerWebSocket socket,
        Session session,
        RoutingContext request,
        Map<String, Object> metaData) {
      super(session, metaData);
      this.socket = socket;
      this.request = request;
      this.requestScope = (ContextState) metaData.get("state");
      this.context = vertx.getOrCreateContext();
      this.end =
          vertx.setTimer(
              config.connectionInitLimit().toMillis(),
              late -> session.close(TIMEOUT, "Connection initialisation timeout"));
    }

    @Override
    public void onMessage(String text) {
      if (session.isClosed()) {
        return;
      }
      JsonObject message;
      try {
        message = inputToJsonObject(text);
      } catch (RuntimeException e) {
        invalid();
        return;
      }
      inRequestScope(() -> onMessage(message));
    }

    @Override
    protected void onMessage(JsonObject message) {
      switch (text(message, "type").orElse("")) {
        case "connection_init" -> initialise(message);
        case "subscribe" -> subscribe(message);
        case "complete" -> {
          if (text(message, "id").isPresent()) {
            super.onMessage(message);
          } else {
            invalid();
          }
        }
        case "ping", "pong" -> super.onMessage(message);
        default -> invalid();
      }
    }

    private void initialise(JsonObject message) {
      if (initialising) {
        session.close(TOO_MANY, "Too many initialisation requests");
        return;
      }
      initialising = true;
      var authorization =
          message.get("payload") instanceof JsonObject payload
              ? text(payload, AUTHORIZATION)
              : Optional.<String>empty();
      if (authorization.filter(WebSocketGuard::isBearer).isEmpty()) {
        refuse(ErrorCode.UNAUTHENTICATED, UNAUTHORIZED, "Unauthorized");
        return;
      }
      // From here on it is the same as with a request: the same checks decide on the token.
      request.remove(EARLIER_TOKEN);
      request.request().headers().set(AUTHORIZATION, authorization.get());
      HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
      // what else has been sent waits for it
      socket.pause();
      Uni.createFrom()
          .deferred(() -> authenticator.attemptAuthentication(request))
          .subscribe()
          .with(
              identity -> context.runOnContext(ignored -> goOn(identity)),
              failure -> context.runOnContext(ignored -> goOn(null)));
    }

    private void goOn(SecurityIdentity identity) {
      authenticated(identity);
      socket.resume();
    }

    private void authenticated(SecurityIdentity identity) {
      if (session.isClosed()) {
        return;
      }
      if (identity == null || !(identity.getAttribute(EXPIRE_TIME) instanceof Long expireTime)) {
        refuse(ErrorCode.UNAUTHENTICATED, FORBIDDEN, "Forbidden");
        return;
      }
      QuarkusHttpUser.setIdentity(identity, request);
      if (!policy.admits(identity)) {
        refuse(ErrorCode.FORBIDDEN, FORBIDDEN, "Forbidden");
        return;
      }
      vertx.cancelTimer(end);
      end =
          vertx.setTimer(
              Math.max(1, expireTime * 1_000 - clock.millis()),
              expired -> session.close(EXPIRED, "Authentication expired"));
      inRequestScope(
          () -> {
            currentIdentity.setIdentity(identity);
            currentRequest.setCurrent(request);
            acknowledge();
          });
    }

    private void acknowledge() {
      try {
        sendConnectionAckMessage();
      } catch (IOException e) {
        throw new IllegalStateException("A socket of ours throws none", e);
      }
    }

    private void subscribe(JsonObject message) {
      if (!connectionInitialized.get()) {
        refuse(ErrorCode.UNAUTHENTICATED, UNAUTHORIZED, "Unauthorized");
      } else if (!isOperation(message)) {
        invalid();
      } else if (limit.take(request) > 0) {
        refuse(ErrorCode.TOO_MANY_REQUESTS, TOO_MANY, "Too many requests");
      } else {
        execute(message);
      }
    }

    private void execute(JsonObject message) {
      JsonObject operation;
      try {
        operation = requests.read(message.getJsonObject("payload"));
      } catch (RequestException refused) {
        if (refused.code() == ErrorCode.BAD_QUERY) {
          invalid();
        } else {
          send(message.getString("id"), refused);
        }
        return;
      }
      super.onMessage(
          JsonProviderHolder.jsonProvider()
              .createObjectBuilder(message)
              .add("payload", operation)
              .build());
    }

    private void send(String operationId, RequestException refusal) {
      try {
        sendErrorMessage(
            operationId,
            new ExecutionResponse(
                new ExecutionResultImpl(
                    GraphqlErrorBuilder.newError()
                        .message("%s", refusal.getMessage())
                        .extensions(Map.of("code", refusal.code().name()))
                        .build())));
      } catch (IOException e) {
        throw new IllegalStateException("A socket of ours throws none", e);
      }
    }

    /** An operation that failed has ended; its id may be used again. */
    @Override
    protected void sendErrorMessage(String operationId, ExecutionResponse response)
        throws IOException {
      activeOperations.remove(operationId);
      super.sendErrorMessage(operationId, response);
    }

    /** The client broke off, or sent more than is taken; nothing that our log should tell. */
    @Override
    public void onThrowable(Throwable failure) {
      session.close(TOO_LARGE, "");
    }

    @Override
    public void onClose() {
      vertx.cancelTimer(end);
      super.onClose();
    }

    private void refuse(ErrorCode code, short status, String reason) {
      var identity =
          request.user() instanceof QuarkusHttpUser user ? user.getSecurityIdentity() : null;
      audit.write(
          request,
          AuditEvent.refused(request, identity, List.of("WebSocket /graphql"), code.name()));
      session.close(status, reason);
    }

    private void invalid() {
      session.close(INVALID_MESSAGE, "Invalid message");
    }

    private void inRequestScope(Runnable work) {
      var scope = Arc.container().requestContext();
      if (scope.isActive()) {
        work.run();
        return;
      }
      scope.activate(requestScope);
      try {
        work.run();
      } finally {
        scope.deactivate();
      }
    }
  }

  private static boolean isBearer(String authorization) {
    return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && !authorization.substring(SCHEME.length()).isBlank();
  }

  private static boolean isOperation(JsonObject message) {
    return text(message, "id").isPresent() && message.get("payload") instanceof JsonObject;
  }

  private static Optional<String> text(JsonObject object, String name) {
    return object.get(name) instanceof JsonString text
        ? Optional.of(text.getString())
        : Optional.empty();
  }

  private record Session(ServerWebSocket socket) implements GraphQLWebSocketSession {

    @Override
    public void sendMessage(String message) {
      if (!socket.isClosed()) {
        socket.writeTextMessage(message);
      }
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
