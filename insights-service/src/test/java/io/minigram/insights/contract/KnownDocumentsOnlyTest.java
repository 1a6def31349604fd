package io.minigram.insights.contract;

import static io.minigram.workbench.testing.TestUsers.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.minigram.edge.identity.Roles;
import io.minigram.insights.InsightsTest;
import io.minigram.insights.testing.SmallNetwork;
import io.minigram.workbench.testing.access.WebSocketConnection;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Documents that nobody has looked at before are refused, by setting. */
@InsightsTest
@TestProfile(KnownDocumentsOnlyTest.KnownOnly.class)
class KnownDocumentsOnlyTest {

  public static final class KnownOnly implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("minigram.graphql.documents.arbitrary", "false");
    }
  }

  @TestHTTPResource("/")
  URI service;

  @BeforeEach
  void load() {
    SmallNetwork.load();
  }

  @Test
  void anotherDocumentIsRefused() {
    given()
        .auth()
        .oauth2(token(Roles.VIEWER))
        .contentType("application/json")
        .body(Map.of("query", "{ totals { likes } }"))
        .when()
        .post("/graphql")
        .then()
        .statusCode(403)
        .body("errors[0].extensions.code", equalTo("DOCUMENT_NOT_ALLOWED"))
        .body("data", nullValue());
  }

  @Test
  void theTextOfAKnownOneIsAnswered() throws IOException {
    given()
        .auth()
        .oauth2(token(Roles.VIEWER))
        .contentType("application/json")
        .body(Map.of("query", text("headline.graphql")))
        .when()
        .post("/graphql")
        .then()
        .statusCode(200)
        .body("data.totals.likes", equalTo(12));
  }

  @Test
  void aWebSocketIsNoWayAround() throws IOException {
    try (var connection = WebSocketConnection.open(service)) {
      connection.init(token(Roles.VIEWER));
      assertThat(connection.next().path("type").asText()).isEqualTo("connection_ack");

      connection.subscribe("1", "subscription { headline { likes } }");
      connection.subscribe("2", text("live.graphql"));

      var refused = connection.next();
      assertThat(refused.path("type").asText()).isEqualTo("error");
      assertThat(refused.at("/payload/0/extensions/code").asText())
          .isEqualTo("DOCUMENT_NOT_ALLOWED");
      var answered = connection.next();
      assertThat(answered.at("/payload/data/headline/likes").asInt()).isEqualTo(12);
    }
  }

  /** Its documents are the service's own. */
  @Test
  void listsAreAnsweredAsEver() {
    given()
        .auth()
        .oauth2(token(Roles.VIEWER))
        .when()
        .get("/lists/users")
        .then()
        .statusCode(200)
        .body(startsWith("id,"));
  }

  private static String text(String document) throws IOException {
    return Files.readString(Path.of("src/main/resources/documents", document));
  }
}
