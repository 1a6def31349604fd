package io.minigram.ingest.contract;

import static io.minigram.workbench.testing.TestUsers.token;
import static io.restassured.RestAssured.given;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schema and metrics closed to everyone, by setting; {@code access.csv} has the default. */
@IngestTest
@TestProfile(ClosedSchemaTest.Closed.class)
class ClosedSchemaTest {

  public static final class Closed implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "minigram.access.schema", "closed",
          "quarkus.http.auth.permission.metrics.policy", "deny");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {Roles.VIEWER, Roles.INGESTOR, Roles.MODERATOR, Roles.ADMIN})
  void nobodyReadsTheSchema(String role) {
    given()
        .auth()
        .oauth2(token(role))
        .when()
        .get("/graphql/schema.graphql")
        .then()
        .statusCode(403)
        .body("code", equalTo("FORBIDDEN"));
  }

  @Test
  void nobodyWithoutATokenReadsTheSchema() {
    given()
        .when()
        .get("/graphql/schema.graphql")
        .then()
        .statusCode(401)
        .body("code", equalTo("UNAUTHENTICATED"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ __schema { queryType { name } } }",
        "{ __type(name: \\\"Query\\\") { name } }",
        "{ imports { totalCount } schema: __schema { queryType { name } } }",
        "{ ...introspection } fragment introspection on Query { __schema { queryType { name } } }"
      })
  void introspectionIsNotAnswered(String query) {
    ask(query)
        .statusCode(403)
        .body("data", nullValue())
        .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
  }

  @Test
  void operationsAreAnsweredAsEver() {
    ask("{ __typename imports { __typename totalCount } }")
        .statusCode(200)
        .body("errors", nullValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {Roles.VIEWER, Roles.INGESTOR, Roles.MODERATOR, Roles.ADMIN})
  void nobodyReadsMetrics(String role) {
    given().auth().oauth2(token(role)).when().get("/q/metrics").then().statusCode(403);
  }

  private static ValidatableResponse ask(String query) {
    return given()
        .auth()
        .oauth2(token(Roles.INGESTOR))
        .contentType(ContentType.JSON)
        .body("{\"query\": \"" + query + "\"}")
        .when()
        .post("/graphql")
        .then();
  }
}
