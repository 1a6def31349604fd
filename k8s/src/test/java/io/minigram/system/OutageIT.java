package io.minigram.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** While PostgreSQL is away the service says so, and needs nobody's help when it is back. */
class OutageIT {

  private static final String HEADER = "id,username,created_at\n";
  private static final String ROW = "1,ann,2020-01-01 00:00:00\n";
  private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(3);

  @TempDir Path data;

  private IngestSystem system;

  @BeforeEach
  void start() throws Exception {
    system =
        IngestSystem.start(data.resolve("postgres"), Map.of("MINIGRAM_IMPORTS_BATCH_ROWS", "1"));
  }

  @AfterEach
  void stop() throws Exception {
    system.close();
  }

  @Test
  @Timeout(180)
  void isToldAndGoneThrough() throws Exception {
    try (var sender = system.importing("users")) {
      IngestSystem.send(sender, HEADER + ROW);
      within(20, () -> assertThat(system.rows("select id from facts.users")).hasSize(1));

      system.stopPostgres();

      within(5, () -> assertThat(system.ready()).isEqualTo(503));
      IngestSystem.send(sender, "2,bob,2020-01-01 00:00:00\n3,cem,2020-01-01 00:00:00\n");
      assertThat(IngestSystem.answer(sender))
          .startsWith("HTTP/1.1 503 ")
          .containsIgnoringCase("\r\nRetry-After: 5\r\n")
          .contains("\"code\":\"UNAVAILABLE\"", "The database is away", "send the file again");
    }
    assertThat(system.live()).isEqualTo(200);
    importUser()
        .statusCode(503)
        .header("Retry-After", equalTo("5"))
        .body("code", equalTo("UNAVAILABLE"));
    system
        .asIngestor()
        .get(system.address() + "/imports/1/rejects")
        .then()
        .statusCode(503)
        .header("Retry-After", equalTo("5"))
        .body("code", equalTo("UNAVAILABLE"));
    for (var query :
        List.of(
            "{ imports { totalCount } }",
            "{ import(id: 1) { state } }",
            "mutation { registerUser(username: \"eve\") { id } }")) {
      ask(query)
          .statusCode(503)
          .header("Retry-After", equalTo("5"))
          .body("errors[0].extensions.code", equalTo("UNAVAILABLE"))
          .body("errors[0].message", containsString("The database is away"));
    }

    system.startPostgres();

    within(20, () -> assertThat(system.ready()).isEqualTo(200));
    importUser().statusCode(200).body("inserted", equalTo(1));
    ask("{ imports { totalCount } }").body("data.imports.totalCount", equalTo(2));
    within(
        20,
        () ->
            ask("{ import(id: 1) { state inserted } }")
                .body("data.import.state", equalTo("FAILED"))
                .body("data.import.inserted", equalTo(1)));
  }

  @Test
  @Timeout(180)
  void aPostgresqlThatDoesNotAnswerIsAway() throws Exception {
    assertThat(system.ready()).isEqualTo(200);

    system.freezePostgres();
    try {
      Awaitility.await().atMost(PROBE_TIMEOUT).until(() -> system.ready() == 503);
      assertThat(system.live()).isEqualTo(200);
    } finally {
      system.thawPostgres();
    }

    within(20, () -> assertThat(system.ready()).isEqualTo(200));
    importUser().statusCode(200);
  }

  private ValidatableResponse importUser() {
    return system
        .asIngestor()
        .contentType("text/csv")
        .body(HEADER + "9,bob,2020-01-01 00:00:00\n")
        .when()
        .post(system.address() + "/imports/users")
        .then();
  }

  private ValidatableResponse ask(String query) {
    return system
        .asIngestor()
        .contentType("application/json")
        .body(Map.of("query", query))
        .when()
        .post(system.address() + "/graphql")
        .then();
  }

  private static void within(int seconds, ThrowingRunnable assertion) {
    Awaitility.await().atMost(Duration.ofSeconds(seconds)).untilAsserted(assertion);
  }
}
