package io.minigram.edge.access;

import io.minigram.edge.access.AccessConfig.SchemaAccess;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/**
 * Who may send something to {@code /graphql} at all: those who have a role that one of its
 * operations asks for. So nobody else makes the service parse a document, or learns the schema from
 * its error messages. A WebSocket is opened by everyone, since a browser can send no token before;
 * see {@link WebSocketGuard}.
 */
@Singleton
final class GraphQLPolicy implements HttpSecurityPolicy {

  private final OperationRules rules;
  private final AccessConfig config;

  GraphQLPolicy(OperationRules rules, AccessConfig config) {
    this.rules = rules;
    this.config = config;
  }

  @Override
  public String name() {
    return "graphql";
  }

  @Override
  public Uni<CheckResult> checkPermission(
      RoutingContext request,
      Uni<SecurityIdentity> identity,
      AuthorizationRequestContext requestContext) {
    if (isSchema(request)) {
      return switch (config.schema()) {
        case OPEN -> CheckResult.permit();
        case ROLES -> identity.map(this::check);
        case CLOSED -> CheckResult.deny();
      };
    }
    if (isGraphQL(request)) {
      return config.schema() == SchemaAccess.OPEN || isWebSocket(request)
          ? CheckResult.permit()
          : identity.map(this::check);
    }
    // "/graphql/" and the like: Quarkus would serve them, and the guards know exact paths only
    return CheckResult.deny();
  }

  /** Whether somebody whose token is good may send documents. */
  boolean admits(SecurityIdentity identity) {
    return config.schema() == SchemaAccess.OPEN
        || identity.getRoles().stream().anyMatch(rules.all()::contains);
  }

  private CheckResult check(SecurityIdentity identity) {
    if (identity.isAnonymous()) {
      throw new UnauthorizedException();
    }
    if (!admits(identity)) {
      throw new ForbiddenException();
    }
    return CheckResult.PERMIT;
  }

  private static boolean isSchema(RoutingContext request) {
    return request.normalizedPath().equals("/graphql/schema.graphql");
  }

  static boolean isGraphQL(RoutingContext request) {
    return request.normalizedPath().equals("/graphql");
  }

  static boolean isWebSocket(RoutingContext request) {
    return request.request().headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true);
  }
}
