package io.minigram.edge.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Knows nobody; it only gives the refusal of a path its body. Quarkus answers there with a
 * challenge and nothing else, which no failure handler sees.
 */
@Singleton
final class BearerChallenge implements HttpAuthenticationMechanism {

  private static final int UNAUTHORIZED = 401;

  @Override
  public int getPriority() {
    return HttpAuthenticationMechanism.DEFAULT_PRIORITY + 1_000;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager identities) {
    return Uni.createFrom().nullItem();
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of();
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext request) {
    return Uni.createFrom()
        .item(
            new ChallengeData(
                UNAUTHORIZED, AccessRefusals.WWW_AUTHENTICATE, AccessRefusals.CHALLENGE));
  }

  @Override
  public Uni<Boolean> sendChallenge(RoutingContext request) {
    AccessRefusals.unauthenticated(request);
    return Uni.createFrom().item(true);
  }
}
