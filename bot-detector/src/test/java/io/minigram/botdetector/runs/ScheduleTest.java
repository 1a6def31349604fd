package io.minigram.botdetector.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minigram.botdetector.DetectorTest;
import io.minigram.botdetector.Facts;
import io.minigram.botdetector.GraphQL;
import io.minigram.workbench.testing.OwnerDatabase;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

@DetectorTest
@TestProfile(ScheduleTest.EverySecond.class)
class ScheduleTest {

  private static final String JOB = ScoringJob.class.getName();

  public static final class EverySecond implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("minigram.scoring.every", "1s");
    }
  }

  @Test
  void scoresWhatIsNewAndSurvivesFailures() {
    Facts.network(3, 100);
    Facts.likes(1, 5);
    awaitAccounts("1");

    var errors = new Errors();
    Logger.getLogger("").addHandler(errors);
    try {
      OwnerDatabase.execute("alter table facts.batch rename to batch_away");
      await().atMost(Duration.ofSeconds(20)).until(() -> errors.loggers.size() >= 2);
    } finally {
      OwnerDatabase.execute("alter table facts.batch_away rename to batch");
      Logger.getLogger("").removeHandler(errors);
    }
    Facts.likes(2, 5);

    awaitAccounts("1", "2");
    assertThat(errors.loggers).as("a failure is logged by the job, once").containsOnly(JOB);
  }

  private static void awaitAccounts(String... ids) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(GraphQL.accounts("OPEN")).containsExactly(ids));
  }

  /** Who has logged errors. */
  private static final class Errors extends Handler {
    private final List<String> loggers = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord record) {
      if (record.getLevel().intValue() >= Level.SEVERE.intValue()) {
        loggers.add(record.getLoggerName());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
