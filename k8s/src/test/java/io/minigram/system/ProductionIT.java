package io.minigram.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minigram.edge.identity.LocalIdentity;
import io.minigram.edge.identity.Roles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a packaged service wants to know before it starts in a cluster. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductionIT {

  private static final String REFUSAL = "This service does not start, because";

  private OpenIdProvider provider;

  /** Stands where PostgreSQL would, and answers nobody. */
  private ServerSocket database;

  @BeforeAll
  void start() throws IOException, JoseException {
    provider = new OpenIdProvider();
    database = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterAll
  void stop() throws IOException {
    provider.close();
    database.close();
  }

  static Stream<Arguments> unsafe() {
    var key = LocalIdentity.generate().publicKey();
    return Stream.of(
        unsafe(
            "no issuer",
            settings -> settings.remove("QUARKUS_OIDC_AUTH_SERVER_URL"),
            "no issuer of tokens is configured: set QUARKUS_OIDC_AUTH_SERVER_URL"),
        unsafe(
            "the placeholder of the manifests",
            settings ->
                settings.put("QUARKUS_OIDC_AUTH_SERVER_URL", "https://oidc.invalid/realms/x"),
            "QUARKUS_OIDC_AUTH_SERVER_URL is still \"https://oidc.invalid/realms/x\": set it"),
        unsafe(
            "the key of a local run",
            settings -> settings.put("QUARKUS_OIDC_PUBLIC_KEY", key),
            "unset QUARKUS_OIDC_PUBLIC_KEY"),
        unsafe(
            "the issuer of a local run",
            settings -> settings.put("QUARKUS_OIDC_TOKEN_ISSUER", "urn:minigram:local"),
            "unset QUARKUS_OIDC_TOKEN_ISSUER"),
        unsafe(
            "any issuer",
            settings -> settings.put("QUARKUS_OIDC_TOKEN_ISSUER", "any"),
            "unset QUARKUS_OIDC_TOKEN_ISSUER"),
        unsafe(
            "any audience",
            settings -> settings.put("QUARKUS_OIDC_TOKEN_AUDIENCE", "any"),
            "set QUARKUS_OIDC_TOKEN_AUDIENCE"),
        unsafe(
            "no password",
            settings -> settings.remove("QUARKUS_DATASOURCE_PASSWORD"),
            "QUARKUS_DATASOURCE_PASSWORD is missing"),
        unsafe(
            "no database",
            settings -> settings.remove("QUARKUS_DATASOURCE_REACTIVE_URL"),
            "QUARKUS_DATASOURCE_REACTIVE_URL is missing"),
        password("postgres"),
        password("Password"),
        password("minigram"),
        password("changeme"),
        password("ingest_service"),
        password("ingest-service"),
        unsafe(
            "the profile of tests",
            settings -> settings.put("QUARKUS_PROFILE", "test"),
            "unset QUARKUS_OIDC_TOKEN_ISSUER"),
        unsafe(
            "a local run for everyone",
            settings -> {
              settings.put("QUARKUS_PROFILE", "local");
              settings.put("QUARKUS_OIDC_PUBLIC_KEY", key);
              settings.put("QUARKUS_HTTP_HOST", "0.0.0.0");
            },
            "QUARKUS_HTTP_HOST is \"0.0.0.0\": set it to localhost"));
  }

  private static Arguments password(String password) {
    return unsafe(
        "the password " + password,
        settings -> settings.put("QUARKUS_DATASOURCE_PASSWORD", password),
        "QUARKUS_DATASOURCE_PASSWORD is a password that everyone tries first: choose another");
  }

  private static Arguments unsafe(
      String name, Consumer<Map<String, String>> change, String complaint) {
    return Arguments.argumentSet(name, change, complaint);
  }

  @ParameterizedTest
  @MethodSource("unsafe")
  void isRefused(Consumer<Map<String, String>> change, String complaint) throws Exception {
    try (var port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      // given a port that is taken: whoever tried to open it would say so
      var settings = safe("ingest_service", port.getLocalPort());
      change.accept(settings);

      var refused = PackagedService.start("ingest-service", settings);

      assertThat(refused.exitCode()).as(refused.output()).isEqualTo(1);
      assertThat(refused.output().lines().toList())
          .hasSize(2)
          .satisfies(lines -> assertThat(lines.get(0)).isEqualTo(REFUSAL))
          .satisfies(lines -> assertThat(lines.get(1)).startsWith("  - ").contains(complaint));
      assertNoConnectionTo(database);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest-service", "insights-service", "bot-detector"})
  void everythingIsSaidAtOnce(String module) throws Exception {
    var refused =
        PackagedService.start(
            module,
            Map.of(
                "QUARKUS_OIDC_TOKEN_AUDIENCE", "any",
                "QUARKUS_OIDC_TOKEN_ISSUER", "urn:minigram:local",
                "QUARKUS_OIDC_PUBLIC_KEY", LocalIdentity.generate().publicKey()));

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.output().lines().toList())
        .hasSize(7)
        .startsWith(REFUSAL)
        .filteredOn(line -> line.startsWith("  - "))
        .hasSize(6);
    assertThat(refused.output())
        .contains(
            "QUARKUS_OIDC_AUTH_SERVER_URL",
            "QUARKUS_OIDC_PUBLIC_KEY",
            "QUARKUS_OIDC_TOKEN_ISSUER",
            "QUARKUS_OIDC_TOKEN_AUDIENCE",
            "QUARKUS_DATASOURCE_PASSWORD",
            "QUARKUS_DATASOURCE_REACTIVE_URL");
  }

  @Test
  void helpNamesTheSettings() throws Exception {
    var help = PackagedService.start("ingest-service", Map.of(), "--help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.output())
        .contains(
            "QUARKUS_DATASOURCE_PASSWORD",
            "QUARKUS_OIDC_AUTH_SERVER_URL",
            "QUARKUS_OIDC_TOKEN_AUDIENCE");
  }

  @ParameterizedTest
  @CsvSource({
    "ingest-service,ingest_service,ingestor",
    "insights-service,insights_service,viewer",
    "bot-detector,bot_detector,moderator"
  })
  void aServiceWithAProviderTakesItsTokens(String module, String user, String role)
      throws Exception {
    int port = WorkbenchProcess.freePorts(1).get(0);
    var settings = safe(user, port);
    // away, so that nothing but access is looked at
    settings.put(
        "QUARKUS_DATASOURCE_REACTIVE_URL",
        "postgresql://localhost:" + WorkbenchProcess.freePorts(1).get(0) + "/minigram");
    var address = "http://localhost:" + port;

    try (var service = PackagedService.start(module, settings)) {
      Awaitility.await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> !service.isAlive() || service.output().contains("Listening on"));

      assertThat(service.isAlive()).as(service.output()).isTrue();
      given().get(address + "/q/health/live").then().statusCode(200);
      assertThat(status(address, provider.token("minigram", role))).isEqualTo(200);
      assertThat(status(address, provider.token("minigram", "stranger"))).isEqualTo(403);
      assertThat(status(address, provider.token("somebody-else", role))).isEqualTo(401);
      assertThat(
              status(address, LocalIdentity.generate().token(Roles.ADMIN, Duration.ofMinutes(5))))
          .isEqualTo(401);
    }
  }

  private static int status(String address, String token) {
    return given()
        .auth()
        .oauth2(token)
        .queryParam("query", "{ __typename }")
        .when()
        .get(address + "/graphql")
        .statusCode();
  }

  private Map<String, String> safe(String role, int port) {
    return ProductionSettings.of(role, provider, database.getLocalPort(), port);
  }

  private static void assertNoConnectionTo(ServerSocket socket) throws IOException {
    socket.setSoTimeout(1);
    assertThatThrownBy(socket::accept).isInstanceOf(SocketTimeoutException.class);
  }
}
