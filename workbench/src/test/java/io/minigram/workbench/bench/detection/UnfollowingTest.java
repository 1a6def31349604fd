package io.minigram.workbench.bench.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.workbench.network.NetworkOptions;
import io.minigram.workbench.network.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfollowingTest {

  private static final int USERS = 3_000;
  private static final int DAY = 86_400;

  @TempDir private Path folder;

  private Tables tables;
  private Truth truth;

  @BeforeEach
  void generate() throws IOException {
    var parameters = new NetworkOptions().seed(4).users(USERS).bots(Volume.of("0")).parameters();
    tables = Tables.generate(parameters, folder);
    truth = Injection.into(tables, 0.05, 8, 1, RandomSource.XO_SHI_RO_256_PP.create(4L));
    // enough rings that both kinds of farms are among them
    IntStream.range(0, 20)
        .forEach(
            ring ->
                truth.bots(
                    BotKind.FOLLOW_FARMS, IntStream.range(5 * ring, 5 * ring + 5).toArray()));
    Unfollowing.into(tables, truth, RandomSource.XO_SHI_RO_256_PP.create(4L));
  }

  @Test
  void someFarmsTakeBackMuchAndSoon() {
    var soon = new int[USERS];
    for (int row = 0; row < tables.unfollows.size(); row++) {
      if (tables.unfollowed.get(row) - tables.unfollows.second(row) < 7 * DAY) {
        soon[tables.unfollows.actor(row)]++;
      }
    }

    long churning =
        truth.rings().stream()
            .filter(ring -> ring.kind() == BotKind.FOLLOW_FARMS)
            .filter(ring -> soon[ring.members()[0]] >= 40)
            .count();
    assertThat(churning).isBetween(3L, 18L);
    assertThat(
            IntStream.range(100, USERS)
                .filter(user -> truth.kind(user) != BotKind.FOLLOW_FARMS)
                .map(user -> soon[user]))
        .allMatch(count -> count < 40);
  }

  @Test
  void nothingIsTakenBackBeforeItWasThere() {
    assertThat(tables.unfollows.size()).isGreaterThan(1_000);
    for (int row = 0; row < tables.unfollows.size(); row++) {
      int follower = tables.unfollows.actor(row);
      assertThat(tables.unfollows.second(row))
          .isGreaterThanOrEqualTo(tables.registered[follower])
          .isLessThanOrEqualTo(tables.unfollowed.get(row));
      assertThat(tables.unfollowed.get(row)).isLessThanOrEqualTo(tables.end);
    }
  }

  @Test
  void theyAreWritten() throws IOException {
    tables.write(folder.resolve("with"));

    var rows = Files.readAllLines(folder.resolve("with/unfollows.csv"));
    assertThat(rows).hasSize(1 + tables.unfollows.size());
    assertThat(rows.get(0)).isEqualTo("follower_id,followee_id,created_at,retracted_at");
    assertThat(rows.get(1))
        .matches(
            "\\d+,\\d+,\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{4}-\\d\\d-\\d\\d"
                + " \\d\\d:\\d\\d:\\d\\d");
  }
}
