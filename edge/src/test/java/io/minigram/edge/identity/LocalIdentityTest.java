package io.minigram.edge.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import org.jose4j.json.JsonUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalIdentityTest {

  @TempDir private Path parent;

  @Test
  void onlyItsOwnerCanReadTheFiles() throws IOException {
    var folder = parent.resolve("identity");

    LocalIdentity.keptIn(folder);

    assertEquals("rwx------", permissions(folder));
    try (var files = Files.list(folder)) {
      var kept = files.toList();
      assertEquals(2, kept.size());
      for (var file : kept) {
        assertEquals("rw-------", permissions(file), file.toString());
      }
    }
  }

  @Test
  void theSecondReadFindsTheSameKeysAndUsers() throws Exception {
    var folder = parent.resolve("identity");
    assertFalse(LocalIdentity.isKeptIn(folder));
    var first = LocalIdentity.keptIn(folder);
    assertTrue(LocalIdentity.isKeptIn(folder));

    var second = LocalIdentity.keptIn(folder);

    assertEquals(first.publicKey(), second.publicKey());
    for (var role : Roles.ALL) {
      var claims = second.claims(role, Duration.ofHours(1));
      assertEquals(first.claims(role, Duration.ofHours(1)).getSubject(), claims.getSubject(), role);
    }
    assertVerifies(second.token(Roles.VIEWER, Duration.ofHours(1)), publicKey(first));
    assertNotEquals(LocalIdentity.generate().publicKey(), first.publicKey());
  }

  @Test
  void aTokenSaysWhoseItIsWhomItIsForAndHowLongItLasts() throws Exception {
    var identity = LocalIdentity.generate();
    long before = Instant.now().getEpochSecond();

    var token = identity.token(Roles.MODERATOR, Duration.ofMinutes(90));

    long after = Instant.now().getEpochSecond();
    var claims = JsonUtil.parseJson(part(token, 1));
    assertEquals("urn:minigram:local", claims.get("iss"));
    assertEquals("minigram", claims.get("aud"));
    assertEquals(List.of("moderator"), claims.get("groups"));
    assertEquals("local-moderator", claims.get("preferred_username"));
    long issued = (Long) claims.get("iat");
    assertTrue(issued >= before && issued <= after);
    assertEquals(5_400, (Long) claims.get("exp") - issued);
    assertFalse(claims.get("jti").toString().isBlank());
    assertFalse(claims.get("sub").toString().isBlank());
    assertVerifies(token, publicKey(identity));
  }

  @Test
  void everyRoleHasAUserOfItsOwn() throws Exception {
    var identity = LocalIdentity.generate();
    var subjects = new HashSet<String>();

    for (var role : Roles.ALL) {
      subjects.add(identity.claims(role, Duration.ofHours(1)).getSubject());
    }

    assertEquals(4, subjects.size());
    assertThrows(
        IllegalArgumentException.class, () -> identity.token("owner", Duration.ofHours(1)));
  }

  /** RFC 7638: SHA-256 of the required members, in the order of their names, without blanks. */
  @Test
  void theKeyIdIsTheThumbprintOfTheKey() throws Exception {
    var identity = LocalIdentity.generate();
    var key = publicKey(identity);
    var required =
        "{\"e\":\"%s\",\"kty\":\"RSA\",\"n\":\"%s\"}"
            .formatted(base64(key.getPublicExponent()), base64(key.getModulus()));
    var thumbprint =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                MessageDigest.getInstance("SHA-256")
                    .digest(required.getBytes(StandardCharsets.US_ASCII)));

    var header = JsonUtil.parseJson(part(identity.token(Roles.ADMIN, Duration.ofHours(1)), 0));

    assertEquals("local-" + thumbprint, header.get("kid"));
    assertEquals("RS256", header.get("alg"));
    assertEquals("local-" + thumbprint, LocalIdentity.keyId(key));
    assertEquals(2048, key.getModulus().bitLength());
  }

  @Test
  void aFileThatIsNoKeyIsNamed() throws IOException {
    var folder = parent.resolve("identity");
    LocalIdentity.keptIn(folder);
    Files.writeString(folder.resolve("signing-key.json"), "{\"kty\":\"RSA\"}");

    var failure = assertThrows(IOException.class, () -> LocalIdentity.keptIn(folder));

    assertTrue(failure.getMessage().contains("signing-key.json"), failure.getMessage());
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static String part(String token, int index) {
    return new String(
        Base64.getUrlDecoder().decode(token.split("\\.")[index]), StandardCharsets.UTF_8);
  }

  private static void assertVerifies(String token, RSAPublicKey key)
      throws GeneralSecurityException {
    int end = token.lastIndexOf('.');
    var signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(key);
    signature.update(token.substring(0, end).getBytes(StandardCharsets.US_ASCII));
    assertTrue(signature.verify(Base64.getUrlDecoder().decode(token.substring(end + 1))));
  }

  private static RSAPublicKey publicKey(LocalIdentity identity) throws GeneralSecurityException {
    var encoded = Base64.getDecoder().decode(identity.publicKey());
    return (RSAPublicKey)
        KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
  }

  /** Base64urlUInt of RFC 7518: big-endian, without a sign byte. */
  private static String base64(BigInteger number) {
    var bytes = number.toByteArray();
    int sign = bytes[0] == 0 ? 1 : 0;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
  }
}
