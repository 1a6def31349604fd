package io.minigram.edge.audit;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.identity.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** Audits what happens outside GraphQL operations, which are audited one by one. */
@Singleton
final class AuditFilter {

  private static final int FIRST = 1_000;
  private static final List<ErrorCode> REFUSALS =
      List.of(
          ErrorCode.UNAUTHENTICATED,
          ErrorCode.FORBIDDEN,
          ErrorCode.UNSUPPORTED_MEDIA_TYPE,
          ErrorCode.TOO_MANY_REQUESTS);
  private static final int FIRST_ERROR = 400;
  private static final int LONGEST_PATH = 200;

  private final AuditLog audit;

  AuditFilter(AuditLog audit) {
    this.audit = audit;
  }

  void register(@Observes Filters filters) {
    filters.register(
        request -> {
          request.addEndHandler(ended -> audit(request));
          request.next();
        },
        FIRST);
  }

  private void audit(RoutingContext request) {
    if (AuditLog.isDone(request)) {
      return;
    }
    var identity =
        request.user() instanceof QuarkusHttpUser user ? user.getSecurityIdentity() : null;
    int status = request.response().getStatusCode();
    var path = request.normalizedPath();
    var what =
        List.of(
            request.request().method()
                + " "
                + path.substring(0, Math.min(path.length(), LONGEST_PATH)));
    var refusal = REFUSALS.stream().filter(code -> code.status() == status).findFirst();
    if (refusal.isPresent()) {
      audit.write(request, AuditEvent.refused(request, identity, what, refusal.get().name()));
    } else if (isWatched(identity) && !path.equals("/graphql")) {
      audit.write(
          request,
          AuditEvent.used(
              request,
              identity,
              what,
              status < FIRST_ERROR ? List.of() : List.of(Integer.toString(status))));
    }
  }

  private static boolean isWatched(SecurityIdentity identity) {
    return identity != null && Roles.WATCHED.stream().anyMatch(identity::hasRole);
  }
}
