package io.minigram.botdetector.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.minigram.botdetector.DetectorTest;
import io.minigram.botdetector.GraphQL;
import io.minigram.edge.identity.LocalIdentity;
import io.minigram.edge.identity.Roles;
import io.minigram.workbench.testing.OwnerDatabase;
import io.minigram.workbench.testing.TestUsers;
import io.minigram.workbench.testing.access.WebSocketConnection;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GraphQL over WebSocket: who gets in, and when he is out again. */
@DetectorTest
@TestProfile(WebSocketTest.ShortPatience.class)
class WebSocketTest {

  public static final class ShortPatience implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("minigram.access.connection-init-limit", "3s");
    }
  }

  private static final String QUERY = "{ runs { totalCount } }";

  @TestHTTPResource("/")
  URI service;

  private LocalIdentity identity;
  private String moderator;

  @BeforeEach
  void readKeys() {
    identity = TestUsers.identity();
    moderator = TestUsers.token(Roles.MODERATOR);
  }

  @Test
  void anOperationIsAnsweredAsItsCaller() {
    try (var connection = WebSocketConnection.open(service)) {
      connection.init(moderator);
      assertThat(connection.next().path("type").asText()).isEqualTo("connection_ack");

      connection.subscribe("1", QUERY);

      var answer = connection.next();
      assertThat(answer.path("type").asText()).isEqualTo("next");
      assertThat(answer.at("/payload/data/runs/totalCount").isNumber()).isTrue();
      assertThat(answer.at("/payload/errors").isEmpty()).isTrue();
      assertThat(connection.next().path("type").asText()).isEqualTo("complete");
    }
  }

  @Test
  void theIdOfAnOperationThatFailedMayBeUsedAgain() {
    try (var connection = acknowledged(moderator)) {
      connection.subscribe("1", "{ nothingLikeThis }");
      var error = connection.next();
      assertThat(error.path("type").asText()).isEqualTo("error");
      assertThat(error.at("/payload/0/extensions/code").asText()).isEqualTo("BAD_QUERY");

      connection.subscribe("1", QUERY);

      assertThat(connection.next().path("type").asText()).isEqualTo("next");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type': 'connection_init'}",
        "{'type': 'connection_init', 'payload': null}",
        "{'type': 'connection_init', 'payload': 'Bearer x'}",
        "{'type': 'connection_init', 'payload': {}}",
        "{'type': 'connection_init', 'payload': {'Authorization': null}}",
        "{'type': 'connection_init', 'payload': {'Authorization': ['Bearer x']}}",
        "{'type': 'connection_init', 'payload': {'Authorization': ''}}",
        "{'type': 'connection_init', 'payload': {'Authorization': 'Bearer'}}",
        "{'type': 'connection_init', 'payload': {'Authorization': 'Bearer  '}}",
        "{'type': 'connection_init', 'payload': {'Authorization': 'Basic YWRtaW46YWRtaW4='}}",
        "{'type': 'connection_init', 'payload': {'Authorization': 'DPoP x'}}"
      })
  void withoutATokenTheConnectionIsClosed(String message) {
    try (var connection = WebSocketConnection.open(service)) {
      connection.send(message.replace('\'', '"'));
      connection.subscribe("1", QUERY);

      var end = connection.end();

      assertThat(end.messages()).isEmpty();
      assertThat(end.code()).isEqualTo(4401);
    }
  }

  @Test
  void aTokenOfSomebodyWhoHasNoBusinessHereClosesTheConnection() {
    try (var connection = WebSocketConnection.open(service)) {
      connection.init(TestUsers.token(Roles.INGESTOR));
      connection.subscribe("1", "{ __typename }");

      var end = connection.end();

      assertThat(end.messages()).isEmpty();
      assertThat(end.code()).isEqualTo(4403);
    }
  }

  @Test
  void anOperationBeforeTheTokenClosesTheConnection() {
    try (var connection = WebSocketConnection.open(service)) {
      connection.subscribe("1", QUERY);
      connection.init(moderator);

      var end = connection.end();

      assertThat(end.messages()).isEmpty();
      assertThat(end.code()).isEqualTo(4401);
    }
  }

  @Test
  void aSecondTokenClosesTheConnection() {
    try (var connection = acknowledged(moderator)) {
      connection.init(TestUsers.token(Roles.MODERATOR));

      assertThat(connection.end().code()).isEqualTo(4429);
    }
  }

  @Test
  void aSecondTokenSentAtOnceClosesTheConnection() {
    try (var connection = WebSocketConnection.open(service)) {
      connection.init(moderator);
      connection.init(TestUsers.token(Roles.VIEWER));

      var end = connection.end();

      assertThat(types(end)).containsExactly("connection_ack");
      assertThat(end.code()).isEqualTo(4429);
    }
  }

  @Test
  void whoNeverSendsATokenIsClosedOut() {
    try (var connection = WebSocketConnection.open(service)) {
      connection.send("{\"type\": \"ping\"}");

      assertThat(connection.end().code()).isEqualTo(4408);
    }
  }

  @Test
  void theConnectionEndsWhenItsTokenDoes() {
    var expiry = Instant.now().plusSeconds(4);
    try (var connection = acknowledged(tokenUntil(expiry))) {
      connection.subscribe("1", QUERY);

      var end = connection.end();

      assertThat(types(end)).containsExactly("next", "complete");
      assertThat(end.code()).isEqualTo(1008);
      assertThat(Instant.now())
          .isBetween(Instant.ofEpochSecond(expiry.getEpochSecond()), expiry.plusSeconds(5));
    }
  }

  @Test
  void aTokenThatIsOnlyLetOffForItsClockEndsTheConnectionAtOnce() {
    try (var connection = WebSocketConnection.open(service)) {
      connection.init(tokenUntil(Instant.now().minusSeconds(2)));

      var end = connection.end();

      assertThat(end.code()).isEqualTo(1008);
    }
  }

  @Test
  void aTokenInTheHandshakeDoesNotStandInForTheOneOfTheConnection() {
    try (var connection =
        WebSocketConnection.open(service, "/graphql", moderator, "graphql-transport-ws")) {
      connection.send("{\"type\": \"connection_init\"}");

      assertThat(connection.end().code()).isEqualTo(4401);
    }
  }

  @Test
  void theTokenOfTheConnectionCountsNotThatOfTheHandshake() {
    try (var connection =
        WebSocketConnection.open(service, "/graphql", moderator, "graphql-transport-ws")) {
      connection.init(TestUsers.token(Roles.VIEWER));

      assertThat(connection.end().code()).isEqualTo(4403);
    }
    try (var connection =
        WebSocketConnection.open(
            service, "/graphql", TestUsers.token(Roles.VIEWER), "graphql-transport-ws")) {
      connection.init(moderator);
      assertThat(connection.next().path("type").asText()).isEqualTo("connection_ack");
      connection.subscribe("1", QUERY);

      assertThat(connection.next().path("type").asText()).isEqualTo("next");
    }
  }

  @Test
  void aBadTokenInTheHandshakeIsRefused() {
    assertThatThrownBy(
            () -> WebSocketConnection.open(service, "/graphql", "x.y.z", "graphql-transport-ws"))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(401));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "graphql-ws", "chat"})
  void anotherSubprotocolIsNotSpoken(String subprotocol) {
    try (var connection = WebSocketConnection.open(service, "/graphql", null, subprotocol)) {
      assertThat(connection.end().code()).isEqualTo(4406);
    } catch (CompletionException refused) {
      assertThat(refused).hasCauseInstanceOf(WebSocketHandshakeException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "[]",
        "null",
        "{}",
        "{'type': 1}",
        "{'type': 'connection_ack'}",
        "{'type': 'CONNECTION_INIT'}",
        "{'type': 'Subscribe', 'id': '1', 'payload': {'query': '{ __typename }'}}",
        "{'type': 'subscribe'}",
        "{'type': 'subscribe', 'id': 1, 'payload': {'query': '{ __typename }'}}",
        "{'type': 'subscribe', 'id': '1'}",
        "{'type': 'subscribe', 'id': '1', 'payload': '{ __typename }'}",
        "{'type': 'subscribe', 'id': '1', 'payload': {}}",
        "{'type': 'subscribe', 'id': '1', 'payload': {'query': '{ __typename }', 'variables': []}}",
        "{'type': 'complete'}"
      })
  void whatIsNoMessageClosesTheConnection(String message) {
    try (var connection = acknowledged(moderator)) {
      connection.send(message.replace('\'', '"'));

      var end = connection.end();

      assertThat(end.messages()).isEmpty();
      assertThat(end.code()).isEqualTo(4400);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONNECTION_INIT", "Connection_init"})
  void noSpellingOfTheFirstMessageGetsAroundTheToken(String type) {
    try (var connection = WebSocketConnection.open(service)) {
      connection.send("{\"type\": \"%s\"}".formatted(type));

      var end = connection.end();

      assertThat(end.messages()).isEmpty();
      assertThat(end.code()).isEqualTo(4400);
    }
  }

  @Test
  void bytesCloseTheConnection() {
    try (var connection = acknowledged(moderator)) {
      connection.sendBinary(new byte[] {1});

      assertThat(connection.end().code()).isEqualTo(1003);
    }
  }

  @Test
  void aMessageThatIsTooLargeClosesTheConnection() {
    try (var connection = acknowledged(moderator)) {
      connection.subscribe("1", QUERY + " ".repeat(1 << 20));

      var end = connection.end();

      assertThat(end.messages()).isEmpty();
      assertThat(end.code()).isIn(1009, WebSocketConnection.BROKEN_OFF);
    }
  }

  @Test
  void whoLeavesWhileHisOperationRunsLeavesNothingBehind() throws Exception {
    int connections = 40;
    try (var owner = OwnerDatabase.connect()) {
      owner.setAutoCommit(false);
      owner.createStatement().execute("lock table moderation.run in access exclusive mode");
      var leaving = new ArrayList<WebSocketConnection>();
      for (int i = 0; i < connections; i++) {
        var connection = acknowledged(moderator);
        connection.subscribe("1", QUERY);
        leaving.add(connection);
      }
      await().until(() -> sessions("wait_event_type = 'Lock'") > 1);

      leaving.forEach(WebSocketConnection::close);
      owner.rollback();
    }

    await().until(() -> sessions("state <> 'idle'") == 0);
    assertThat(GraphQL.ask(QUERY).getInt("data.runs.totalCount")).isNotNegative();
  }

  private static int sessions(String state) {
    var count =
        OwnerDatabase.rows(
            "select count(*) from pg_stat_activity where usename = 'bot_detector' and " + state);
    return Integer.parseInt(count.get(0));
  }

  private static List<String> types(WebSocketConnection.End end) {
    return end.messages().stream().map(message -> message.path("type").asText()).toList();
  }

  private WebSocketConnection acknowledged(String token) {
    var connection = WebSocketConnection.open(service);
    connection.init(token);
    assertThat(connection.next().path("type").asText()).isEqualTo("connection_ack");
    return connection;
  }

  private String tokenUntil(Instant end) {
    var claims = identity.claims(Roles.MODERATOR, Duration.ofHours(1));
    claims.setStringListClaim("groups", List.of(Roles.MODERATOR));
    claims.setIssuedAt(NumericDate.fromSeconds(end.minusSeconds(60).getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(end.getEpochSecond()));
    return identity.sign(claims);
  }
}
