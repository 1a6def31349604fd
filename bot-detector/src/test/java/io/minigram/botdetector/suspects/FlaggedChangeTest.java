package io.minigram.botdetector.suspects;

import static io.minigram.botdetector.GraphQL.ask;
import static io.minigram.botdetector.GraphQL.code;
import static io.minigram.botdetector.GraphQL.confirm;
import static io.minigram.botdetector.GraphQL.dismiss;
import static io.minigram.botdetector.GraphQL.startRun;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.minigram.botdetector.DetectorTest;
import io.minigram.botdetector.Facts;
import io.minigram.workbench.testing.OwnerDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DetectorTest
class FlaggedChangeTest {

  private static final Path MIGRATION =
      Path.of("src/main/resources/db/moderation/V2__flagged_changes.sql");

  private static final String LOCK =
      "pg_advisory_xact_lock(hashtextextended('moderation.flagged_change', 0))";

  /** One account in one set as the changes have it, and as scores and decisions have it. */
  private static final String REPLAYED_AND_DUE =
      """
      with replayed as (
        select last.suspects, last.user_id
        from (
          select distinct on (suspects, user_id) suspects, user_id, flagged
          from moderation.flagged_change
          order by suspects, user_id, id desc
        ) as last
        where last.flagged
      ),
      decided as (
        select distinct on (user_id) user_id, decision
        from moderation.decision
        order by user_id, version desc
      ),
      due as (
        select 'CONFIRMED' as suspects, user_id from decided where decision = 'CONFIRMED'
        union
        select 'DETECTOR', user_id from decided where decision = 'CONFIRMED'
        union
        select 'DETECTOR', score.user_id
        from moderation.run
        join moderation.score on score.run_id = run.id and score.score >= run.flag_threshold
        where run.id = (select max(id) from moderation.run)
          and score.user_id not in (select user_id from decided where decision = 'DISMISSED')
      )
      """;

  private static final String DIFFERENCES =
      REPLAYED_AND_DUE
          + """
          select suspects, user_id, replayed.user_id is not null, due.user_id is not null
          from replayed
          full join due using (suspects, user_id)
          where replayed.user_id is null or due.user_id is null
          """;

  /** Changes that put in what was in, or took out what was out. */
  private static final String IDLE_CHANGES =
      """
      select id from (
        select
          id, flagged,
          lag(flagged, 1, false) over (partition by suspects, user_id order by id) as before
        from moderation.flagged_change
      ) as change
      where flagged = before
      """;

