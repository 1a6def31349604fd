package io.minigram.ingest.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.minigram.edge.identity.Roles;
import io.minigram.workbench.testing.AuditLines;
import io.minigram.workbench.testing.GraphQLSocket;
import io.minigram.workbench.testing.MiniGramDatabase;
import io.minigram.workbench.testing.TestUsers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Behind a proxy that ends TLS, with a rate limit, and with a front end of another origin. */
@QuarkusTest
@TestProfile(EdgeSettingsTest.WithSettings.class)
class EdgeSettingsTest {

  private static final int LIMIT = 5;
  private static final String FRONT_END = "https://app.example";
  private static final String QUERY = "{\"query\": \"{ imports { totalCount } }\"}";
  private static final long AN_HOUR = Duration.ofHours(1).toSeconds();

  public static final class WithSettings implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.http.proxy.proxy-address-forwarding", "true",
          "quarkus.http.proxy.allow-x-forwarded", "true",
          "quarkus.http.proxy.trusted-proxies", "127.0.0.1",
          "quarkus.http.cors.enabled", "true",
          "quarkus.http.cors.origins", FRONT_END,
          "minigram.rate-limit.requests", Integer.toString(LIMIT),
          "minigram.rate-limit.period", "PT1H");
    }

    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(
          new TestResourceEntry(MiniGramDatabase.class, Map.of("role", "INGEST_SERVICE")),
          new TestResourceEntry(TestUsers.class));
    }
  }

  @Test
  void theProxySaysWhetherThereWasTls() {
    from(anAddress())
        .header("X-Forwarded-Proto", "https")
        .when()
        .get("/imports/1/rejects")
        .then()
        .header("Strict-Transport-Security", equalTo("max-age=31536000; includeSubDomains"));
    from(anAddress())
        .header("X-Forwarded-Proto", "http")
        .when()
        .get("/imports/1/rejects")
        .then()
        .header("Strict-Transport-Security", nullValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/graphql", "/imports/users"})
  void theFrontEndMayAskWithAToken(String path) {
    for (int i = 0; i < LIMIT + 1; i++) {
      preflight(path, FRONT_END)
          .then()
          .statusCode(200)
          .header("Access-Control-Allow-Origin", equalTo(FRONT_END))
          .header("Access-Control-Allow-Methods", containsString("POST"))
          .header("Access-Control-Allow-Headers", containsStringIgnoringCase("authorization"))
          .header("Access-Control-Allow-Headers", containsStringIgnoringCase("content-type"));
    }
  }

  @Test
  void itsAnswersAreItsToRead() {
    post(from(anAddress()).header("Origin", FRONT_END), newcomer())
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", equalTo(FRONT_END));
    // refusals, too: it could not say what is wrong otherwise
    from(anAddress())
        .header("Origin", FRONT_END)
        .contentType(ContentType.JSON)
        .body(QUERY)
        .when()
        .post("/graphql")
        .then()
        .statusCode(401)
        .header("Access-Control-Allow-Origin", equalTo(FRONT_END))
        .header("Access-Control-Expose-Headers", containsString("WWW-Authenticate"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example",
        "http://app.example",
        "https://app.example.org",
        "null"
      })
  void noOtherOriginMay(String origin) {
    preflight("/graphql", origin)
        .then()
        .statusCode(403)
        .header("Access-Control-Allow-Origin", nullValue());
    post(from(anAddress()).header("Origin", origin), newcomer())
        .then()
        .statusCode(403)
        .header("Access-Control-Allow-Origin", nullValue());
  }

  @Test
  void oneRequestTooManyIsRefusedAndAnotherCallersIsNot() {
    var address = anAddress();
    var busy = newcomer();
    for (int i = 0; i < LIMIT; i++) {
      post(from(address), busy).then().statusCode(200);
    }

    var graphQL = post(from(address), busy);
    var rest = from(address).auth().oauth2(busy).when().get("/imports/1/rejects");

    graphQL
        .then()
        .statusCode(429)
        .body("errors[0].extensions.code", equalTo("TOO_MANY_REQUESTS"))
        .body("data", nullValue());
    assertThat(Long.parseLong(graphQL.header("Retry-After"))).isBetween(1L, AN_HOUR / LIMIT + 1);
    rest.then().statusCode(429).body("code", equalTo("TOO_MANY_REQUESTS"));
    assertThat(Long.parseLong(rest.header("Retry-After"))).isBetween(1L, AN_HOUR / LIMIT + 1);
    // not even another address helps
    post(from(anAddress()), busy).then().statusCode(429);
    post(from(address), newcomer()).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bm90.YQ.dG9rZW4", ""})
  void whoHasNoGoodTokenIsCountedByAddress(String token) {
    var address = anAddress();
    for (int i = 0; i < LIMIT; i++) {
      post(from(address), token).then().statusCode(401);
    }

    try (var audit = AuditLines.open()) {
      post(from(address), token)
          .then()
          .statusCode(429)
          .body("errors[0].extensions.code", equalTo("TOO_MANY_REQUESTS"));

      await().until(() -> !audit.raw().isEmpty());
      assertThat(audit.entries())
          .singleElement()
          .satisfies(
              line -> {
                assertThat(line.get("from").asText()).isEqualTo(address);
                assertThat(line.get("result").asText()).isEqualTo("REFUSED");
                assertThat(line.get("codes").toString()).isEqualTo("[\"TOO_MANY_REQUESTS\"]");
              });
    }
    post(from(anAddress()), token).then().statusCode(401);
    // whoever shares the address and has a good token is not made to pay
    post(from(address), newcomer()).then().statusCode(200);
  }

  @Test
  void probesAreNotCounted() {
    var address = anAddress();

    for (int i = 0; i < 2 * LIMIT; i++) {
      from(address).when().get("/q/health/ready").then().statusCode(200);
      from(address).when().get("/q/health/live").then().statusCode(200);
    }

    from(address).when().get("/imports/1/rejects").then().statusCode(401);
  }

  @Test
  void operationsOverWebSocketAreCounted() {
    var token = newcomer();
    try (var socket = new GraphQLSocket(RestAssured.port)) {
      socket.initialise(token);
      assertThat(socket.next()).contains("connection_ack");
      for (int i = 0; i < LIMIT; i++) {
        socket.send(subscribe(i));
        assertThat(socket.next()).contains("totalCount");
        assertThat(socket.next()).contains("complete");
      }

      socket.send(subscribe(LIMIT));

      assertThat(socket.next()).isEqualTo("close 4429");
    }
    post(from(anAddress()), token).then().statusCode(429);
  }

  private static String subscribe(int id) {
    return "{\"id\": \"%d\", \"type\": \"subscribe\", \"payload\": %s}".formatted(id, QUERY);
  }

  private static Response preflight(String path, String origin) {
    return from("10.255.255.255")
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "authorization,content-type")
        .when()
        .options(path);
  }

  private static Response post(RequestSpecification request, String token) {
    return (token.isEmpty() ? request : request.auth().oauth2(token))
        .contentType(ContentType.JSON)
        .body(QUERY)
        .when()
        .post("/graphql");
  }

  private static RequestSpecification from(String address) {
    return given().header("X-Forwarded-For", address);
  }

  private static String anAddress() {
    var random = ThreadLocalRandom.current();
    return "10.%d.%d.%d".formatted(random.nextInt(250), random.nextInt(250), random.nextInt(250));
  }

  /** A token of an ingestor who has asked for nothing yet, whatever others did of the same name. */
  private static String newcomer() {
    var claims = TestUsers.identity().claims(Roles.INGESTOR, Duration.ofHours(1));
    claims.setSubject(UUID.randomUUID().toString());
    return TestUsers.identity().sign(claims);
  }
}
