package io.minigram.workbench.testing;

import io.minigram.edge.identity.LocalIdentity;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.Map;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** A user for each role, whose tokens the service under test takes, as in a local run. */
public final class TestUsers implements QuarkusTestResourceLifecycleManager {

  // a test and its resources have class loaders of their own, and share system properties only
  private static final String FOLDER = "minigram.test.identity";
  private static final Duration VALIDITY = Duration.ofHours(1);

  @Override
  public Map<String, String> start() {
    try {
      var folder = Files.createTempDirectory("minigram-identity");
      var identity = LocalIdentity.keptIn(folder);
      System.setProperty(FOLDER, folder.toString());
      return Map.of("quarkus.oidc.public-key", identity.publicKey());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    System.clearProperty(FOLDER);
  }

  /** A good token of the role's user. */
  public static String token(String role) {
    return identity().token(role, VALIDITY);
  }

  /** What tokens are signed with, for those that a test signs in another way. */
  public static PrivateKey signingKey() {
    try {
      var key = Files.readString(folder().resolve("signing-key.json"));
      return PublicJsonWebKey.Factory.newPublicJwk(key).getPrivateKey();
    } catch (IOException | JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The keys that the service under test trusts. */
  public static LocalIdentity identity() {
    try {
      return LocalIdentity.keptIn(folder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    return Path.of(System.getProperty(FOLDER));
  }
}
