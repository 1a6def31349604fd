package io.minigram.ingest.contract;

import static io.minigram.workbench.testing.TestUsers.token;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.minigram.edge.identity.Roles;
import io.minigram.ingest.IngestTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client gets that is refused, or that asks for what cannot be. */
@IngestTest
class AnswersTest {

  private static final String QUERY = "{\"query\": \"{ imports { totalCount } }\"}";
  private static final String BAD_TOKEN = "bm90.YQ.dG9rZW4";
  private static final String INVALID_TOKEN = "Bearer error=\"invalid_token\"";

  @ParameterizedTest
  @ValueSource(
      strings = {"/imports/1/rejects", "/q/metrics", "/graphql/schema.graphql", "/nothing"})
  void aPathWithoutAToken(String path) {
    given()
        .when()
        .get(path)
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", equalTo("Bearer"))
        .contentType(ContentType.JSON)
        .body("code", equalTo("UNAUTHENTICATED"))
        .body("message", not(blankOrNullString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/imports/1/rejects", "/q/metrics", "/graphql/schema.graphql", "/nothing"})
  void aPathWithABadToken(String path) {
    given()
        .auth()
        .oauth2(BAD_TOKEN)
        .when()
        .get(path)
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", equalTo(INVALID_TOKEN))
        .body("code", equalTo("UNAUTHENTICATED"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/imports/1/rejects", "/q/metrics", "/graphql/schema.graphql", "/nothing"})
  void aPathWithoutTheRole(String path) {
    as(Roles.VIEWER)
        .when()
        .get(path)
        .then()
        .statusCode(403)
        .header("WWW-Authenticate", nullValue())
        .contentType(ContentType.JSON)
        .body("code", equalTo("FORBIDDEN"))
        .body("message", not(blankOrNullString()));
  }

  @Test
  void graphQLWithoutAToken() {
    given()
        .contentType(ContentType.JSON)
        .body(QUERY)
        .when()
        .post("/graphql")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", equalTo("Bearer"))
        .body("errors[0].extensions.code", equalTo("UNAUTHENTICATED"))
        .body("data", nullValue());
  }

  @Test
  void graphQLWithABadToken() {
    given()
        .auth()
        .oauth2(BAD_TOKEN)
        .contentType(ContentType.JSON)
        .body(QUERY)
        .when()
        .post("/graphql")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", equalTo(INVALID_TOKEN))
        .body("errors[0].extensions.code", equalTo("UNAUTHENTICATED"));
  }

  @Test
  void graphQLWithoutTheRole() {
    as(Roles.VIEWER)
        .contentType(ContentType.JSON)
        .body(QUERY)
        .when()
        .post("/graphql")
        .then()
        .statusCode(403)
        .header("WWW-Authenticate", nullValue())
        .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ imports { nope } }",
        "{ nope }",
        "{ imports { totalCount",
        "",
        "mutation { imports { totalCount } }",
        "query a { imports { totalCount } } query b { imports { totalCount } }",
        "{ imports(first: null) { totalCount } }",
        "{ import { id } }",
        "query other($name: String) { imports { totalCount } }",
      })
  void aDocumentThatCannotBe(String query) {
    as(Roles.INGESTOR)
        .contentType(ContentType.JSON)
        .body(Map.of("query", query))
        .when()
        .post("/graphql")
        .then()
        .statusCode(200)
        .body("errors.extensions.code", everyItem(equalTo("BAD_QUERY")))
        .body("errors[0].message", not(blankOrNullString()))
        .body("data", nullValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"query\": 1}",
        "{\"query\": null}",
        "{\"query\": \"{ imports { totalCount } }\", \"variables\": \"x\"}",
        "{\"query\": \"{ imports { totalCount } }\", \"variables\": [1]}",
        "{\"query\": \"{ imports { totalCount } }\", \"operationName\": 1}",
        "{\"query\": \"{ imports { totalCount } }\", \"extensions\": []}",
      })
  void aRequestThatCannotBe(String body) {
    as(Roles.INGESTOR)
        .contentType(ContentType.JSON)
        .body(body)
        .when()
        .post("/graphql")
        .then()
        .statusCode(400)
        .body("errors.extensions.code", everyItem(equalTo("BAD_QUERY")))
        .body("errors[0].message", not(blankOrNullString()))
        .body("data", nullValue());
  }

  @ParameterizedTest
  @CsvSource({
    "application/graphql-response+json, 400, application/graphql-response+json",
    "'application/graphql-response+json, application/json;q=0.9', 400,"
        + " application/graphql-response+json",
    "'application/json, application/graphql-response+json;q=0.9', 200, application/json",
    "application/json, 200, application/json",
    "application/*, 200, application/json",
    "*/*, 200, application/json",
    "'text/html, */*;q=0.1', 200, application/json",
  })
  void theTypeThatIsAcceptedBestDecidesOnTheStatus(String accept, int status, String type) {
    as(Roles.INGESTOR)
        .accept(accept)
        .contentType(ContentType.JSON)
        .body("{\"query\": \"{ nope }\"}")
        .when()
        .post("/graphql")
        .then()
        .statusCode(status)
        .header("Content-Type", type + "; charset=utf-8")
        .body("errors[0].extensions.code", equalTo("BAD_QUERY"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/xml", "application/json;q=0", "image/*"})
  void aTypeThatThereIsNoAnswerIn(String accept) {
    as(Roles.INGESTOR)
        .accept(accept)
        .contentType(ContentType.JSON)
        .body(QUERY)
        .when()
        .post("/graphql")
        .then()
        .statusCode(406)
        .body("errors[0].extensions.code", equalTo("NOT_ACCEPTABLE"));
  }

  @Test
  void aQueryByGet() {
    as(Roles.INGESTOR)
        .queryParam("query", "query ask($id: ID!) { import(id: $id) { id } }")
        .queryParam("operationName", "ask")
        .queryParam("variables", "{\"id\": \"4711\"}")
        .when()
        .get("/graphql")
        .then()
        .statusCode(200)
        .body("errors[0].extensions.code", equalTo("NOT_FOUND"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?variables=%7B%7D",
        "?query=%7B__typename%7D&variables=1",
        "?query=%7B__typename%7D&query=%7B__typename%7D",
      })
  void aRequestByGetThatCannotBe(String parameters) {
    as(Roles.INGESTOR)
        .urlEncodingEnabled(false)
        .when()
        .get("/graphql" + parameters)
        .then()
        .statusCode(400)
        .body("errors[0].extensions.code", equalTo("BAD_QUERY"));
  }

  @Test
  void aMutationByGet() {
    as(Roles.INGESTOR)
        .queryParam("query", "mutation { unlike(photoId: \"1\", userId: \"1\") { __typename } }")
        .when()
        .get("/graphql")
        .then()
        .statusCode(405)
        .header("Allow", "POST")
        .body("errors[0].extensions.code", equalTo("METHOD_NOT_ALLOWED"))
        .body("data", nullValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
  void anotherMethod(String method) {
    as(Roles.INGESTOR)
        .when()
        .request(method, "/graphql")
        .then()
        .statusCode(405)
        .header("Allow", "GET, POST, OPTIONS")
        .body("errors[0].extensions.code", equalTo("METHOD_NOT_ALLOWED"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "\"{ imports { totalCount } }\"", "null"})
  void aBodyThatIsNoJsonObject(String body) {
    as(Roles.INGESTOR)
        .contentType(ContentType.JSON)
        .body(body)
        .when()
        .post("/graphql")
        .then()
        .statusCode(400)
        .body("errors[0].extensions.code", equalTo("BAD_QUERY"));
  }

  @Test
  void aBodyThatIsTooLong() {
    as(Roles.INGESTOR)
        .contentType(ContentType.JSON)
        .body("{\"query\": \"" + " ".repeat(1 << 20) + "{ imports { totalCount } }\"}")
        .when()
        .post("/graphql")
        .then()
        .statusCode(413)
        .body("errors[0].extensions.code", equalTo("TOO_LARGE"));
  }

  @ParameterizedTest
  @CsvSource({
    "'{ import(id: \"one\") { id } }', BAD_ARGUMENT",
    "'{ imports(first: 0) { totalCount } }', BAD_ARGUMENT",
    "'{ imports(after: \"%%\") { totalCount } }', BAD_ARGUMENT",
    "'{ import(id: \"4711\") { id } }', NOT_FOUND",
  })
  void anArgumentThatCannotBe(String query, String code) {
    as(Roles.INGESTOR)
        .contentType(ContentType.JSON)
        .body(Map.of("query", query))
        .when()
        .post("/graphql")
        .then()
        .statusCode(200)
        .body("errors[0].extensions.code", equalTo(code));
  }

  @Test
  void aFileOfAnUnknownType() {
    as(Roles.INGESTOR)
        .contentType(ContentType.JSON)
        .body("{}")
        .when()
        .post("/imports/users")
        .then()
        .statusCode(415)
        .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
  }

  private static RequestSpecification as(String role) {
    return given().auth().oauth2(token(role));
  }
}
