package io.minigram.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever dies, and whenever: what ingest-service has acknowledged is there, once, and what it has
 * refused is not.
 *
 * <p>{@code -Dfaults.rounds}: how often something is killed (3); {@code -Dfaults.seed}: of the load
 * and the kills; {@code -Dfaults.outage}: seconds without PostgreSQL (5).
 */
class FaultsIT {

  private static final int ROUNDS = Integer.getInteger("faults.rounds", 3);
  private static final long SEED =
      Long.getLong("faults.seed", ThreadLocalRandom.current().nextInt(1_000_000));
  private static final Duration OUTAGE = Duration.ofSeconds(Long.getLong("faults.outage", 5));

  /** Small batches, so that an import is cut in many pieces. */
  private static final Map<String, String> SETTINGS = Map.of("MINIGRAM_IMPORTS_BATCH_ROWS", "250");

  private static final int SENDERS = 8;
  private static final int WRITES_BETWEEN_FAULTS = 50;
  private static final int LONGEST_ROUND_MILLIS = 1_500;
  private static final Duration PROMPT = Duration.ofSeconds(5);

  @TempDir Path folder;

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void whatWasAcknowledgedSurvivesKills() throws Exception {
    System.out.printf("faults.rounds=%d faults.seed=%d%n", ROUNDS, SEED);
    var random = new Random(SEED);
    long start = System.nanoTime();
    int killedServices = 0;
    try (var system = IngestSystem.startDurable(folder.resolve("postgres"), SETTINGS);
        var load = MixedLoad.start(system, SEED)) {
      boolean killsService = random.nextBoolean();
      for (int round = 0; round < ROUNDS; round++) {
        load.awaitProgress(WRITES_BETWEEN_FAULTS);
        // a moment that nothing waits for: in the midst of whatever is going on
        Thread.sleep(random.nextInt(LONGEST_ROUND_MILLIS));
        if (killsService) {
          system.service().kill();
          system.startService();
          killedServices++;
        } else {
          system.killPostgres();
          system.startPostgres();
        }
        // one of each, in any order
        killsService = round % 2 == 0 ? !killsService : random.nextBoolean();
      }
      load.awaitProgress(WRITES_BETWEEN_FAULTS);

      System.out.printf(
          "%d s, %d rounds, ingest-service killed %d times, PostgreSQL %d times; %s%n",
          Duration.ofNanos(System.nanoTime() - start).toSeconds(),
          ROUNDS,
          killedServices,
          ROUNDS - killedServices,
          load.figures());

      load.stopAndCheck();
    }
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void withoutPostgresqlEverybodyIsToldAtOnce() throws Exception {
    try (var system = IngestSystem.startDurable(folder.resolve("postgres"), SETTINGS);
        var load = MixedLoad.start(system, SEED)) {
      load.awaitProgress(WRITES_BETWEEN_FAULTS);

      system.stopPostgres();

      long end = System.nanoTime() + OUTAGE.toNanos();
      do {
        assertPromptly(
            () ->
                mutate(system, "like(photoId: 1, userId: 1)")
                    .then()
                    .body("errors[0].extensions.code", equalTo("UNAVAILABLE"))
                    .body("errors[0].extensions.retryAfter", notNullValue()));
        assertPromptly(
            () ->
                importLikes(system, "outage", "1,1,2020-01-01 00:00:00\n")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("UNAVAILABLE")));
        assertThat(system.live()).isEqualTo(200);
      } while (System.nanoTime() < end);
      assertThat(system.service().isAlive()).isTrue();
      system.startPostgres();
      load.awaitProgress(WRITES_BETWEEN_FAULTS);
      system.awaitReady();
      load.stopAndCheck();
    }
  }

  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void anImportThatFillsTheDiskGoesOnWhenThereIsRoom() throws Exception {
    int rows = 250_000;
    var likes = String.join("", likes(rows));
    try (var disk = SmallDisk.mount(folder.resolve("disk"), 24);
        var system = IngestSystem.startDurable(folder.resolve("postgres"), Map.of())) {
      Files.setOwner(disk.folder(), Files.getOwner(folder.resolve("postgres")));
      FaultNetwork.create(system);
      execute(system, "create tablespace small location '%s'".formatted(disk.folder()));
      execute(
          system,
          """
          alter table facts.likes set tablespace small;
          create table filler (bytes text storage plain) tablespace small;
          insert into filler select repeat('x', 8000) from generate_series(1, 1700);
          """);

      var refused = importLikes(system, "full", likes);

      refused
          .then()
          .statusCode(503)
          .header("Retry-After", notNullValue())
          .body("code", equalTo("UNAVAILABLE"));
      assertThat(system.live()).isEqualTo(200);
      assertThat(system.ready()).isEqualTo(200);
      mutate(system, "follow(followeeId: 1, followerId: 2)")
          .then()
          .body("data.it.changed", equalTo(true));
      assertThat(system.rows("select state from facts.import")).containsExactly("FAILED");
      execute(system, "drop table filler");

      importLikes(system, "full", likes)
          .then()
          .statusCode(200)
          .body("state", equalTo("COMPLETED"))
          .body("received", equalTo(rows))
          .body("inserted", equalTo(rows));

      assertThat(system.rows("select count(*) from facts.likes"))
          .containsExactly(Integer.toString(rows));
      LedgerCheck.assertNoHalfBatch(system);
    }
  }

  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void rowsThatManySendAtOnceAreThereOnce() throws Exception {
    var likes = likes(20_000);
    var half = String.join("", likes.subList(0, 10_000));
    var settings =
        Map.of(
            "MINIGRAM_IMPORTS_BATCH_ROWS",
            "500",
            "MINIGRAM_IMPORTS_SIDE_BY_SIDE",
            Integer.toString(SENDERS));
    try (var system = IngestSystem.startDurable(folder.resolve("postgres"), settings)) {
      FaultNetwork.create(system);

      var reports =
          sideBySide(
              List.of(
                  () -> importLikes(system, "first", half),
                  () -> importLikes(system, "second", half),
                  () -> importLikes(system, null, half),
                  () -> importLikes(system, null, half)));

      assertThat(reports).allSatisfy(report -> assertThat(report.statusCode()).isEqualTo(200));
      assertThat(sum(reports, "inserted")).isEqualTo(10_000);
      assertThat(sum(reports, "duplicate")).isEqualTo(30_000);
      assertThat(system.rows("select photo_id || ',' || user_id from facts.likes"))
          .containsExactlyInAnyOrderElementsOf(pairs(likes.subList(0, 10_000)));
      LedgerCheck.assertNoHalfBatch(system);
    }
  }

