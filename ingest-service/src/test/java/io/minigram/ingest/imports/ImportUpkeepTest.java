package io.minigram.ingest.imports;

import static io.minigram.workbench.testing.OwnerDatabase.execute;
import static io.minigram.workbench.testing.OwnerDatabase.rows;
import static io.minigram.workbench.testing.TestUsers.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.edge.identity.Roles;
import io.minigram.ingest.IngestTest;
import io.minigram.workbench.testing.OwnerDatabase;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of imports that nobody runs or needs any longer. */
@IngestTest
class ImportUpkeepTest {

  @Inject ImportUpkeep upkeep;

  @BeforeEach
  void nothing() {
    OwnerDatabase.clear();
  }

  @Test
  void anImportThatNobodyRunsHasFailed() throws SQLException {
    execute(
        "insert into facts.import (kind, state) values ('LIKES', 'RUNNING'), ('TAGS', 'RUNNING')");
    // given another service that runs the second one
    try (var other = OwnerDatabase.connect();
        var statement = other.createStatement()) {
      statement.execute("select pg_advisory_lock(0, 2)");

      upkeep.endInterrupted();

      assertThat(rows("select state, finished_at is null from facts.import order by id"))
          .containsExactly("FAILED|f", "RUNNING|t");
      // PostgreSQL ends a session some time after its client has
      statement.execute("select pg_advisory_unlock(0, 2)");
    }

    upkeep.endInterrupted();

    assertThat(rows("select distinct state from facts.import")).containsExactly("FAILED");
  }

  @Test
  void anImportThatBeginsIsLeftAlone() throws Exception {
    var isOver = new AtomicBoolean();
    var upkeeping =
        CompletableFuture.runAsync(
            () -> {
              while (!isOver.get()) {
                upkeep.endInterrupted();
              }
            });

    var states =
        IntStream.rangeClosed(1, 300)
            .mapToObj(
                id ->
                    given()
                        .auth()
                        .oauth2(token(Roles.INGESTOR))
                        .contentType("text/csv")
                        .body("id,username,created_at\n" + id + ",ann,2020-01-01 00:00:00")
                        .post("/imports/users")
                        .statusCode())
            .distinct()
            .toList();
    isOver.set(true);
    upkeeping.get(20, TimeUnit.SECONDS);

    assertThat(states).containsExactly(200);
    assertThat(rows("select distinct state from facts.import")).containsExactly("COMPLETED");
  }

  @Test
  void refusedRowsAndKeysGoAfterAWeek() {
    execute(
        """
        insert into facts.import (kind, state, received, rejected, caller, key, finished_at)
        values
          ('LIKES', 'COMPLETED', 2, 2, 'me', 'old', now() - interval '7 days 1 minute'),
          ('LIKES', 'COMPLETED', 1, 1, 'me', 'new', now() - interval '6 days 23 hours'),
          ('LIKES', 'RUNNING', 1, 1, 'me', 'running', null);
        insert into facts.reject (import_id, line, code, reason)
        values (1, 2, 'BAD_ID', ''), (1, 3, 'BAD_ID', ''), (2, 2, 'BAD_ID', ''), (3, 2, 'BAD_ID', '');
        insert into facts.import_part (import_id, part, chunk, digest)
        values (1, 0, 1, ''), (2, 0, 1, ''), (3, 0, 1, '')
        """);

    upkeep.forget();

    assertThat(rows("select import_id from facts.reject order by 1")).containsExactly("2", "3");
    assertThat(rows("select import_id from facts.import_part order by 1"))
        .containsExactly("2", "3");
    assertThat(rows("select key from facts.import order by id"))
        .containsExactly("null", "new", "running");
  }
}
