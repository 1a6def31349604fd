package io.minigram.insights.exactness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.minigram.insights.InsightsTest;
import io.minigram.insights.rolling.RollUps;
import io.minigram.workbench.testing.OwnerDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * However batches are rolled up, the roll-up tables hold what a plain recompute over the rolled
 * facts gives.
 */
@InsightsTest
class RollUpTablesTest {

  private static final int ROWS = 50_000;

  @AfterEach
  void release() {
    RollUps.release();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void inOneGo(long seed) {
    GeneratedFacts.begin(seed).finish();

    RollUps.roll();

    assertThat(waiting()).isEmpty();
    RollUpTable.assertAllExact();
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15})
  void inAnyOrderAndSeveralAtATime(long seed) {
    GeneratedFacts.begin(seed).finish();
    var random = new SplittableRandom(seed);

    int rolls = 0;
    for (var waiting = waiting(); !waiting.isEmpty(); waiting = waiting()) {
      var group = random.ints(0, waiting.size()).limit(1 + random.nextInt(8)).distinct();
      // what waits for others comes later
      RollUps.roll(group.mapToObj(waiting::get).toList());
      if (++rolls % 4 == 0) {
        RollUpTable.assertAllExact();
      }
      assertThat(rolls).isLessThan(2000);
    }

    RollUpTable.assertAllExact();
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25})
  void oneBatchAtATime(long seed) {
    GeneratedFacts.begin(seed).finish();

    try (var roller = RollUps.instance(1)) {
      for (int rolls = 1; roller.roll(); rolls++) {
        if (rolls % 8 == 0) {
          RollUpTable.assertAllExact();
        }
      }
    }

    assertThat(waiting()).isEmpty();
    RollUpTable.assertAllExact();
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34, 35})
  void whileMoreComes(long seed) {
    var facts = GeneratedFacts.begin(seed);
    var random = new SplittableRandom(seed);

    try (var roller = RollUps.instance(200)) {
      for (int step = 0; step < 60; step++) {
        facts.write();
        if (random.nextInt(3) == 0) {
          roller.roll();
          RollUpTable.assertAllExact();
        }
      }
    }
    facts.finish();
    RollUps.roll();

    assertThat(waiting()).isEmpty();
    RollUpTable.assertAllExact();
  }

  /**
   * A roll waits in the middle, or at its end, for a row that the test holds, and is killed there.
   */
  @ParameterizedTest
  @CsvSource({
    "41, insights.network",
    "42, insights.suspect_total",
    "43, insights.roll_up",
    "44, insights.network",
    "45, insights.roll_up"
  })
  void killedHalfWay(long seed, String heldTable) throws SQLException {
    var facts = GeneratedFacts.begin(seed);
    RollUps.roll();
    RollUps.release();
    facts.finish();

    try (var victim = RollUps.instance(ROWS);
        var holder = OwnerDatabase.connect()) {
      hold(holder, heldTable);
      var roll = victim.begin();
      await().atMost(Duration.ofSeconds(20)).until(() -> waitsForALock());
      OwnerDatabase.execute("select pg_terminate_backend(%s)".formatted(leader()));
      assertThatThrownBy(() -> roll.get(20, TimeUnit.SECONDS)).isNotNull();
    }
    RollUpTable.assertAllExact();
    RollUps.roll();

    assertThat(waiting()).isEmpty();
    RollUpTable.assertAllExact();
  }

  @ParameterizedTest
  @ValueSource(longs = {51, 52})
  void byTwoOfWhichOneLeads(long seed) {
    var facts = GeneratedFacts.begin(seed);

    try (var second = RollUps.instance(ROWS)) {
      try (var first = RollUps.instance(100)) {
        first.roll();
        facts.write();
        assertThat(second.leads()).isFalse();
        assertThat(first.roll()).isTrue();
        RollUpTable.assertAllExact();
      }
      facts.finish();
      assertThat(second.roll()).isTrue();
      RollUpTable.assertAllExact();
    }
  }

  private static void hold(Connection connection, String table) throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("select 1 from %s for update".formatted(table));
    }
  }

  /** The process that rolls. */
  private static String leader() {
    return OwnerDatabase.rows(
            "select pid from pg_locks where locktype = 'advisory' and objid = 7305014 and granted")
        .get(0);
  }

  private static boolean waitsForALock() {
    return !OwnerDatabase.rows(
            """
            select 1
            from pg_locks as lead
            join pg_stat_activity on pg_stat_activity.pid = lead.pid
            where lead.locktype = 'advisory' and lead.objid = 7305014 and lead.granted
              and pg_stat_activity.wait_event_type = 'Lock'
            """)
        .isEmpty();
  }

  private static List<Long> waiting() {
    return OwnerDatabase.rows(
            """
            select id from facts.batch
            where id not in (select batch_id from insights.rolled_batch)
            order by id
            """)
        .stream()
        .map(Long::valueOf)
        .toList();
  }
}
