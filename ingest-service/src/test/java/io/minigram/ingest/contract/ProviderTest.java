package io.minigram.ingest.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.minigram.workbench.testing.GraphQLSocket;
import io.minigram.workbench.testing.MiniGramDatabase;
import io.minigram.workbench.testing.TestProvider;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With an OpenID Connect provider over HTTP, set up as in production: discovery, realm roles. */
@QuarkusTest
@TestProfile(ProviderTest.WithProvider.class)
class ProviderTest {

  private static final Duration REFRESH_INTERVAL = Duration.ofSeconds(2);

  public static final class WithProvider implements QuarkusTestProfile {

    /** Neither test nor local: none of their settings may help. */
    @Override
    public String getConfigProfile() {
      return "provider";
    }

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.shutdown.timeout", "1s",
          "quarkus.oidc.roles.role-claim-path", "realm_access/roles",
          "quarkus.http.auth.roles-mapping.\"content-team\"", "ingestor",
          "quarkus.oidc.token.forced-jwk-refresh-interval", REFRESH_INTERVAL.toString());
    }

    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(
          new TestResourceEntry(MiniGramDatabase.class, Map.of("role", "INGEST_SERVICE")),
          new TestResourceEntry(TestProvider.class));
    }
  }

  @AfterEach
  void comeBack() {
    TestProvider.comeBack();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "PS256", "ES256"})
  void aTokenOfTheProviderIsTaken(String algorithm) {
    assertThat(status(TestProvider.sign(claims("ingestor"), algorithm))).isEqualTo(200);
  }

  @Test
  void aTokenOfAnotherIssuerIsNot() {
    var claims = claims("ingestor");
    claims.setIssuer("https://elsewhere.example");

    assertThat(status(TestProvider.sign(claims))).isEqualTo(401);
  }

  @Test
  void aTokenForAnotherServiceIsNot() {
    var claims = claims("ingestor");
    claims.setAudience("billing");

    assertThat(status(TestProvider.sign(claims))).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"viewer", "Ingestor", "offline_access"})
  void anotherRoleOfTheRealmDoesNotHelp(String role) {
    assertThat(status(TestProvider.sign(claims(role)))).isEqualTo(403);
  }

  @Test
  void rolesThatStandElsewhereDoNotCount() {
    var claims = claims("viewer");
    claims.setStringListClaim("groups", List.of("ingestor"));

    assertThat(status(TestProvider.sign(claims))).isEqualTo(403);
  }

  @Test
  void aForeignRoleCountsAsWhatItIsMappedTo() {
    var token = TestProvider.sign(claims("content-team"));

    // the paths' policies and @RolesAllowed
    given()
        .auth()
        .oauth2(token)
        .when()
        .get("/imports/4711/rejects")
        .then()
        .statusCode(404)
        .body("code", equalTo("NOT_FOUND"));
    // the policy and the guard of GraphQL
    assertThat(status(token)).isEqualTo(200);
    try (var socket = new GraphQLSocket(RestAssured.port)) {
      socket.initialise(token);
      assertThat(socket.next()).contains("connection_ack");
      socket.send(
          "{\"id\": \"1\", \"type\": \"subscribe\", \"payload\": {\"query\": \"{ imports {"
              + " totalCount } }\"}}");
      assertThat(socket.next())
          .contains("\"next\"")
          .contains("totalCount")
          .doesNotContain("errors");
    }
  }

  @Test
  void newKeysAreFoundAndOldOnesForgotten() {
    var before = TestProvider.sign(claims("ingestor"));
    assertThat(status(before)).isEqualTo(200);

    TestProvider.rotateKeys();

    var after = TestProvider.sign(claims("ingestor"));
    await().until(() -> status(after) == 200);
    assertThat(status(before)).isEqualTo(401);
  }

  @Test
  void aStrangerCannotMakeUsAskOnAndOn() throws Exception {
    var stranger = unknownKey();
    int asked = TestProvider.keyRequests();
    var start = System.nanoTime();

    for (int i = 0; i < 50; i++) {
      assertThat(status(stranger)).isEqualTo(401);
    }

    var elapsed = Duration.ofNanos(System.nanoTime() - start);
    assertThat(TestProvider.keyRequests() - asked)
        .isLessThanOrEqualTo((int) (1 + elapsed.dividedBy(REFRESH_INTERVAL)));
  }

  @Test
  void whileTheProviderIsAwayKnownKeysServe() throws Exception {
    var token = TestProvider.sign(claims("ingestor"));
    assertThat(status(token)).isEqualTo(200);

    TestProvider.goAway();

    assertThat(status(token)).isEqualTo(200);
    assertThat(status(unknownKey())).isEqualTo(401);

    TestProvider.rotateKeys();
    TestProvider.comeBack();
    var after = TestProvider.sign(claims("ingestor"));
    await().until(() -> status(after) == 200);
  }

  private static JwtClaims claims(String role) {
    var claims = TestProvider.claims();
    claims.setClaim("realm_access", Map.of("roles", List.of(role)));
    return claims;
  }

  /** Signed well, by somebody else. */
  private static String unknownKey() throws Exception {
    var key = RsaJwkGenerator.generateJwk(2048);
    var signature = new JsonWebSignature();
    signature.setAlgorithmHeaderValue("RS256");
    signature.setKeyIdHeaderValue(UUID.randomUUID().toString());
    signature.setKey(key.getPrivateKey());
    signature.setPayload(claims("ingestor").toJson());
    return signature.getCompactSerialization();
  }

  private static int status(String token) {
    return given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body("{\"query\": \"{ imports { totalCount } }\"}")
        .when()
        .post("/graphql")
        .statusCode();
  }
}
