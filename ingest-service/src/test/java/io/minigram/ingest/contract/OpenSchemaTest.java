package io.minigram.ingest.contract;

import static io.minigram.workbench.testing.TestUsers.token;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.minigram.edge.identity.Roles;
import io.minigram.ingest.IngestTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Schema and metrics open to everyone, by setting; {@code access.csv} has the default. */
@IngestTest
@TestProfile(OpenSchemaTest.Open.class)
class OpenSchemaTest {

  public static final class Open implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "minigram.access.schema", "open",
          "quarkus.http.auth.permission.metrics.policy", "permit");
    }
  }

  @Test
  void theSchemaIsRead() {
    given()
        .when()
        .get("/graphql/schema.graphql")
        .then()
        .statusCode(200)
        .body(containsString("type Query"));
  }

  @Test
  void introspectionIsAnswered() {
    ask("{ __schema { queryType { name } } __type(name: \\\"Query\\\") { name } }")
        .statusCode(200)
        .body("errors", nullValue())
        .body("data.__type.name", equalTo("Query"));
  }

  @Test
  void anOperationIsNot() {
    ask("{ __schema { queryType { name } } imports { totalCount } }")
        .statusCode(401)
        .header("WWW-Authenticate", "Bearer")
        .body("data", nullValue())
        .body("errors[0].extensions.code", equalTo("UNAUTHENTICATED"));
  }

  @Test
  void anOperationIsNotForAWrongRoleEither() {
    given()
        .auth()
        .oauth2(token(Roles.VIEWER))
        .contentType(ContentType.JSON)
        .body("{\"query\": \"{ imports { totalCount } }\"}")
        .when()
        .post("/graphql")
        .then()
        .statusCode(403)
        .body("data", nullValue())
        .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
  }

  @Test
  void metricsAreRead() {
    given().when().get("/q/metrics").then().statusCode(200);
  }

  private static ValidatableResponse ask(String query) {
    return given()
        .contentType(ContentType.JSON)
        .body("{\"query\": \"" + query + "\"}")
        .when()
        .post("/graphql")
        .then();
  }
}
