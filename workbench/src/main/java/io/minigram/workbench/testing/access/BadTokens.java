package io.minigram.workbench.testing.access;

import io.minigram.edge.identity.LocalIdentity;
import io.minigram.workbench.testing.TestUsers;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Tokens that claim every role and must not count. */
final class BadTokens {

  private static final Duration VALIDITY = Duration.ofHours(1);
  private static final int KEY_BITS = 2048;
  private static final int PEM_LINE = 64;

  private final LocalIdentity identity;
  private final List<String> roles;
  private final byte[] publicKey;

  BadTokens(LocalIdentity identity, List<String> roles) {
    this.identity = identity;
    this.roles = roles;
    this.publicKey = Base64.getDecoder().decode(identity.publicKey());
  }

  /** Each by what is wrong with it. */
  Map<String, String> all() {
    var now = Instant.now();
    var tokens = new LinkedHashMap<String, String>();
    tokens.put(
        "expired",
        signed(
            claims -> {
              claims.setIssuedAt(at(now.minus(VALIDITY)));
              claims.setExpirationTime(at(now.minus(Duration.ofSeconds(10))));
            }));
    tokens.put(
        "not valid yet",
        signed(claims -> claims.setNotBefore(at(now.plus(Duration.ofMinutes(5))))));
    tokens.put("of no end", signed(claims -> claims.unsetClaim("exp")));
    tokens.put("for another audience", signed(claims -> claims.setAudience("somebody-else")));
    tokens.put("for no audience", signed(claims -> claims.unsetClaim("aud")));
    tokens.put(
        "of another issuer", signed(claims -> claims.setIssuer("https://elsewhere.example")));
    tokens.put("of no issuer", signed(claims -> claims.unsetClaim("iss")));
    tokens.put("of nobody", signed(claims -> claims.unsetClaim("sub")));
    tokens.put("signed by another key", rsa(otherKey(), keyId()));
    tokens.put("of an unknown key", LocalIdentity.generate().sign(claims()));
    tokens.put("signed rightly under an unknown key id", rsa(TestUsers.signingKey(), "unknown"));
    tokens.put("signed rightly under no key id", rsa(TestUsers.signingKey(), null));
    tokens.put("of an unnamed key", rsa(otherKey(), null));
    tokens.put("changed after signing", changed());
    tokens.put("without signature", cutOff());
    tokens.put("alg none", unsigned("none"));
    tokens.put("alg NONE", unsigned("NONE"));
    tokens.put("HS256 with the public key as bytes", hmac(publicKey));
    tokens.put(
        "HS256 with the public key as Base64",
        hmac(identity.publicKey().getBytes(StandardCharsets.US_ASCII)));
    tokens.put("HS256 with the public key as PEM", hmac(pem().getBytes(StandardCharsets.US_ASCII)));
    tokens.put(
        "HS256 with the public key as PEM with a line's end",
        hmac((pem() + "\n").getBytes(StandardCharsets.US_ASCII)));
    tokens.put("garbage", "garbage");
    tokens.put("garbage in three parts", "gar.ba.ge");
    return tokens;
  }

  /** A token that would count, were it not for its size: a header of 1 MiB. */
  String tooLarge() {
    return signed(claims -> claims.setStringClaim("padding", "x".repeat(1 << 20)));
  }

  private String signed(Consumer<JwtClaims> change) {
    var claims = claims();
    change.accept(claims);
    return identity.sign(claims);
  }

  private JwtClaims claims() {
    var claims = identity.claims(roles.get(0), VALIDITY);
    claims.setStringListClaim("groups", roles);
    return claims;
  }

  private String keyId() {
    var header = identity.sign(claims()).split("\\.")[0];
    var json = new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8);
    return json.replaceAll(".*\"kid\":\"([^\"]+)\".*", "$1");
  }

  private static Key otherKey() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(KEY_BITS);
      return generator.generateKeyPair().getPrivate();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private String rsa(Key key, String keyId) {
    return compact(AlgorithmIdentifiers.RSA_USING_SHA256, key, keyId);
  }

  private String hmac(byte[] key) {
    return compact(AlgorithmIdentifiers.HMAC_SHA256, new HmacKey(key), keyId());
  }

  private String compact(String algorithm, Key key, String keyId) {
    var signature = new JsonWebSignature();
    signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    signature.setAlgorithmHeaderValue(algorithm);
    signature.setHeader("typ", "JWT");
    if (keyId != null) {
      signature.setKeyIdHeaderValue(keyId);
    }
    signature.setKey(key);
    signature.setPayload(claims().toJson());
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private String unsigned(String algorithm) {
    var header = "{\"alg\":\"%s\",\"typ\":\"JWT\",\"kid\":\"%s\"}".formatted(algorithm, keyId());
    return base64(header) + "." + base64(claims().toJson()) + ".";
  }

  /** A viewer's token, with the roles of everybody put in afterwards. */
  private String changed() {
    var parts = identity.sign(identity.claims(roles.get(0), VALIDITY)).split("\\.");
    return parts[0] + "." + base64(claims().toJson()) + "." + parts[2];
  }

  private String cutOff() {
    var token = identity.sign(claims());
    return token.substring(0, token.lastIndexOf('.') + 1);
  }

  private String pem() {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'}).encodeToString(publicKey)
        + "\n-----END PUBLIC KEY-----";
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static NumericDate at(Instant time) {
    return NumericDate.fromSeconds(time.getEpochSecond());
  }
}
