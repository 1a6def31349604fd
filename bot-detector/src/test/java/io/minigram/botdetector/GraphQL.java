package io.minigram.botdetector;

import static io.minigram.workbench.testing.TestUsers.token;
import static io.restassured.RestAssured.given;

import io.minigram.edge.identity.Roles;
import io.minigram.workbench.testing.TestUsers;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The service's GraphQL endpoint as a client sees it. */
public final class GraphQL {

  private GraphQL() {}

  /** The answer to a request, {@code data} and {@code errors}. */
  public static JsonPath ask(String query) {
    return askAs(token(Roles.MODERATOR), query);
  }

  /** The answer to a request of whoever has this token. */
  public static JsonPath askAs(String token, String query) {
    return given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body(Map.of("query", query))
        .when()
        .post("/graphql")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** A token of another moderator than the one that {@link #ask} asks as. */
  public static String moderator(String subject) {
    var claims = TestUsers.identity().claims(Roles.MODERATOR, Duration.ofHours(1));
    claims.setSubject(subject);
    return TestUsers.identity().sign(claims);
  }

  /** The id of the run that {@code startRun} answers with. */
  public static String startRun() {
    return ask("mutation { startRun { id } }").getString("data.startRun.id");
  }

  public static List<String> accounts(String state) {
    return ask("{ flaggedAccounts(state: %s, first: 100) { edges { node { id } } } }"
            .formatted(state))
        .getList("data.flaggedAccounts.edges.node.id");
  }

  public static JsonPath confirm(long id, int version) {
    return ask(
        "mutation { confirmAccount(id: \"%d\", version: %d) { state version } }"
            .formatted(id, version));
  }

  public static JsonPath dismiss(long id, int version) {
    return ask(
        "mutation { dismissAccount(id: \"%d\", version: %d) { state version } }"
            .formatted(id, version));
  }

  public static JsonPath flag(long id, int version) {
    return ask(
        "mutation { flagAccount(id: \"%d\", version: %d, note: \"odd\") { state version } }"
            .formatted(id, version));
  }

  public static JsonPath undo(long id, int version) {
    return ask(
        "mutation { undoDecision(id: \"%d\", version: %d) { state version } }"
            .formatted(id, version));
  }

  public static String code(JsonPath answer) {
    return answer.getString("errors[0].extensions.code");
  }

  public static String message(JsonPath answer) {
    return answer.getString("errors[0].message");
  }
}
