package io.minigram.ingest.contract;

import static io.minigram.workbench.testing.TestUsers.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.minigram.edge.identity.Roles;
import io.minigram.ingest.IngestTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page of another site can make a browser send. */
@IngestTest
class CrossSiteTest {

  private static final String QUERY = "{\"query\": \"{ imports { totalCount } }\"}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "text/plain; charset=application/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x"
      })
  void aSimpleRequestToGraphQLIsRefused(String contentType) throws Exception {
    var response = post(contentType, "cross-site");

    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(response.body()).contains("UNSUPPORTED_MEDIA_TYPE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "Application/JSON; charset=utf-8"})
  void jsonIsTaken(String contentType) {
    given()
        .auth()
        .oauth2(token(Roles.INGESTOR))
        .header("Content-Type", contentType)
        .body(QUERY.getBytes())
        .when()
        .post("/graphql")
        .then()
        .statusCode(200)
        .body("errors", nullValue());
  }

  /** As a shell sends it when the query is written over several lines. */
  @Test
  void aQueryMayHaveLineEnds() {
    given()
        .auth()
        .oauth2(token(Roles.INGESTOR))
        .contentType("application/json")
        .body("{\"query\": \"{\n  imports {\n\ttotalCount\r\n}\n}\"}")
        .when()
        .post("/graphql")
        .then()
        .statusCode(200)
        .body("errors", nullValue());
  }

  @Test
  void aPageServedFromHereMayPostWithoutAContentTypeOfItsOwn() throws Exception {
    var response = post("text/plain;charset=UTF-8", "same-origin");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("totalCount");
  }

  @Test
  void noOtherOriginIsAllowed() {
    given()
        .header("Origin", "https://elsewhere.example")
        .header("Access-Control-Request-Method", "POST")
        .when()
        .options("/graphql")
        .then()
        .header("Access-Control-Allow-Origin", nullValue());
  }

  @Test
  void answersCannotBeTakenForPages() {
    given()
        .auth()
        .oauth2(token(Roles.INGESTOR))
        .contentType("application/json")
        .body(QUERY)
        .when()
        .post("/graphql")
        .then()
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("Referrer-Policy", equalTo("no-referrer"))
        .header("Content-Security-Policy", equalTo("default-src 'none'; frame-ancestors 'none'"));
  }

  /** Sends the query as it stands: REST Assured would encode it after the content type. */
  private static HttpResponse<String> post(String contentType, String site) throws Exception {
    var request =
        HttpRequest.newBuilder(
                URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/graphql"))
            .header("Content-Type", contentType)
            .header("Authorization", "Bearer " + token(Roles.INGESTOR))
            .header("Sec-Fetch-Site", site)
            .POST(HttpRequest.BodyPublishers.ofString(QUERY))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
