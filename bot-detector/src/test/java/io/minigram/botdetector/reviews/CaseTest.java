package io.minigram.botdetector.reviews;

import static io.minigram.botdetector.GraphQL.accounts;
import static io.minigram.botdetector.GraphQL.ask;
import static io.minigram.botdetector.GraphQL.askAs;
import static io.minigram.botdetector.GraphQL.code;
import static io.minigram.botdetector.GraphQL.confirm;
import static io.minigram.botdetector.GraphQL.dismiss;
import static io.minigram.botdetector.GraphQL.flag;
import static io.minigram.botdetector.GraphQL.message;
import static io.minigram.botdetector.GraphQL.moderator;
import static io.minigram.botdetector.GraphQL.startRun;
import static io.minigram.botdetector.GraphQL.undo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.minigram.botdetector.DetectorTest;
import io.minigram.botdetector.Facts;
import io.minigram.workbench.testing.OwnerDatabase;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can happen to a case, and how its log tells of it. */
@DetectorTest
class CaseTest {

  private static final Path MIGRATIONS = Path.of("src/main/resources/db/moderation");

  @Inject NoteErasureJob erasure;

  /** Nine accounts; run 1 flags 1 to 3. 4 scores 0.24, the others too little to be stored. */
  @BeforeEach
  void threeFlagged() {
    Facts.network(9, 1_000);
    Facts.likes(1, 3, 50);
    Facts.likes(4, 46);
    startRun();
  }

  @Test
  void anAccountThatIsNotFlaggedIsAnsweredWithWhatIsKnown() {
    var scored = account(4);
    var unscored = account(5);

    assertThat(scored)
        .containsEntry("username", "user4")
        .containsEntry("score", 0.238667f)
        .containsEntry("runId", "1")
        .containsEntry("state", null)
        .containsEntry("version", 0)
        .containsEntry(
            "reasons", List.of(Map.of("sentence", "Liked 46 of 1,000 photos (4.60 %).")));
    assertThat(unscored)
        .containsEntry("username", "user5")
        .containsEntry("score", null)
        .containsEntry("runId", null)
        .containsEntry("state", null)
        .containsEntry("version", 0)
        .containsEntry("reasons", List.of());
    assertThat(events(4).getInt("data.accountEvents.totalCount")).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {10, -1})
  void anAccountThatIsNotThereIsNull(long id) {
    assertThat(ask("{ account(id: \"%d\") { id } }".formatted(id)).getMap("data"))
        .containsEntry("account", null);
  }

  @Test
  void anAccountThatIsFlaggedByHandIsTheLastOfTheQueueAndCanBeDecided() {
    var flagged =
        askAs(
            moderator("anna"),
            """
            mutation { flagAccount(id: "5", version: 0, note: " sells likes ") {
              state version flaggedBy note decidedBy score } }\
            """);

    assertThat(flagged.getMap("data.flagAccount"))
        .containsEntry("state", "OPEN")
        .containsEntry("version", 1)
        .containsEntry("flaggedBy", "anna")
        .containsEntry("note", "sells likes")
        .containsEntry("decidedBy", null)
        .containsEntry("score", null);
    assertThat(accounts("OPEN")).containsExactly("1", "2", "3", "5");

    askAs(moderator("bert"), "mutation { confirmAccount(id: \"5\", version: 1) { id } }");

    assertThat(account(5))
        .containsEntry("state", "CONFIRMED")
        .containsEntry("version", 2)
        .containsEntry("flaggedBy", null)
        .containsEntry("decidedBy", "bert")
        .containsEntry("note", null);
    assertThat(accounts("OPEN")).containsExactly("1", "2", "3");
  }

  @Test
  void theQueueGoesOnBehindAnAccountWithoutAScore() {
    flag(5, 0);
    flag(4, 0);
    flag(6, 0);
    var seen = new ArrayList<String>();
    var after = "null";
    boolean more = true;
    while (more) {
      var page =
          ask(
              """
              { flaggedAccounts(first: 1, after: %s) {
                  totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } }\
              """
                  .formatted(after));
      assertThat(page.getInt("data.flaggedAccounts.totalCount")).isEqualTo(6);
      seen.addAll(page.getList("data.flaggedAccounts.edges.node.id"));
      after = '"' + page.getString("data.flaggedAccounts.pageInfo.endCursor") + '"';
      more = page.getBoolean("data.flaggedAccounts.pageInfo.hasNextPage");
    }

    // 4 has a score
    assertThat(seen).containsExactly("1", "2", "3", "4", "5", "6");
  }