  private static final String DONE = "DONE";

  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** 30 accounts, of which 1 to 23 are flagged; 4 to 23 with nothing to spare. */
  @BeforeEach
  void twentyThreeFlagged() {
    Facts.network(30, 100);
    Facts.likes(1, 3, 10);
    Facts.likes(4, 23, 5);
    startRun();
  }

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
  }

  @Test
  void theFirstRunPublishesWhatItFlags() {
    assertThat(changes())
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 23).mapToObj("DETECTOR|%d|t"::formatted).toList());
    assertThat(differences()).isEmpty();
  }

  @Test
  void aConfirmedAccountIsInBothSets() {
    confirm(2, 0);

    assertThat(changesFrom(24)).containsExactly("CONFIRMED|2|t");
    assertThat(standing("DETECTOR")).hasSize(23).contains(2L);
    assertThat(standing("CONFIRMED")).containsExactly(2L);
  }

  @Test
  void aConfirmedAccountEntersBothSetsIfItWasInNone() {
    dismiss(2, 0);

    confirm(2, 1);

    assertThat(changesFrom(24)).containsExactly("DETECTOR|2|f", "CONFIRMED|2|t", "DETECTOR|2|t");
    assertThat(differences()).isEmpty();
  }

  @Test
  void aDismissedAccountLeavesTheDetectorsSet() {
    dismiss(2, 0);

    assertThat(changesFrom(24)).containsExactly("DETECTOR|2|f");
    assertThat(standing("DETECTOR")).hasSize(22).doesNotContain(2L);
  }

  @Test
  void anAccountThatWasConfirmedByMistakeLeavesBothSets() {
    confirm(2, 0);

    dismiss(2, 1);

    assertThat(changesFrom(25)).containsExactly("CONFIRMED|2|f", "DETECTOR|2|f");
    assertThat(differences()).isEmpty();
  }

  @Test
  void aRunPublishesWhatItChangesAndLeavesDecisionsAlone() {
    confirm(4, 0);
    dismiss(1, 0);
    Facts.photos(101, 125);
    Facts.likes(25, 50);

    startRun();

    // 5 to 23 are below the threshold, having liked 4 %; 4 is as well, but confirmed
    assertThat(changesFrom(26))
        .containsExactlyElementsOf(
            LongStream.concat(LongStream.rangeClosed(5, 23), LongStream.of(25))
                .mapToObj(id -> "DETECTOR|%d|%s".formatted(id, id == 25 ? "t" : "f"))
                .toList());
    assertThat(standing("DETECTOR")).containsExactly(2L, 3L, 4L, 25L);
    assertThat(standing("CONFIRMED")).containsExactly(4L);
    assertThat(differences()).isEmpty();
  }

  @Test
  void nothingIsPublishedTwice() {
    confirm(2, 0);
    confirm(2, 1);
    dismiss(3, 0);
    dismiss(3, 1);
    Facts.emptyBatch();
    startRun();
    startRun();

    assertThat(changesFrom(24)).containsExactly("CONFIRMED|2|t", "DETECTOR|3|f");
  }

  @Test
  void whatIsRefusedPublishesNothing() {
    assertThat(code(confirm(2, 7))).isEqualTo("CONFLICT");
    assertThat(code(confirm(25, 0))).isEqualTo("NOT_FOUND");

    assertThat(changesFrom(24)).isEmpty();
  }

  /** The failure is as late as can be: when the run commits. */
  @Test
  void aRunThatFailsPublishesNothing() {
    Facts.likes(25, 50);
    OwnerDatabase.execute(
        """
        create function public.unlucky() returns trigger language plpgsql as $$
        begin
          raise exception 'unlucky';
        end $$;
        create constraint trigger unlucky after insert on moderation.flagged_change
          deferrable initially deferred for each row execute function public.unlucky()\
        """);
    try {
      assertThat(code(ask("mutation { startRun { id } }"))).isEqualTo("INTERNAL");
      assertThat(code(confirm(2, 0))).isEqualTo("INTERNAL");
    } finally {
      OwnerDatabase.execute(
          """
          drop trigger unlucky on moderation.flagged_change;
          drop function public.unlucky()\
          """);
    }
    assertThat(changesFrom(24)).isEmpty();

    startRun();

    assertThat(changes()).hasSize(24).last().isEqualTo("DETECTOR|25|t");
    assertThat(differences()).isEmpty();
  }

  /** As a replica of a version that publishes nothing would decide, while a cluster is renewed. */
  @Test
  void whatOthersChangedIsPublishedByTheNextLook() {
    OwnerDatabase.execute(
        """
        update moderation.review set state = 'DISMISSED', version = 1, decided_at = now()
        where user_id = 2\
        """);
    assertThat(changesFrom(24)).isEmpty();

    assertThat(startRun()).isEqualTo("1");

    assertThat(changesFrom(24)).containsExactly("DETECTOR|2|f");
  }

  @Test
  void theMigrationPublishesWhatStands() throws Exception {
    confirm(2, 0);
    dismiss(3, 0);
    confirm(4, 0);
    Facts.photos(101, 125);
    startRun();
    var before = standing("DETECTOR");

    try (var owner = OwnerDatabase.connect();
        var statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      statement.execute("drop table moderation.flagged_change; drop view moderation.suspect");
      statement.execute(Files.readString(MIGRATION));

      assertThat(before).containsExactly(1L, 2L, 4L);
      assertThat(
              strings(
                  owner,
                  """
                  select concat_ws('|', id, suspects, user_id, flagged)
                  from moderation.flagged_change
                  order by id\
                  """))
          .containsExactly(
              "1|DETECTOR|1|t",
              "2|CONFIRMED|2|t",
              "3|DETECTOR|2|t",
              "4|CONFIRMED|4|t",
              "5|DETECTOR|4|t");
      owner.rollback();
    }
  }

  @Test
  void whoPublishesWaitsForTheOneBeforeAndDrawsHigherIds() throws Exception {
    try (var elsewhere = OwnerDatabase.connect();
        var statement = elsewhere.createStatement()) {
      elsewhere.setAutoCommit(false);
      statement.execute("select " + LOCK);

      var decision = threads.submit(() -> confirm(2, 0));
      await().until(() -> waiting("advisory") == 1);
      statement.execute(
          """
          insert into moderation.flagged_change (suspects, user_id, flagged)
          values ('DETECTOR', 30, true)\
          """);
      assertThat(changesFrom(24)).isEmpty();
      elsewhere.commit();

      assertThat(decision.get().getString("data.confirmAccount.state")).isEqualTo("CONFIRMED");
    }
    assertThat(changesFrom(24)).containsExactly("DETECTOR|30|t", "CONFIRMED|2|t");
  }

  /** A decision takes the review, then the lock of changes; a run that did not would deadlock. */
  @Test
  void aRunWaitsForAReviewBeforeItKeepsOthersFromPublishing() throws Exception {
    Facts.emptyBatch();
    Future<String> run;
    try (var decision = OwnerDatabase.connect();
        var statement = decision.createStatement()) {
      decision.setAutoCommit(false);
      statement.execute("select from moderation.review where user_id = 2 for update");
      run = threads.submit(() -> startRun());
      await().until(() -> waiting("transactionid") == 1);

      statement.execute("set local lock_timeout = '5s'; select " + LOCK);
      decision.commit();
    }

    assertThat(run.get()).isEqualTo("2");
  }

  /** Decisions of others do not wait for a run either, as long as it does not publish. */
  @Test
  void decisionsGoOnWhileARunWaits() throws Exception {
    Facts.emptyBatch();
    Future<String> run;
    try (var decision = OwnerDatabase.connect();
        var statement = decision.createStatement()) {
      decision.setAutoCommit(false);
      statement.execute("select from moderation.review where user_id = 2 for update");
      run = threads.submit(() -> startRun());
      await().until(() -> waiting("transactionid") == 1);

      assertThat(dismiss(23, 0).getString("data.dismissAccount.state")).isEqualTo("DISMISSED");
    }

    assertThat(run.get()).isEqualTo("2");
    assertThat(changesFrom(24)).containsExactly("DETECTOR|23|f");
    assertThat(differences()).isEmpty();
  }

  @Test
  void runsAndDecisionsAtOnceArePublishedInTheOrderOfTheirCommits() throws Exception {
    var going = new AtomicBoolean(true);
    var reader = threads.submit(() -> follow(going));
    var watcher = threads.submit(() -> watch(going));
    var runs = threads.submit(() -> flagAndUnflag(12));
    var moderators =
        IntStream.range(0, 5).mapToObj(i -> threads.submit(() -> decideOn(3 + 4 * i, 20))).toList();

    var answers = new ArrayList<String>();
    for (var moderator : moderators) {
      answers.addAll(moderator.get());
    }
    int scored = runs.get();
    going.set(false);

    assertThat(scored).isEqualTo(12);
    assertThat(answers)
        .hasSize(100)
        // an open account that the latest run does not flag cannot be decided on
        .allSatisfy(answer -> assertThat(answer).isIn(DONE, "NOT_FOUND"))
        .contains(DONE);
    assertThat(reader.get())
        .as("what a reader that goes on from the last id has seen")
        .hasSizeGreaterThan(60)
        .isEqualTo(Facts.longs("select id from moderation.flagged_change order by id"));
    assertThat(watcher.get()).as("differences at some moment").isEmpty();
    assertThat(differences()).isEmpty();
    assertThat(Facts.longs(IDLE_CHANGES)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update moderation.flagged_change set flagged = false",
        "delete from moderation.flagged_change",
        "truncate moderation.flagged_change",
      })
  void theServiceCannotRewriteWhatItPublished(String statement) {
    assertThatThrownBy(() -> OwnerDatabase.execute("set role bot_detector; " + statement))
        .hasMessageContaining("permission denied");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(1, 'DETECTOR', 1, true)", "(default, 'LIKED_SHARE', 1, true)"})
  void whatIsNoChangeIsRefused(String row) {
    assertThatThrownBy(
            () ->
                OwnerDatabase.execute(
                    """
                    set role bot_detector;
                    insert into moderation.flagged_change (id, suspects, user_id, flagged)
                    values %s\
                    """
                        .formatted(row)))
        .hasMessageMatching("(?s).*(flagged_change_suspects_known|non-DEFAULT value).*");
  }

  /** Runs, each of which takes the flag of accounts 4 to 23 or gives it back; how many scored. */
  private static int flagAndUnflag(int times) {
    int scored = 0;
    for (int i = 0; i < times; i++) {
      if (i % 2 == 0) {
        OwnerDatabase.execute("delete from facts.likes where user_id >= 4 and photo_id = 5");
        Facts.emptyBatch();
      } else {
        OwnerDatabase.execute(
            """
            insert into facts.likes (photo_id, user_id, created_at, batch_id)
            select 5, u, '2024-01-03', 1 from generate_series(4, 23) as u\
            """);
        Facts.emptyBatch();
      }
      if (startRun() != null) {
        scored++;
      }
    }
    return scored;
  }

  /** What one moderator is answered who confirms and dismisses four accounts by turns. */
  private static List<String> decideOn(long lowest, int times) {
    var answers = new ArrayList<String>();
    var versions = new int[4];
    for (int i = 0; i < times; i++) {
      int account = i % 4;
      long id = lowest + account;
      int version = versions[account];
      var answer = (i / 4 + account) % 2 == 0 ? confirm(id, version) : dismiss(id, version);
      if (answer.get("errors") == null) {
        versions[account]++;
        answers.add(DONE);
      } else {
        answers.add(code(answer));
      }
    }
    return answers;
  }

  /** The ids that a reader sees, in the order in which it sees them. */
  private static List<Long> follow(AtomicBoolean going) throws SQLException {
    var seen = new ArrayList<Long>();
    long last = 0;
    try (var connection = OwnerDatabase.connect();
        var statement = connection.createStatement()) {
      boolean more = true;
      while (more) {
        // asked before the read, so that the last read comes after the last write
        more = going.get();
        var rows =
            statement.executeQuery(
                "select id from moderation.flagged_change where id > %d order by id"
                    .formatted(last));
        while (rows.next()) {
          last = rows.getLong(1);
          seen.add(last);
        }
      }
    }
    return seen;
  }

  /** Where changes and sets differed at any of many moments; each is one statement's snapshot. */
  private static List<String> watch(AtomicBoolean going) throws SQLException {
    var found = new ArrayList<String>();
    try (var connection = OwnerDatabase.connect()) {
      while (going.get()) {
        found.addAll(strings(connection, "select d::text from (" + DIFFERENCES + ") as d"));
      }
    }
    return found;
  }

  private static List<String> strings(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement()) {
      var rows = statement.executeQuery(query);
      var strings = new ArrayList<String>();
      while (rows.next()) {
        strings.add(rows.getString(1));
      }
      return strings;
    }
  }

  private static List<String> differences() {
    return OwnerDatabase.rows(DIFFERENCES);
  }

  private static List<Long> standing(String suspects) {
    return Facts.longs(
        REPLAYED_AND_DUE
            + "select user_id from replayed where suspects = '%s' order by user_id"
                .formatted(suspects));
  }

  private static List<String> changes() {
    return changesFrom(0);
  }

  private static List<String> changesFrom(long id) {
    return OwnerDatabase.rows(
        """
        select suspects, user_id, flagged
        from moderation.flagged_change
        where id >= %d
        order by id\
        """
            .formatted(id));
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
