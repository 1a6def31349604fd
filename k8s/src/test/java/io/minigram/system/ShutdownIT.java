package io.minigram.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that is told to stop keeps what it has committed, and leaves nobody without answer. */
class ShutdownIT {

  private static final String HEADER = "id,username,created_at\n";
  private static final String ROW = "1,ann,2020-01-01 00:00:00\n";
  private static final Duration WELL_WITHIN_TIMEOUT = Duration.ofSeconds(10);

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

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @Timeout(120)
  void anImportWhoseBodyGoesOnIsBrokenOff(boolean goesOn) throws Exception {
    try (var sender = system.importing("users")) {
      IngestSystem.send(sender, HEADER + ROW);
      await(() -> system.rows("select username from facts.users").contains("ann"));
      if (goesOn) {
        CompletableFuture.runAsync(() -> sendOn(sender));
      }
      var begin = Instant.now();

      system.service().askToStop();

      assertBrokenOff(IngestSystem.answer(sender));
      system.service().exitCode();
      assertThat(Duration.between(begin, Instant.now())).isLessThan(WELL_WITHIN_TIMEOUT);
      assertThat(system.rows("select state || ' ' || (inserted >= 1) from facts.import"))
          .containsExactly("FAILED true");
      assertThat(system.service().output()).doesNotContain("ERROR", "\tat ");
    }
  }

  @Test
  @Timeout(120)
  void whatIsBeingWrittenIsFinishedAndNothingNewIsBegun() throws Exception {
    CompletableFuture<Integer> whole;
    try (var sender = system.importing("users")) {
      try (var owner = system.connect()) {
        // given two imports that wait for the database: one whose body goes on, one that has ended
        owner.setAutoCommit(false);
        owner.createStatement().execute("lock table facts.users in exclusive mode");
        IngestSystem.send(sender, HEADER + ROW);
        whole = CompletableFuture.supplyAsync(() -> importUser(2).statusCode());
        await(
            () ->
                system
                    .rows("select count(*) from pg_locks where not granted")
                    .equals(List.of("2")));

        system.service().askToStop();

        await(() -> system.ready() == 503);
        assertThat(system.live()).isEqualTo(200);
        importUser(3)
            .then()
            .statusCode(503)
            .header("Retry-After", equalTo("5"))
            .body("code", equalTo("UNAVAILABLE"))
            .body("message", containsString("The service is stopping; nothing was imported"));
        assertThat(system.service().isAlive()).isTrue();
      }
      assertBrokenOff(IngestSystem.answer(sender));
    }
    assertThat(whole).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(200);
    system.service().exitCode();
    assertThat(system.rows("select id from facts.users order by id")).containsExactly("1", "2");
    assertThat(system.rows("select state from facts.import order by state"))
        .containsExactly("COMPLETED", "FAILED");
  }

  private Response importUser(int id) {
    return system
        .asIngestor()
        .contentType("text/csv")
        .body(HEADER + id + ",bob,2020-01-01 00:00:00\n")
        .when()
        .post(system.address() + "/imports/users");
  }

  private static void assertBrokenOff(String answer) {
    assertThat(answer)
        .startsWith("HTTP/1.1 503 ")
        .containsIgnoringCase("\r\nRetry-After: 5\r\n")
        .contains("\"code\":\"UNAVAILABLE\"", "The service is stopping", "send the file again");
  }

  private void sendOn(Socket sender) {
    try {
      for (int id = 2; id < 100_000; id++) {
        IngestSystem.send(sender, id + ",bob,2020-01-01 00:00:00\n");
        Thread.sleep(10);
      }
    } catch (IOException | InterruptedException e) {
      // nobody takes it any more
    }
  }

  private static void await(Callable<Boolean> condition) {
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(condition);
  }
}
