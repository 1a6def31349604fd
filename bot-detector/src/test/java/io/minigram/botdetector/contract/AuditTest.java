package io.minigram.botdetector.contract;

import static io.minigram.botdetector.GraphQL.ask;
import static io.minigram.botdetector.GraphQL.confirm;
import static io.minigram.botdetector.GraphQL.startRun;
import static io.minigram.botdetector.GraphQL.undo;
import static io.minigram.workbench.testing.TestUsers.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.minigram.botdetector.DetectorTest;
import io.minigram.botdetector.Facts;
import io.minigram.edge.identity.Roles;
import io.minigram.workbench.testing.AuditLines;
import io.minigram.workbench.testing.GraphQLSocket;
import io.minigram.workbench.testing.TestUsers;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jose4j.jwt.MalformedClaimException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every refusal, and every use of the roles moderator and admin, is one line. */
@DetectorTest
class AuditTest {

  /** A refused request whose line ends what a test has caused. */
  private static final String END = "/the-end";

  private AuditLines audit;

  @BeforeEach
  void accountTwoIsFlagged() {
    Facts.network(5, 100);
    Facts.likes(2, 2, 10);
    startRun();
    audit = AuditLines.open();
  }

  @AfterEach
  void close() {
    audit.close();
  }

  @Test
  void aDecisionIsALineWithoutItsNote() {
    var before = Instant.now();

    graphQL(
        Roles.MODERATOR,
        "mutation { confirmAccount(id: \"2\", version: 0, note: \"likes at night\") { id note } }");

    var line = theLine();
    assertThat(line.get("who").asText()).isEqualTo(subject(Roles.MODERATOR));
    assertThat(texts(line.get("roles"))).containsExactly("moderator");
    assertThat(texts(line.get("what"))).containsExactly("confirmAccount(id: 2)");
    assertThat(line.get("from").asText()).isEqualTo("127.0.0.1");
    assertThat(Instant.parse(line.get("time").asText())).isBetween(before, Instant.now());
    assertThat(line.get("audit").asText()).isEqualTo("bot-detector");
    assertResult(line, "DONE");
    assertThat(audit.raw()).noneMatch(raw -> raw.contains("night"));
  }