  @Test
  void anAccountThatIsFlaggedByHandStaysWhateverRunsSay() {
    flag(4, 0);
    Facts.photos(1_001, 9_000);

    startRun();

    assertThat(accounts("OPEN")).containsExactly("4");
    assertThat(account(4)).containsEntry("score", 0.238667f).containsEntry("runId", "1");
  }

  /** A run flagged it once, and does not any more. */
  @Test
  void aCaseThatHasLapsedCanBeOpenedByHand() {
    Facts.photos(1_001, 9_000);
    startRun();

    var answer = flag(1, 0);

    assertThat(answer.getMap("data.flagAccount"))
        .containsEntry("state", "OPEN")
        .containsEntry("version", 1);
    assertThat(log(1)).containsExactly("0 FLAGGED null OPEN 1", "1 FLAGGED OPEN OPEN null");
  }

  @Test
  void whatStandsFlaggedIsNotFlaggedAgain() {
    askAs(moderator("anna"), "mutation { dismissAccount(id: \"2\", version: 0) { id } }");

    assertThat(code(flag(1, 0))).isEqualTo("CONFLICT");
    assertThat(message(flag(1, 0)))
        .startsWith("Account 1 is OPEN at version 0, flagged by run 1 at ")
        .endsWith("; it is flagged already");
    assertThat(message(flag(2, 1)))
        .startsWith("Account 2 is DISMISSED at version 1, dismissed by anna at ")
        .endsWith("; it is flagged already");
    assertThat(message(flag(4, 1)))
        .isEqualTo(
            "Account 4 is not flagged at version 0; version 1 was given; read it again, then"
                + " decide");
    assertThat(code(flag(10, 0))).isEqualTo("NOT_FOUND");
    assertThat(Facts.longs("select user_id from moderation.review order by 1"))
        .as("what is refused makes no case")
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void whoFlagsByHandSaysWhy() {
    var answer = ask("mutation { flagAccount(id: \"5\", version: 0, note: \" \") { id } }");

    assertThat(code(answer)).isEqualTo("BAD_ARGUMENT");
    assertThat(accounts("OPEN")).containsExactly("1", "2", "3");
  }

  @Test
  void ofTenWhoFlagOneAccountAtOnceOneDoes() throws Exception {
    var pool = Executors.newFixedThreadPool(10);
    var answers = new ArrayList<JsonPath>();
    try {
      var calls =
          IntStream.range(0, 10)
              .mapToObj(i -> moderator("moderator-" + i))
              .<Callable<JsonPath>>map(
                  token ->
                      () ->
                          askAs(
                              token,
                              """
                              mutation { flagAccount(id: "5", version: 0, note: "odd") {
                                flaggedBy } }\
                              """))
              .toList();
      for (var answer : pool.invokeAll(calls)) {
        answers.add(answer.get());
      }
    } finally {
      pool.shutdown();
    }

    var winner = (String) account(5).get("flaggedBy");
    assertThat(answers)
        .filteredOn(answer -> answer.get("errors") == null)
        .singleElement()
        .satisfies(
            answer -> assertThat(answer.getString("data.flagAccount.flaggedBy")).isEqualTo(winner));
    assertThat(answers)
        .filteredOn(answer -> answer.get("errors") != null)
        .hasSize(9)
        .allSatisfy(
            answer ->
                assertThat(message(answer))
                    .startsWith("Account 5 is OPEN at version 1, flagged by " + winner + " at "));
    assertThat(log(5)).hasSize(1);
  }

  @Test
  void anUndoneDecisionLeavesTheCaseOpen() {
    dismiss(2, 0);

    var answer =
        ask(
            """
            mutation { undoDecision(id: "2", version: 1, note: "wrong one") {
              state version decidedAt decidedBy note } }\
            """);

    assertThat(answer.getMap("data.undoDecision"))
        .containsEntry("state", "OPEN")
        .containsEntry("version", 2)
        .containsEntry("decidedAt", null)
        .containsEntry("decidedBy", null)
        .containsEntry("note", null);
    assertThat(accounts("OPEN")).containsExactly("1", "2", "3");
    assertThat(confirm(2, 2).getString("data.confirmAccount.state")).isEqualTo("CONFIRMED");
  }

  @Test
  void undoingBringsBackOneDecisionAfterTheOther() {
    var first =
        askAs(
            moderator("anna"),
            """
            mutation { confirmAccount(id: "2", version: 0, note: "bot") { decidedAt } }\
            """);
    dismiss(2, 1);
    dismiss(2, 2);

    assertThat(undo(2, 3).getString("data.undoDecision.state")).isEqualTo("DISMISSED");
    assertThat(undo(2, 4).getString("data.undoDecision.state")).isEqualTo("CONFIRMED");
    assertThat(account(2))
        .containsEntry("decidedBy", "anna")
        .containsEntry("decidedAt", first.getString("data.confirmAccount.decidedAt"))
        .containsEntry("note", "bot");
    assertThat(undo(2, 5).getString("data.undoDecision.state")).isEqualTo("OPEN");
    assertThat(code(undo(2, 6))).isEqualTo("CONFLICT");
    assertThat(message(undo(2, 6))).endsWith("; there is no decision to undo");
    assertThat(events(2).<Integer>getList("data.accountEvents.edges.node.undoneVersion"))
        .containsExactly(null, null, null, null, 3, 2, 1);
  }

  @Test
  void anUndoneDecisionOnAnAccountThatWasFlaggedByHandBringsTheFlagBack() {
    askAs(
        moderator("anna"),
        "mutation { flagAccount(id: \"5\", version: 0, note: \"sells likes\") { id } }");
    dismiss(5, 1);

    undo(5, 2);

    assertThat(account(5))
        .containsEntry("state", "OPEN")
        .containsEntry("version", 3)
        .containsEntry("flaggedBy", "anna")
        .containsEntry("note", "sells likes");
    assertThat(accounts("OPEN")).contains("5");
  }

  @Test
  void anUndoneDecisionOnAnAccountThatNoRunFlagsAnyMoreLeavesItUnflagged() {
    confirm(2, 0);
    Facts.photos(1_001, 9_000);
    startRun();

    var answer = undo(2, 1);

    assertThat(answer.getMap("data.undoDecision"))
        .containsEntry("state", null)
        .containsEntry("version", 2);
    assertThat(code(confirm(2, 2))).isEqualTo("NOT_FOUND");
    assertThat(log(2)).last().isEqualTo("2 UNDONE CONFIRMED OPEN 1");
  }

  @Test
  void theLogSaysWhoDidWhatWhenAndOnWhichScore() {
    var before = Instant.now().minusMillis(1);
    askAs(
        moderator("anna"),
        "mutation { confirmAccount(id: \"2\", version: 0, note: \"bot\") { id } }");
    Facts.likes(5, 5);
    startRun();
    OwnerDatabase.execute("delete from facts.likes where user_id = 2 and photo_id <= 5");
    Facts.emptyBatch();
    startRun();
    askAs(moderator("bert"), "mutation { undoDecision(id: \"2\", version: 1) { id } }");

    var nodes = events(2).<Map<String, Object>>getList("data.accountEvents.edges.node");

    assertThat(nodes)
        .extracting(
            event -> event.get("version"),
            event -> event.get("kind"),
            event -> event.get("fromState"),
            event -> event.get("toState"),
            event -> event.get("actor"),
            event -> event.get("runId"),
            event -> event.get("score"),
            event -> event.get("note"))
        .containsExactly(
            tuple(0, "FLAGGED", null, "OPEN", null, "1", 0.775564f, null),
            tuple(1, "CONFIRMED", "OPEN", "CONFIRMED", "anna", "1", 0.775564f, "bot"),
            // run 2 flagged it as well, and run 3 did not
            tuple(2, "UNDONE", "CONFIRMED", "OPEN", "bert", "2", 0.775564f, null));
    var times =
        nodes.stream().map(event -> Instant.parse((String) event.get("happenedAt"))).toList();
    assertThat(times).isSorted();
    assertThat(times.get(1)).isBetween(before, Instant.now());
  }

  @Test
  void pagesGiveEachEventOnce() {
    for (int version = 0; version < 7; version++) {
      confirm(2, version);
    }

    var seen = new ArrayList<Integer>();
    var after = "null";
    boolean more = true;
    while (more) {
      var page =
          ask(
              """
              { accountEvents(id: "2", first: 3, after: %s) {
                  totalCount edges { node { version } } pageInfo { hasNextPage endCursor } } }\
              """
                  .formatted(after));
      assertThat(page.getInt("data.accountEvents.totalCount")).isEqualTo(8);
      seen.addAll(page.getList("data.accountEvents.edges.node.version"));
      after = '"' + page.getString("data.accountEvents.pageInfo.endCursor") + '"';
      more = page.getBoolean("data.accountEvents.pageInfo.hasNextPage");
    }

    assertThat(seen).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id: \"two\"",
        "id: \"2\", first: 0",
        "id: \"2\", first: 101",
        "id: \"2\", after: \"bm90IGEgbnVtYmVy\"",
      })
  void eventsThatCannotBeAreRefused(String arguments) {
    assertThat(code(ask("{ accountEvents(%s) { totalCount } }".formatted(arguments))))
        .isEqualTo("BAD_ARGUMENT");
  }

