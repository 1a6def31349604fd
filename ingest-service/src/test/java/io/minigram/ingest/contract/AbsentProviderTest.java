package io.minigram.ingest.contract;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.minigram.workbench.testing.MiniGramDatabase;
import io.minigram.workbench.testing.TestProvider;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The provider is away when the service starts; keys by a path, roles in a claim of their own. */
@QuarkusTest
@TestProfile(AbsentProviderTest.WithoutProvider.class)
class AbsentProviderTest {

  public static final class WithoutProvider implements QuarkusTestProfile {

    @Override
    public String getConfigProfile() {
      return "provider";
    }

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.oidc.roles.role-claim-path", "minigram_roles");
    }

    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(
          new TestResourceEntry(MiniGramDatabase.class, Map.of("role", "INGEST_SERVICE")),
          new TestResourceEntry(
              TestProvider.class, Map.of("discovery", "false", "started", "false")));
    }
  }

  @Test
  void isAskedToComeAgainAndServesWhenTheProviderIsBack() {
    var claims = TestProvider.claims();
    claims.setStringListClaim("minigram_roles", List.of("ingestor"));
    var token = TestProvider.sign(claims);

    graphQL(token)
        .then()
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .body("errors[0].extensions.code", equalTo("UNAVAILABLE"));
    given()
        .auth()
        .oauth2(token)
        .when()
        .get("/imports/4711/rejects")
        .then()
        .statusCode(503)
        .body("code", equalTo("UNAVAILABLE"));
    // who brings no token needs no provider
    given().when().get("/imports/4711/rejects").then().statusCode(401);
    // a restart would not bring it back, and the service is not what is missing
    given().when().get("/q/health/live").then().statusCode(200);
    given().when().get("/q/health/ready").then().statusCode(200);

    TestProvider.comeBack();

    await().until(() -> graphQL(token).statusCode() == 200);
  }

  private static Response graphQL(String token) {
    return given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body("{\"query\": \"{ imports { totalCount } }\"}")
        .when()
        .post("/graphql");
  }
}
