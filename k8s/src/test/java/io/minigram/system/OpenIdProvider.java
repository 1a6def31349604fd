package io.minigram.system;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** As much of an OpenID Connect provider as a service needs: discovery, keys, and tokens. */
final class OpenIdProvider implements AutoCloseable {

  private static final String REALM = "/realms/photos";

  private final HttpServer server;
  private final RsaJsonWebKey key;

  OpenIdProvider() throws IOException, JoseException {
    key = RsaJwkGenerator.generateJwk(2048);
    key.setKeyId("first");
    key.setUse("sig");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    serve(
        REALM + "/.well-known/openid-configuration",
        """
        {"issuer": "%1$s", "jwks_uri": "%1$s/keys",
         "authorization_endpoint": "%1$s/auth", "token_endpoint": "%1$s/token",
         "subject_types_supported": ["public"],
         "id_token_signing_alg_values_supported": ["RS256"]}
        """
            .formatted(issuer()));
    serve(REALM + "/keys", new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY));
    server.start();
  }

  String issuer() {
    return "http://localhost:" + server.getAddress().getPort() + REALM;
  }

  String token(String audience, String... roles) throws JoseException {
    var claims = new JwtClaims();
    claims.setIssuer(issuer());
    claims.setAudience(audience);
    claims.setSubject("f9c1c9d2");
    claims.setStringListClaim("groups", List.of(roles));
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(5);
    var signature = new JsonWebSignature();
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    signature.setKeyIdHeaderValue(key.getKeyId());
    signature.setKey(key.getPrivateKey());
    signature.setPayload(claims.toJson());
    return signature.getCompactSerialization();
  }

  private void serve(String path, String json) {
    var body = json.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