  @Test
  void theNotesOnAnErasedAccountGoAndTheLogStays() {
    ask("mutation { confirmAccount(id: \"1\", version: 0, note: \"one\") { id } }");
    ask("mutation { confirmAccount(id: \"2\", version: 0, note: \"two\") { id } }");
    ask("mutation { undoDecision(id: \"2\", version: 1, note: \"three\") { id } }");
    ask("mutation { confirmAccount(id: \"3\", version: 0, note: \"four\") { id } }");
    OwnerDatabase.execute(
        """
        insert into facts.removal (target, id) values ('ACCOUNT', 2), ('PHOTO', 1);
        delete from facts.users where id = 2\
        """);

    erasure.tick().await().indefinitely();

    assertThat(OwnerDatabase.rows("select note from moderation.note order by 1"))
        .containsExactly("four", "one");
    assertThat(log(2)).hasSize(3);
    assertThat(events(2).<String>getList("data.accountEvents.edges.node.note"))
        .containsExactly(null, null, null);
    assertThat(account(2)).containsEntry("username", null).containsEntry("version", 2);
  }

  /** As a database has it in which moderators decided before there was a log. */
  @Test
  void theMigrationKeepsWhatWasDecided() throws SQLException, IOException {
    try (var owner = OwnerDatabase.connect();
        var statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      statement.execute(
          """
          drop schema moderation cascade;
          create schema moderation;
          create table moderation.flyway_schema_history ()\
          """);
      for (var migration : migrations()) {
        statement.execute(Files.readString(migration));
        if (version(migration) == 2) {
          statement.execute(
              """
              insert into moderation.run (
                started_at, finished_at, batches, highest_batch, photos, likes, accounts, flagged,
                min_share, flag_threshold, stored_from)
              values (now(), now(), 1, 1, 100, 15, 3, 3, 0.05, 0.5, 0.1);
              insert into moderation.score (run_id, user_id, score)
              values (1, 7, 0.5), (1, 8, 0.6), (1, 9, 0.7);
              insert into moderation.review (user_id, run_id, state, version, decided_at)
              values
                (7, 1, 'OPEN', 0, null), (8, 1, 'DISMISSED', 2, '2026-01-02'),
                (9, 1, 'CONFIRMED', 1, '2026-01-03');
              insert into moderation.decision (user_id, version, run_id, decision, decided_at)
              values
                (8, 1, 1, 'CONFIRMED', '2026-01-01'), (8, 2, 1, 'DISMISSED', '2026-01-02'),
                (9, 1, 1, 'CONFIRMED', '2026-01-03');
              insert into moderation.note (user_id, version, note) values (8, 2, 'no bot')\
              """);
        }
      }

      var rows =
          statement.executeQuery(
              """
              select concat_ws(' ',
                review.user_id, review.state, review.standing_version, review.seen_run_id,
                event.version, event.kind, event.from_state, event.to_state, event.stood_version,
                trim_scale(event.score), note.note)
              from moderation.review
              left join moderation.event on event.case_id = review.id
              left join moderation.note
                on note.case_id = event.case_id and note.version = event.version
              order by review.user_id, event.version\
              """);
      var found = new ArrayList<String>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      assertThat(found)
          .containsExactly(
              "7 OPEN 0",
              "8 DISMISSED 2 1 1 CONFIRMED OPEN CONFIRMED 0 0.6",
              "8 DISMISSED 2 1 2 DISMISSED CONFIRMED DISMISSED 1 0.6 no bot",
              "9 CONFIRMED 1 1 1 CONFIRMED OPEN CONFIRMED 0 0.7");
      owner.rollback();
    }
  }

  private static List<Path> migrations() throws IOException {
    try (var files = Files.list(MIGRATIONS)) {
      return files.sorted(Comparator.comparingInt(CaseTest::version)).toList();
    }
  }

  private static int version(Path migration) {
    var name = migration.getFileName().toString();
    return Integer.parseInt(name.substring(1, name.indexOf("__")));
  }

  private static Map<String, Object> account(long id) {
    return ask("""
    { account(id: "%d") {
        username score runId state version flaggedBy decidedAt decidedBy note
        reasons { sentence } } }\
    """
            .formatted(id))
        .getMap("data.account");
  }

  private static JsonPath events(long id) {
    return ask(
        """
        { accountEvents(id: "%d") { totalCount edges { node {
            version kind happenedAt actor fromState toState undoneVersion runId score note } } } }\
        """
            .formatted(id));
  }

  /** Version, kind, states and run of each event. */
  private static List<String> log(long id) {
    return events(id).<Map<String, Object>>getList("data.accountEvents.edges.node").stream()
        .map(
            event ->
                "%s %s %s %s %s"
                    .formatted(
                        event.get("version"),
                        event.get("kind"),
                        event.get("fromState"),
                        event.get("toState"),
                        event.get("runId")))
        .toList();
  }
}
