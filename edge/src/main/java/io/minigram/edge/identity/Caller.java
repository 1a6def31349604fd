package io.minigram.edge.identity;

import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Whom a token stands for. */
public final class Caller {

  private Caller() {}

  /** The token's subject: names can change, and their owners with them. */
  public static String subject(SecurityIdentity identity) {
    return identity.getPrincipal() instanceof JsonWebToken token
        ? token.getSubject()
        : identity.getPrincipal().getName();
  }
}