  @Test
  void aDecisionThatFailsIsALineWithTheReason() {
    confirm(2, 0);
    audit.close();
    audit = AuditLines.open();

    confirm(2, 0);

    var line = theLine();
    assertThat(texts(line.get("what"))).containsExactly("confirmAccount(id: 2)");
    assertResult(line, "FAILED", "CONFLICT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mutation { flagAccount(id: "3", version: 0, note: "at night") { id } } | flagAccount(id: 3)
          { accountEvents(id: "2") { totalCount } }                              | accountEvents(id: 2)
          """)
  void whatIsDoneWithACaseIsALineWithoutANote(String query, String what) {
    graphQL(Roles.MODERATOR, query);

    var line = theLine();
    assertThat(texts(line.get("what"))).containsExactly(what);
    assertResult(line, "DONE");
    assertThat(audit.raw()).noneMatch(raw -> raw.contains("night"));
  }

  @Test
  void anUndoneDecisionIsALine() {
    confirm(2, 0);
    audit.close();
    audit = AuditLines.open();

    undo(2, 1);

    var line = theLine();
    assertThat(texts(line.get("what"))).containsExactly("undoDecision(id: 2)");
    assertResult(line, "DONE");
  }

  @Test
  void aRequestWithTwoFieldsIsOneLine() {
    graphQL(
        Roles.MODERATOR,
        "{ a: account(id: \"2\") { id } b: account(id: \"3\") { id } flaggedAccounts { totalCount }"
            + " }");

    var line = theLine();
    assertThat(texts(line.get("what")))
        .containsExactlyInAnyOrder("account(id: 2)", "account(id: 3)", "flaggedAccounts");
    assertResult(line, "DONE");
  }

  /** What is sent in the place of an id may be anything: a forged line, or a private text. */
  @Test
  void onlyAnIdGoesIntoTheLine() {
    var forged = "2\"]}\n{\"audit\":\"bot-detector\",\"who\":\"\\";

    graphQL(Roles.MODERATOR, "query($id: ID!) { account(id: $id) { id } }", Map.of("id", forged));

    var line = theLine();
    assertThat(texts(line.get("what"))).containsExactly("account(id: ?)");
    assertResult(line, "FAILED", "BAD_ARGUMENT");
  }

  @Test
  void whoHasNotTheRoleIsRefused() {
    graphQL(Roles.VIEWER, "mutation { confirmAccount(id: \"2\", version: 0) { id } }");

    var line = theLine();
    assertThat(line.get("who").asText()).isEqualTo(subject(Roles.VIEWER));
    assertThat(texts(line.get("roles"))).containsExactly("viewer");
    assertThat(texts(line.get("what"))).containsExactly("POST /graphql");
    assertResult(line, "REFUSED", "FORBIDDEN");
  }

  @Test
  void whoHasNoTokenIsRefused() {
    given().contentType(ContentType.JSON).body("{}").when().post("/graphql");

    var line = theLine();
    assertThat(line.get("who").asText()).isEmpty();
    assertThat(line.get("roles")).isEmpty();
    assertThat(line.get("from").asText()).isEqualTo("127.0.0.1");
    assertResult(line, "REFUSED", "UNAUTHENTICATED");
  }

  @Test
  void whoHasABadTokenIsRefusedAndNotBelievedHisName() {
    var claims = TestUsers.identity().claims(Roles.ADMIN, Duration.ofHours(-1));

    given().auth().oauth2(TestUsers.identity().sign(claims)).when().get("/q/metrics");

    var line = theLine();
    assertThat(line.get("who").asText()).isEmpty();
    assertThat(line.get("roles")).isEmpty();
    assertThat(texts(line.get("what"))).containsExactly("GET /q/metrics");
    assertResult(line, "REFUSED", "UNAUTHENTICATED");
  }

  @Test
  void theAddressOfTheConnectionCountsUnlessAProxyIsSet() {
    given()
        .header("X-Forwarded-For", "10.1.2.3")
        .header("Forwarded", "for=10.1.2.3;proto=https")
        .header("X-Forwarded-Proto", "https")
        .when()
        .get("/q/metrics")
        .then()
        .header("Strict-Transport-Security", nullValue());

    assertThat(theLine().get("from").asText()).isEqualTo("127.0.0.1");
  }

  @Test
  void aFormIsRefused() {
    given()
        .auth()
        .oauth2(token(Roles.MODERATOR))
        .contentType("text/plain")
        .body("{}")
        .when()
        .post("/graphql");

    var line = theLine();
    assertThat(line.get("who").asText()).isEqualTo(subject(Roles.MODERATOR));
    assertResult(line, "REFUSED", "UNSUPPORTED_MEDIA_TYPE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bm90.YQ.dG9rZW4", ""})
  void aWebSocketWithoutAGoodTokenIsRefused(String token) {
    try (var socket = new GraphQLSocket(RestAssured.port)) {
      socket.initialise(token);
      assertThat(socket.next()).startsWith("close 44");
    }

    var line = theLine();
    assertThat(line.get("who").asText()).isEmpty();
    assertThat(texts(line.get("what"))).containsExactly("WebSocket /graphql");
    assertThat(line.get("from").asText()).isEqualTo("127.0.0.1");
    assertResult(line, "REFUSED", "UNAUTHENTICATED");
  }

  @Test
  void aDecisionOverAWebSocketIsALine() {
    try (var socket = new GraphQLSocket(RestAssured.port)) {
      socket.initialise(token(Roles.MODERATOR));
      assertThat(socket.next()).contains("connection_ack");
      socket.send(
          """
          {"id": "1", "type": "subscribe", "payload": {
            "query": "mutation { dismissAccount(id: \\"2\\", version: 0) { state } }"}}\
          """);
      assertThat(socket.next()).contains("DISMISSED");
    }

    var line = theLine();
    assertThat(line.get("who").asText()).isEqualTo(subject(Roles.MODERATOR));
    assertThat(texts(line.get("what"))).containsExactly("dismissAccount(id: 2)");
    assertResult(line, "DONE");
    assertThat(ask("{ account(id: \"2\") { decidedBy } }").getString("data.account.decidedBy"))
        .isEqualTo(subject(Roles.MODERATOR));
  }

  @Test
  void anAdminReadsMetrics() {
    given().auth().oauth2(token(Roles.ADMIN)).when().get("/q/metrics").then().statusCode(200);

    var line = theLine();
    assertThat(line.get("who").asText()).isEqualTo(subject(Roles.ADMIN));
    assertThat(texts(line.get("roles"))).containsExactly("admin");
    assertThat(texts(line.get("what"))).containsExactly("GET /q/metrics");
    assertResult(line, "DONE");
  }

  @Test
  void noTokenAndNoQueryStringIsWritten() {
    var token = token(Roles.VIEWER);

    given().auth().oauth2(token).when().get("/q/metrics?access_token=" + token);

    assertThat(texts(theLine().get("what"))).containsExactly("GET /q/metrics");
    assertThat(audit.raw()).noneMatch(raw -> raw.contains(token));
  }

  /** The one line that has been written since this test began. */
  private JsonNode theLine() {
    given().when().get(END).then().statusCode(401);
    await().until(() -> audit.raw().stream().anyMatch(line -> line.contains(END)));
    var lines =
        audit.entries().stream()
            .filter(line -> !line.get("what").toString().contains(END))
            .toList();
    assertThat(lines).hasSize(1);
    return lines.get(0);
  }

  private static void assertResult(JsonNode line, String result, String... codes) {
    assertThat(line.get("result").asText()).isEqualTo(result);
    assertThat(texts(line.get("codes"))).containsExactly(codes);
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static String subject(String role) {
    try {
      return TestUsers.identity().claims(role, Duration.ofHours(1)).getSubject();
    } catch (MalformedClaimException e) {
      throw new AssertionError(e);
    }
  }

  private static void graphQL(String role, String query) {
    graphQL(role, query, Map.of());
  }

  private static void graphQL(String role, String query, Map<String, String> variables) {
    given()
        .auth()
        .oauth2(token(role))
        .contentType(ContentType.JSON)
        .body(Map.of("query", query, "variables", variables))
        .when()
        .post("/graphql");
  }
}