  /** Rows in one order wait for rows in another: what deadlocks if anything does. */
  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void nobodyHearsOfDeadlocks() throws Exception {
    var likes = likes(20_000);
    int disputed = 1_000;
    var settings =
        Map.of(
            "MINIGRAM_IMPORTS_BATCH_ROWS",
            "500",
            "MINIGRAM_IMPORTS_SIDE_BY_SIDE",
            Integer.toString(SENDERS));
    try (var system = IngestSystem.startDurable(folder.resolve("postgres"), settings)) {
      FaultNetwork.create(system);
      var client = new PatientClient(system);
      var random = new Random(SEED);
      var importing = new AtomicInteger(SENDERS);
      var liked = new AtomicInteger();
      var unliked = new AtomicInteger();
      var calls = new ArrayList<Callable<Response>>();
      for (int i = 0; i < SENDERS; i++) {
        var shuffled = new ArrayList<>(likes);
        Collections.shuffle(shuffled, random);
        var body = String.join("", shuffled);
        var dice = new Random(random.nextLong());
        calls.add(
            () -> {
              try {
                return importLikes(system, null, body);
              } finally {
                importing.decrementAndGet();
              }
            });
        calls.add(
            () -> {
              while (importing.get() > 0) {
                var pair = likes.get(dice.nextInt(disputed)).split(",");
                boolean puts = dice.nextBoolean();
                var answer =
                    client.write(
                        "%s(photoId: %s, userId: %s)"
                            .formatted(puts ? "like" : "unlike", pair[0], pair[1]));
                assertThat(answer.refusal()).isNull();
                (puts ? liked : unliked).addAndGet(answer.changed() ? 1 : 0);
              }
              return null;
            });
      }

      var reports = sideBySide(calls).stream().filter(Objects::nonNull).toList();

      assertThat(reports)
          .hasSize(SENDERS)
          .allSatisfy(
              report -> assertThat(report.statusCode()).as(report.asString()).isEqualTo(200));
      assertThat(client.unexpected()).isEmpty();
      assertThat(client.retries()).isEmpty();
      assertThat(sum(reports, "received")).isEqualTo((long) SENDERS * likes.size());
      assertThat(system.rows("select count(*) from facts.retraction"))
          .containsExactly(Integer.toString(unliked.get()));
      var there = system.rows("select photo_id || ',' || user_id from facts.likes");
      assertThat(there)
          .hasSize((int) sum(reports, "inserted") + liked.get() - unliked.get())
          .doesNotHaveDuplicates();
      var undisputed = new HashSet<>(pairs(likes.subList(disputed, likes.size())));
      undisputed.removeAll(there);
      assertThat(undisputed).isEmpty();
      var unknown = new HashSet<>(there);
      unknown.removeAll(pairs(likes));
      assertThat(unknown).isEmpty();
      LedgerCheck.assertNoHalfBatch(system);
    }
  }

