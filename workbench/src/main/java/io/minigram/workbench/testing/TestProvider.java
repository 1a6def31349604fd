package io.minigram.workbench.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * An OpenID Connect provider over HTTP, as far as a service that takes bearer tokens sees one:
 * where its keys are, and the keys. The tests sign tokens with its keys, change the keys, and take
 * it away.
 *
 * <p>Init arguments: {@code discovery}, {@code false} if the service is told the path of the keys
 * instead; {@code started}, {@code false} if the provider is away when the service starts.
 */
public final class TestProvider implements QuarkusTestResourceLifecycleManager {

  /** The path of the keys. */
  public static final String KEYS = "/certs";

  private static final String DISCOVERY = "/.well-known/openid-configuration";
  private static final int KEY_BITS = 2048;

  // a test and its resources have class loaders of their own, so they talk over HTTP, too
  private static final String CONTROL = "minigram.test.provider";

  private final AtomicInteger keyRequests = new AtomicInteger();
  private boolean discovery = true;
  private boolean started = true;
  private int port;
  private HttpServer control;
  private HttpServer server;
  private volatile PublicJsonWebKey rsa;
  private volatile PublicJsonWebKey ec;

  @Override
  public void init(Map<String, String> arguments) {
    discovery = Boolean.parseBoolean(arguments.getOrDefault("discovery", "true"));
    started = Boolean.parseBoolean(arguments.getOrDefault("started", "true"));
  }

  @Override
  public Map<String, String> start() {
    newKeys();
    listen();
    if (!started) {
      hangUp();
    }
    control = server(0);
    control.createContext("/", this::control);
    control.start();
    System.setProperty(CONTROL, url(control.getAddress().getPort()));
    return discovery
        ? Map.of("quarkus.oidc.auth-server-url", url(port))
        : Map.of(
            "quarkus.oidc.auth-server-url",
            url(port),
            "quarkus.oidc.discovery-enabled",
            "false",
            "quarkus.oidc.jwks-path",
            KEYS,
            "quarkus.oidc.token.issuer",
            url(port));
  }

  @Override
  public void stop() {
    System.clearProperty(CONTROL);
    control.stop(0);
    hangUp();
  }

  /** Good claims of somebody new; the caller adds the roles, or spoils what he likes. */
  public static JwtClaims claims() {
    var claims = new JwtClaims();
    claims.setIssuer(ask("url", ""));
    claims.setAudience("minigram");
    claims.setSubject(UUID.randomUUID().toString());
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(10);
    return claims;
  }

  /** Signs with the key of today. */
  public static String sign(JwtClaims claims) {
    return sign(claims, "RS256");
  }

  /**
   * Signs with the key of today.
   *
   * @param algorithm such as {@code RS256}, {@code PS256} or {@code ES256}
   */
  public static String sign(JwtClaims claims, String algorithm) {
    return ask(algorithm, claims.toJson());
  }

  /** From now on there are other keys. */
  public static void rotateKeys() {
    ask("rotate", "");
  }

  /** How often somebody has fetched the keys. */
  public static int keyRequests() {
    return Integer.parseInt(ask("requests", ""));
  }

  /** Nobody listens any more. */
  public static void goAway() {
    ask("away", "");
  }

  /** Listens again, if it did not. */
  public static void comeBack() {
    ask("back", "");
  }

  private static String ask(String command, String argument) {
    var request =
        HttpRequest.newBuilder(URI.create(System.getProperty(CONTROL) + "/" + command))
            .POST(BodyPublishers.ofString(argument))
            .build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void control(HttpExchange request) throws IOException {
    var argument = new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    answer(request, obey(request.getRequestURI().getPath().substring(1), argument));
  }

  private synchronized String obey(String command, String argument) {
    switch (command) {
      case "url" -> {
        return url(port);
      }
      case "requests" -> {
        return Integer.toString(keyRequests.get());
      }
      case "rotate" -> newKeys();
      case "away" -> hangUp();
      case "back" -> listen();
      default -> {
        return signed(command, argument);
      }
    }
    return "done";
  }

  private String signed(String algorithm, String claims) {
    var key = algorithm.startsWith("ES") ? ec : rsa;
    var signature = new JsonWebSignature();
    signature.setAlgorithmHeaderValue(algorithm);
    signature.setKeyIdHeaderValue(key.getKeyId());
    signature.setKey(key.getPrivateKey());
    signature.setPayload(claims);
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private void newKeys() {
    try {
      rsa = RsaJwkGenerator.generateJwk(KEY_BITS);
      ec = EcJwkGenerator.generateJwk(EllipticCurves.P256);
      for (var key : List.of(rsa, ec)) {
        key.setKeyId(UUID.randomUUID().toString());
        key.setUse("sig");
      }
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private void listen() {
    if (server != null) {
      return;
    }
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    port = server.getAddress().getPort();
    if (discovery) {
      server.createContext(
          DISCOVERY,
          request ->
              answer(
                  request,
                  "{\"issuer\": \"%s\", \"jwks_uri\": \"%s\"}"
                      .formatted(url(port), url(port) + KEYS)));
    }
    server.createContext(
        KEYS,
        request -> {
          keyRequests.incrementAndGet();
          answer(request, new JsonWebKeySet(rsa, ec).toJson());
        });
    server.start();
  }

  private void hangUp() {
    if (server != null) {
      server.stop(0);
      server = null;
    }
  }

  private static HttpServer server(int port) {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String url(int port) {
    return "http://localhost:" + port;
  }

  private static void answer(HttpExchange request, String text) throws IOException {
    try (request) {
      var body = text.getBytes(StandardCharsets.UTF_8);
      request.getResponseHeaders().add("Content-Type", "application/json");
      request.sendResponseHeaders(200, body.length);
      request.getResponseBody().write(body);
    }
  }
}
