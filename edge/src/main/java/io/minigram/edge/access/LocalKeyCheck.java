package io.minigram.edge.access;

import io.minigram.edge.identity.LocalIdentity;
import io.quarkus.arc.Unremovable;
import io.smallrye.jwt.util.KeyUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.Validator;

/**
 * In a local run a token names its key and its subject, as everywhere else: with one public key by
 * setting, Quarkus would look at neither.
 */
@ApplicationScoped
@Unremovable
class LocalKeyCheck implements Validator {

  private final Optional<String> keyId;

  LocalKeyCheck(@ConfigProperty(name = "quarkus.oidc.public-key") Optional<String> publicKey) {
    this.keyId = publicKey.map(LocalKeyCheck::keyId);
  }

  @Override
  public String validate(JwtContext token) throws MalformedClaimException {
    if (keyId.isEmpty()) {
      return null;
    }
    if (!keyId.get().equals(token.getJoseObjects().get(0).getKeyIdHeaderValue())) {
      return "The key id is unknown";
    }
    // quarkus.oidc.token.subject-required counts for the tokens of a provider only
    return token.getJwtClaims().getSubject() == null ? "There is no subject" : null;
  }

  private static String keyId(String publicKey) {
    try {
      return LocalIdentity.keyId(KeyUtils.decodePublicKey(publicKey));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("quarkus.oidc.public-key is not a public key", e);
    }
  }
}
