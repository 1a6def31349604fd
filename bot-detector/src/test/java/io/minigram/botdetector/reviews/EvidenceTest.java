package io.minigram.botdetector.reviews;

import static io.minigram.botdetector.GraphQL.accounts;
import static io.minigram.botdetector.GraphQL.ask;
import static io.minigram.botdetector.GraphQL.code;
import static io.minigram.botdetector.GraphQL.confirm;
import static io.minigram.botdetector.GraphQL.dismiss;
import static io.minigram.botdetector.GraphQL.flag;
import static io.minigram.botdetector.GraphQL.message;
import static io.minigram.botdetector.GraphQL.startRun;
import static io.minigram.botdetector.GraphQL.undo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minigram.botdetector.DetectorTest;
import io.minigram.botdetector.Facts;
import io.minigram.workbench.testing.OwnerDatabase;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A dismissed account is flagged again on new evidence only. By the packaged model, whoever likes n
 * of 1,000 photos and does nothing else has the log odds 0.6 (n - 35) - 7.76, for n from 35 to 55:
 * 1.24 at 50, 3.04 at 53, 3.64 at 54, and 4.24 from 55 on.
 */
@DetectorTest
class EvidenceTest {

  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** Account 1 has the log odds 1.24 in run 1. */
  @BeforeEach
  void oneFlagged() {
    Facts.network(5, 1_000);
    Facts.likes(1, 50);
    startRun();
  }

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
  }

  @ParameterizedTest
  @CsvSource({
    "50, 50, DISMISSED",
    "50, 53, DISMISSED",
    "50, 54, OPEN",
    "50, 90, OPEN",
    "51, 55, OPEN",
    "52, 55, DISMISSED",
    "55, 50, DISMISSED",
    "60, 90, DISMISSED",
  })
  void theScoreHasToRiseByTheMargin(int likesThen, int likesNow, String state) {
    setLikes(likesThen);
    startRun();
    dismiss(1, 0);
    setLikes(likesNow);

    startRun();

    assertThat(account().get("state")).isEqualTo(state);
  }

  @Test
  void whatIsFlaggedAgainIsAnOpenCaseAtTheNextVersion() {
    dismiss(1, 0);
    setLikes(54);

    var run = startRun();

    assertThat(account())
        .containsEntry("state", "OPEN")
        .containsEntry("version", 2)
        .containsEntry("decidedAt", null)
        .containsEntry("decidedBy", null)
        .containsEntry("flaggedBy", null)
        .containsEntry("score", 0.974419f);
    assertThat(accounts("OPEN")).containsExactly("1");
    var event =
        ask("""
        { accountEvents(id: "1") { edges { node {
            version kind fromState toState actor runId score } } } }\
        """)
            .<Map<String, Object>>getList("data.accountEvents.edges.node")
            .get(2);
    assertThat(event)
        .containsEntry("version", 2)
        .containsEntry("kind", "FLAGGED")
        .containsEntry("fromState", "DISMISSED")
        .containsEntry("toState", "OPEN")
        .containsEntry("actor", null)
        .containsEntry("runId", run)
        .containsEntry("score", 0.974419f);
    var late = confirm(1, 1);
    assertThat(code(late)).isEqualTo("CONFLICT");
    assertThat(message(late))
        .startsWith("Account 1 is OPEN at version 2, flagged by run " + run + " at ");
  }

  @Test
  void whatWasDismissedOnTheNewEvidenceStays() {
    dismiss(1, 0);
    setLikes(54);
    startRun();
    dismiss(1, 2);
    setLikes(50);
    startRun();
    setLikes(54);

    startRun();

    assertThat(account()).containsEntry("state", "DISMISSED").containsEntry("version", 3);
  }

  /** The dismissal that stands again had seen 50 likes only. */
  @Test
  void anUndoneDismissalTakesItsEvidenceAlong() {
    dismiss(1, 0);
    setLikes(53);
    startRun();
    dismiss(1, 1);
    undo(1, 2);
    assertThat(account()).containsEntry("state", "DISMISSED").containsEntry("version", 3);
    setLikes(54);

    startRun();

    assertThat(account()).containsEntry("state", "OPEN").containsEntry("version", 4);
  }

  @Test
  void aSignalThatDidNotContributeBeforeIsNewEvidence() {
    dismiss(1, 0);
    // run 1 as it would be if another signal alone had contributed
    OwnerDatabase.execute("update moderation.contribution set signal = 'CLOCK' where user_id = 1");
    Facts.emptyBatch();

    startRun();

    assertThat(account()).containsEntry("state", "OPEN").containsEntry("version", 2);
  }

  @Test
  void aSignalThatContributedNothingIsNewWhenItDoes() {
    dismiss(1, 0);
    OwnerDatabase.execute("update moderation.contribution set contribution = 0 where user_id = 1");
    Facts.emptyBatch();

    startRun();

    assertThat(account()).containsEntry("state", "OPEN");
  }

  @Test
  void anAccountThatWasDismissedWithoutAScoreIsFlaggedByTheFirstRunThatFindsAny() {
    flag(2, 0);
    dismiss(2, 1);
    Facts.likes(2, 50);

    startRun();

    assertThat(accounts("OPEN")).containsExactly("1", "2");
    OwnerDatabase.execute("delete from facts.likes where user_id = 2");
    Facts.emptyBatch();
    startRun();
    assertThat(accounts("OPEN")).as("the flag by hand was dismissed").containsExactly("1");
  }

  @Test
  void anAccountThatWasDismissedWithAScoreBelowTheThresholdNeedsTheMarginToo() {
    Facts.likes(2, 47);
    startRun();
    flag(2, 0);
    dismiss(2, 1);
    OwnerDatabase.execute("delete from facts.likes where user_id = 2");
    Facts.likes(2, 48);

    startRun();

    assertThat(accounts("DISMISSED")).containsExactly("2");
  }

  @Test
  void aConfirmedAccountIsNotOpenedAgain() {
    confirm(1, 0);
    setLikes(90);

    startRun();

    assertThat(account()).containsEntry("state", "CONFIRMED").containsEntry("version", 1);
  }

  /** The dismissal commits after the run has begun to look at cases, and has seen its score. */
  @Test
  void aDismissalThatARunWaitsForCounts() throws Exception {
    Facts.emptyBatch();
    try (var elsewhere = OwnerDatabase.connect();
        var statement = elsewhere.createStatement()) {
      elsewhere.setAutoCommit(false);
      statement.execute("select from moderation.review where user_id = 1 for update");
      var dismissal = threads.submit(() -> dismiss(1, 0));
      await().until(() -> waiting("transactionid") == 1);
      var run = threads.submit(() -> startRun());
      await().until(() -> waiting("tuple") == 1);

      elsewhere.rollback();

      assertThat(dismissal.get().getString("data.dismissAccount.state")).isEqualTo("DISMISSED");
      assertThat(run.get()).isEqualTo("2");
    }
    assertThat(account())
        .containsEntry("state", "DISMISSED")
        .containsEntry("version", 1)
        .containsEntry("runId", "2");
  }

  private static void setLikes(int photos) {
    OwnerDatabase.execute("delete from facts.likes where user_id = 1");
    Facts.likes(1, photos);
  }

  private static Map<String, Object> account() {
    return ask("""
    { account(id: "1") {
        state version score runId decidedAt decidedBy flaggedBy } }\
    """)
        .getMap("data.account");
  }

  /** Sessions of the service that wait for a lock of this kind. */
  private static int waiting(String kind) {
    var count =
        OwnerDatabase.rows(
            """
            select count(*) from pg_stat_activity
            where usename = 'bot_detector' and wait_event_type = 'Lock' and wait_event = '%s'\
            """
                .formatted(kind));
    return Integer.parseInt(count.get(0));
  }
}