  @Test
  @Timeout(60)
  void aBodyWithoutEndIsRefused() throws Exception {
    try (var system =
            IngestSystem.start(
                folder.resolve("postgres"), Map.of("MINIGRAM_IMPORTS_MAX_BODY_BYTES", "1000000"));
        var sender = system.importing("likes", "Transfer-Encoding: chunked")) {
      var piece = "photo_id,user_id,created_at\n" + "1,1,2020-01-01 00:00:00\n".repeat(1_000);
      var sending =
          Executors.newSingleThreadExecutor()
              .submit(
                  () -> {
                    while (true) {
                      IngestSystem.send(sender, "%x\r\n%s\r\n".formatted(piece.length(), piece));
                    }
                  });

      var answer = IngestSystem.answer(sender);

      assertThat(answer).startsWith("HTTP/1.1 413 ").contains("\"code\":\"TOO_LARGE\"");
      assertThat(sending).failsWithin(Duration.ofSeconds(10));
    }
  }

  private static List<String> likes(int rows) {
    return LongStream.range(0, rows)
        .mapToObj(
            pair ->
                "%d,%d,2020-01-01 00:00:00\n"
                    .formatted(1 + pair % FaultNetwork.PHOTOS, 1 + pair / FaultNetwork.PHOTOS))
        .toList();
  }

  private static List<String> pairs(List<String> likes) {
    return likes.stream().map(like -> like.substring(0, like.lastIndexOf(','))).toList();
  }

  private static long sum(List<Response> reports, String count) {
    return reports.stream().mapToLong(report -> report.jsonPath().getLong(count)).sum();
  }

  private static List<Response> sideBySide(List<Callable<Response>> calls) throws Exception {
    var pool = Executors.newFixedThreadPool(calls.size());
    try {
      var answers = new ArrayList<Response>();
      for (var answer : pool.invokeAll(calls)) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      pool.shutdown();
    }
  }

  private static Response importLikes(IngestSystem system, String key, String rows) {
    var request = system.asIngestor().contentType("text/csv");
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return request
        .body(("photo_id,user_id,created_at\n" + rows).getBytes(StandardCharsets.US_ASCII))
        .when()
        .post(system.address() + "/imports/likes");
  }

  private static Response mutate(IngestSystem system, String call) {
    return system
        .asIngestor()
        .contentType("application/json")
        .body(Map.of("query", "mutation { it: %s { changed } }".formatted(call)))
        .when()
        .post(system.address() + "/graphql");
  }

  private static void assertPromptly(Runnable request) {
    long begin = System.nanoTime();
    request.run();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PROMPT);
  }

  private static void execute(IngestSystem system, String statements) throws Exception {
    try (var owner = system.connect();
        var statement = owner.createStatement()) {
      statement.execute(statements);
    }
  }
}
