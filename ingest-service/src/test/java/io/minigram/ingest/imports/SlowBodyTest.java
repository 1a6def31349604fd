package io.minigram.ingest.imports;

import static io.minigram.workbench.testing.TestUsers.token;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.minigram.edge.identity.Roles;
import io.minigram.ingest.IngestTest;
import io.minigram.workbench.testing.OwnerDatabase;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sender that takes its time holds a place for as long as the service has patience. */
@IngestTest
@TestProfile(SlowBodyTest.Impatient.class)
class SlowBodyTest {

  private static final Duration PATIENCE = Duration.ofMillis(800);

  public static final class Impatient implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "minigram.imports.patience", PATIENCE.toMillis() + "ms",
          "minigram.imports.least-bytes-in-patience", "800",
          "minigram.imports.batch-rows", "1");
    }
  }

  private static final String HEADER = "id,username,created_at\n";
  private static final String ROW = "1,ann,2020-01-01 00:00:00\n";

  @TestHTTPResource("/imports/users")
  URL users;

  @BeforeEach
  void nobody() {
    OwnerDatabase.clear();
  }

  @Test
  @Timeout(30)
  void whoSendsByteByByteIsAnsweredAndLetGo() throws IOException {
    try (var sender = sender()) {
      send(sender, HEADER + ROW);
      var dripping = CompletableFuture.runAsync(() -> drip(sender, "2,bob,".repeat(1_000)));

      var answer = new String(sender.getInputStream().readAllBytes(), US_ASCII);

      assertThat(answer)
          .startsWith("HTTP/1.1 408 ")
          .containsIgnoringCase("\r\nConnection: close\r\n")
          .contains("\"code\":\"TOO_SLOW\"", "at least 800 bytes are expected in each 0.8 s")
          .contains("The batches before that are in; send the file again");
      assertThat(dripping).failsWithin(Duration.ofSeconds(10));
      assertThat(OwnerDatabase.rows("select state, inserted from facts.import"))
          .containsExactly("FAILED|1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "id,username", HEADER, HEADER + ROW})
  @Timeout(30)
  void whoSendsNothingMoreIsAnsweredAndLetGo(String beginning) throws IOException {
    try (var sender = sender()) {
      send(sender, beginning);

      var answer = new String(sender.getInputStream().readAllBytes(), US_ASCII);

      assertThat(answer)
          .startsWith("HTTP/1.1 408 ")
          .contains("\"code\":\"TOO_SLOW\"", "Nothing came for 0.8 s");
      assertThat(OwnerDatabase.rows("select state from facts.import where state <> 'FAILED'"))
          .isEmpty();
    }
  }

  @Test
  void aSlowDatabaseIsNotTheSendersFault() throws Exception {
    var file = new StringBuilder(HEADER);
    for (int id = 1; id <= 100; id++) {
      file.append(id).append(",ann,2020-01-01 00:00:00\n");
    }
    CompletableFuture<Void> importing;
    try (var owner = OwnerDatabase.connect()) {
      owner.setAutoCommit(false);
      owner.createStatement().execute("lock table facts.users in exclusive mode");

      importing =
          CompletableFuture.runAsync(
              () ->
                  given()
                      .auth()
                      .oauth2(token(Roles.INGESTOR))
                      .contentType("text/csv")
                      .body(file.toString())
                      .when()
                      .post(users)
                      .then()
                      .statusCode(200)
                      .body("inserted", equalTo(100)));
      Awaitility.await()
          .pollDelay(PATIENCE.multipliedBy(3))
          .untilAsserted(() -> assertThat(importing).isNotDone());
    }

    assertThat(importing).succeedsWithin(Duration.ofSeconds(20));
  }

  /** Has announced a body, and sent nothing of it yet. */
  private Socket sender() throws IOException {
    var socket = new Socket(users.getHost(), users.getPort());
    send(
        socket,
        "POST /imports/users HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
            + "Content-Length: 1000000\r\nAuthorization: Bearer "
            + token(Roles.INGESTOR)
            + "\r\n\r\n");
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(US_ASCII));
  }

  /** Some fifty bytes a second, until nobody takes them any more. */
  private static void drip(Socket socket, String text) {
    text.chars()
        .forEach(
            letter -> {
              try {
                send(socket, Character.toString(letter));
                Thread.sleep(20);
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
  }
}
