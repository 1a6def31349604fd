package io.minigram.edge.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * Who may use a local run, which has no OpenID Connect provider: a key pair, and one user for each
 * of {@link Roles}. Whoever can read the files can be any of the users.
 *
 * <p>A service accepts its tokens in the profile {@code local} only, and with {@link #publicKey} as
 * its setting {@code quarkus.oidc.public-key}.
 */
public final class LocalIdentity {

  /** The issuer of every local token; no provider can have this name. */
  public static final String ISSUER = "urn:minigram:local";

  /** Whom local tokens are meant for; the default of {@code quarkus.oidc.token.audience}. */
  public static final String AUDIENCE = "minigram";

  private static final int KEY_BITS = 2048;
  private static final String KEY_FILE = "signing-key.json";
  private static final String USERS_FILE = "users.properties";

  private final PublicJsonWebKey key;
  private final Map<String, String> subjects;

  private LocalIdentity(PublicJsonWebKey key, Map<String, String> subjects) {
    this.key = key;
    this.subjects = subjects;
  }

  /** New keys and users, which are kept nowhere. */
  public static LocalIdentity generate() {
    try {
      RsaJsonWebKey key = RsaJwkGenerator.generateJwk(KEY_BITS);
      key.setKeyId(keyId(key.getPublicKey()));
      key.setUse("sig");
      var subjects = new LinkedHashMap<String, String>();
      Roles.ALL.forEach(role -> subjects.put(role, UUID.randomUUID().toString()));
      return new LocalIdentity(key, subjects);
    } catch (JoseException e) {
      throw new IllegalStateException("No key pair can be made", e);
    }
  }

  /** Reads what is in the folder, or makes it; readable by its owner only. */
  public static LocalIdentity keptIn(Path folder) throws IOException {
    return isKeptIn(folder) ? read(folder) : generate().writeTo(folder);
  }

  /** Whether the folder has keys and users. */
  public static boolean isKeptIn(Path folder) {
    return Files.exists(folder.resolve(KEY_FILE)) && Files.exists(folder.resolve(USERS_FILE));
  }

  /** Names a public key, after RFC 7638: the same key has the same name everywhere. */
  public static String keyId(PublicKey key) {
    try {
      return "local-"
          + PublicJsonWebKey.Factory.newPublicJwk(key)
              .calculateBase64urlEncodedThumbprint("SHA-256");
    } catch (JoseException e) {
      throw new IllegalArgumentException("Not a key that can sign tokens", e);
    }
  }

  /** The public key as {@code quarkus.oidc.public-key} takes it: X.509, Base64. */
  public String publicKey() {
    return Base64.getEncoder().encodeToString(key.getPublicKey().getEncoded());
  }

  /**
   * A signed token of the role's user.
   *
   * @param role one of {@link Roles#ALL}
   * @param validity from now on
   */
  public String token(String role, Duration validity) {
    return sign(claims(role, validity));
  }

  /** What {@link #token} signs. */
  public JwtClaims claims(String role, Duration validity) {
    if (!subjects.containsKey(role)) {
      throw new IllegalArgumentException("There is no role " + role + ", only " + Roles.ALL);
    }
    var now = Instant.now();
    var claims = new JwtClaims();
    claims.setIssuer(ISSUER);
    claims.setAudience(AUDIENCE);
    claims.setSubject(subjects.get(role));
    claims.setStringClaim("preferred_username", "local-" + role);
    claims.setStringListClaim("groups", List.of(role));
    claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(now.plus(validity).getEpochSecond()));
    claims.setGeneratedJwtId();
    return claims;
  }

  /** Signs any claims, as RS256. */
  public String sign(JwtClaims claims) {
    var signature = new JsonWebSignature();
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    signature.setHeader("typ", "JWT");
    signature.setKeyIdHeaderValue(key.getKeyId());
    signature.setKey(key.getPrivateKey());
    signature.setPayload(claims.toJson());
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("The token cannot be signed", e);
    }
  }

  private static LocalIdentity read(Path folder) throws IOException {
    try {
      var key = PublicJsonWebKey.Factory.newPublicJwk(Files.readString(folder.resolve(KEY_FILE)));
      var properties = new Properties();
      try (var in = Files.newBufferedReader(folder.resolve(USERS_FILE))) {
        properties.load(in);
      }
      var subjects = new LinkedHashMap<String, String>();
      for (var role : Roles.ALL) {
        var subject = properties.getProperty(role);
        if (subject == null) {
          throw new IOException(folder.resolve(USERS_FILE) + " has no user for " + role);
        }
        subjects.put(role, subject);
      }
      return new LocalIdentity(key, subjects);
    } catch (JoseException e) {
      throw new IOException(folder.resolve(KEY_FILE) + " is not a key", e);
    }
  }

  private LocalIdentity writeTo(Path folder) throws IOException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    write(folder.resolve(KEY_FILE), key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
    var users = new StringBuilder("# The subject of each role's user\n");
    subjects.forEach((role, subject) -> users.append("%s=%s%n".formatted(role, subject)));
    write(folder.resolve(USERS_FILE), users.toString());
    return this;
  }

  private static void write(Path file, String content) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, content);
  }
}
