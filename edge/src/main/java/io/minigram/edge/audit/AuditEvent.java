package io.minigram.edge.audit;

import io.minigram.edge.identity.Caller;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something that somebody did, or was kept from.
 *
 * @param who the token's subject; empty without a token that counts
 * @param roles what the caller is
 * @param what the GraphQL fields asked for, with the ids they were about, or the REST route
 * @param from the caller's address
 * @param result {@code DONE}, {@code REFUSED} or {@code FAILED}
 * @param codes why it was refused or what failed; empty otherwise
 */
public record AuditEvent(
    String who,
    Set<String> roles,
    List<String> what,
    String from,
    String result,
    List<String> codes) {

  /** Somebody was kept from something. */
  public static AuditEvent refused(
      RoutingContext request, SecurityIdentity identity, List<String> what, String code) {
    return of(request, identity, what, "REFUSED", List.of(code));
  }

  /**
   * Somebody used a role that is watched.
   *
   * @param codes of what went wrong; empty if nothing did
   */
  public static AuditEvent used(
      RoutingContext request, SecurityIdentity identity, List<String> what, List<String> codes) {
    return of(request, identity, what, codes.isEmpty() ? "DONE" : "FAILED", codes);
  }

  private static AuditEvent of(
      RoutingContext request,
      SecurityIdentity identity,
      List<String> what,
      String result,
      List<String> codes) {
    boolean known = identity != null && !identity.isAnonymous();
    var address = request.request().remoteAddress();
    return new AuditEvent(
        known ? Caller.subject(identity) : "",
        known ? new TreeSet<>(identity.getRoles()) : Set.of(),
        what,
        address == null ? "" : address.host(),
        result,
        codes);
  }
}
