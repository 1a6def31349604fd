package io.minigram.insights.contract;

import static io.minigram.workbench.testing.TestUsers.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.minigram.edge.identity.Roles;
import io.minigram.insights.InsightsTest;
import io.minigram.insights.testing.SmallNetwork;
import io.minigram.workbench.testing.GraphQLSocket;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A document that the service knows is asked for by its hash. */
@InsightsTest
class DocumentsTest {

  private static final Path FOLDER = Path.of("src/main/resources/documents");
  private static final String UNKNOWN = "0".repeat(64);

  @BeforeAll
  static void load() {
    SmallNetwork.load();
  }

  @Test
  void theListHasEveryDocument() throws IOException {
    assertThat(Files.readAllLines(FOLDER.resolve("documents.txt")))
        .containsExactlyElementsOf(
            documents().stream().map(path -> path.getFileName().toString()).toList());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void eachIsAnsweredByItsHash(Path document) throws Exception {
    var answer =
        viewer().queryParam("documentId", "sha256:" + hash(document)).when().get("/graphql").then();

    if (Files.readString(document).contains("subscription")) {
      answer.body("errors[0].extensions.code", equalTo("NOT_OVER_HTTP"));
    } else {
      answer
          .statusCode(200)
          .header("ETag", notNullValue())
          .body("errors", nullValue())
          .body("data.totals.likes", equalTo(12));
    }
  }

  @Test
  void apollosClientsSendTheHashAsAnExtension() throws Exception {
    var extensions =
        Map.of(
            "persistedQuery",
            Map.of("version", 1, "sha256Hash", hash(FOLDER.resolve("headline.graphql"))));

    viewer()
        .contentType("application/json")
        .body(Map.of("operationName", "Headline", "extensions", extensions))
        .when()
        .post("/graphql")
        .then()
        .statusCode(200)
        .body("errors", nullValue())
        .body("data.totals.likes", equalTo(12));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"documentId\": \"unknown\"}",
        "{\"extensions\": {\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"unknown\"}}}"
      })
  void anUnknownHashIsRefused(String body) {
    viewer()
        .contentType("application/json")
        .body(body.replace("unknown", UNKNOWN))
        .when()
        .post("/graphql")
        .then()
        .statusCode(404)
        .body("errors[0].extensions.code", equalTo("PERSISTED_QUERY_NOT_FOUND"))
        .body("data", nullValue());
  }

  /** Apollo's clients do so when the hash was not known. */
  @Test
  void aTextWithAnUnknownHashIsAnsweredAsAnyText() {
    viewer()
        .contentType("application/json")
        .body(
            Map.of(
                "query",
                "{ totals { likes } }",
                "extensions",
                Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", UNKNOWN))))
        .when()
        .post("/graphql")
        .then()
        .statusCode(200)
        .body("data.totals.likes", equalTo(12));
  }

  @Test
  void overWebSocketADocumentIsKnownByItsHashToo() throws Exception {
    var byId = "\"documentId\": \"sha256:" + hash(FOLDER.resolve("live.graphql")) + "\"";
    var asApollosClientsSendIt =
        "\"extensions\": {\"persistedQuery\": {\"sha256Hash\": \"%s\"}}"
            .formatted(hash(FOLDER.resolve("headline.graphql")));

    try (var socket = socket()) {
      socket.send(subscribe("1", byId));
      assertThat(socket.next())
          .contains("\"id\":\"1\"", "\"type\":\"next\"", "\"headline\"", "\"likes\":12");
      socket.send("{\"id\": \"1\", \"type\": \"complete\"}");
      socket.send(subscribe("2", asApollosClientsSendIt));
      assertThat(socket.next())
          .contains("\"id\":\"2\"", "\"type\":\"next\"", "\"totals\"", "\"likes\":12");
    }
  }

  @Test
  void overWebSocketAnUnknownHashFailsItsOperationOnly() throws Exception {
    try (var socket = socket()) {
      socket.send(subscribe("1", "\"documentId\": \"" + UNKNOWN + "\""));
      assertThat(socket.next())
          .contains("\"id\":\"1\"", "\"type\":\"error\"", "PERSISTED_QUERY_NOT_FOUND");
      socket.send(subscribe("1", "\"query\": \"{ totals { likes } }\""));
      assertThat(socket.next()).contains("\"type\":\"next\"", "\"likes\":12");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"documentId\": 1", "\"variables\": {}"})
  void overWebSocketAMessageWithoutADocumentIsNone(String payload) {
    try (var socket = socket()) {
      socket.send(subscribe("1", payload));
      assertThat(socket.next()).isEqualTo("close 4400");
    }
  }

  private static GraphQLSocket socket() {
    var socket = new GraphQLSocket(RestAssured.port);
    socket.initialise(token(Roles.VIEWER));
    assertThat(socket.next()).contains("connection_ack");
    return socket;
  }

  private static String subscribe(String id, String payload) {
    return "{\"id\": \"%s\", \"type\": \"subscribe\", \"payload\": {%s}}".formatted(id, payload);
  }

  private static RequestSpecification viewer() {
    return given().auth().oauth2(token(Roles.VIEWER));
  }

  private static List<Path> documents() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".graphql")).sorted().toList();
    }
  }

  private static String hash(Path document) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(document)));
  }
}
