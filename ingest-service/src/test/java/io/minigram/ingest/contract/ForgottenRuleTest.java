package io.minigram.ingest.contract;

import static io.minigram.workbench.testing.TestUsers.token;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.minigram.edge.identity.Roles;
import io.minigram.ingest.IngestTest;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody adds to a service without saying who may call it is closed to everyone. */
@IngestTest
@TestProfile(ForgottenRuleTest.WithAdditions.class)
class ForgottenRuleTest {

  private static final String ADDITIONS = "minigram.test.additions";

  public static final class WithAdditions implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(ADDITIONS, "true");
    }
  }

  /** Under a path whose methods decide for themselves. */
  @Path("/imports/additions")
  @IfBuildProperty(name = ADDITIONS, stringValue = "true")
  public static class Addition {

    @GET
    @Path("without-rule")
    public String withoutRule() {
      return "answered";
    }

    @GET
    @Path("with-rule")
    @RolesAllowed(Roles.VIEWER)
    public String withRule() {
      return "answered";
    }
  }

  /** Under a path that no setting lists. */
  @Path("/elsewhere")
  @PermitAll
  @IfBuildProperty(name = ADDITIONS, stringValue = "true")
  public static class Elsewhere {

    @GET
    public String get() {
      return "answered";
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {Roles.VIEWER, Roles.INGESTOR, Roles.MODERATOR, Roles.ADMIN})
  void aMethodWithoutARuleIsClosed(String role) {
    given()
        .auth()
        .oauth2(token(role))
        .when()
        .get("/imports/additions/without-rule")
        .then()
        .statusCode(403)
        .body("code", equalTo("FORBIDDEN"));
  }

  @Test
  void aMethodWithoutARuleIsClosedToWhomeverNobodyKnows() {
    given()
        .when()
        .get("/imports/additions/without-rule")
        .then()
        .statusCode(401)
        .body("code", equalTo("UNAUTHENTICATED"));
  }

  @Test
  void aMethodWithARuleIsOpenToItsRoleOnly() {
    given()
        .auth()
        .oauth2(token(Roles.VIEWER))
        .when()
        .get("/imports/additions/with-rule")
        .then()
        .statusCode(200)
        .body(equalTo("answered"));
    given()
        .auth()
        .oauth2(token(Roles.INGESTOR))
        .when()
        .get("/imports/additions/with-rule")
        .then()
        .statusCode(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {Roles.VIEWER, Roles.INGESTOR, Roles.MODERATOR, Roles.ADMIN})
  void aPathThatNobodyListedIsClosedWhateverItsMethodSays(String role) {
    given()
        .auth()
        .oauth2(token(role))
        .when()
        .get("/elsewhere")
        .then()
        .statusCode(403)
        .body("code", equalTo("FORBIDDEN"));
  }

  @Test
  void aPathThatNobodyListedIsClosedWithoutAToken() {
    given().when().get("/elsewhere").then().statusCode(401);
  }
}
