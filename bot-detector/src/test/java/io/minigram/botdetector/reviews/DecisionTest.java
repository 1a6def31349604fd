package io.minigram.botdetector.reviews;

import static io.minigram.botdetector.GraphQL.accounts;
import static io.minigram.botdetector.GraphQL.ask;
import static io.minigram.botdetector.GraphQL.code;
import static io.minigram.botdetector.GraphQL.confirm;
import static io.minigram.botdetector.GraphQL.dismiss;
import static io.minigram.botdetector.GraphQL.message;
import static io.minigram.botdetector.GraphQL.startRun;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minigram.botdetector.DetectorTest;
import io.minigram.botdetector.Facts;
import io.minigram.workbench.testing.OwnerDatabase;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DetectorTest
class DecisionTest {

  /**
   * 25 accounts, of which 1 to 23 are flagged; 1 to 3 with a score of 1, the others at one half.
   */
  @BeforeEach
  void twentyThreeFlagged() {
    Facts.network(25, 100);
    Facts.likes(1, 3, 10);
    Facts.likes(4, 23, 5);
    startRun();
  }

  @Test
  void aConfirmedAccountLeavesTheOpenOnes() {
    var before = Instant.now();

    var answer =
        ask(
            """
            mutation { confirmAccount(id: "2", version: 0, note: "  likes day and night ") {
              id username state version decidedAt note score runId } }\
            """);

    assertThat(answer.getMap("data.confirmAccount"))
        .containsEntry("id", "2")
        .containsEntry("username", "user2")
        .containsEntry("state", "CONFIRMED")
        .containsEntry("version", 1)
        .containsEntry("note", "likes day and night")
        .containsEntry("score", 0.985797f)
        .containsEntry("runId", "1");
    assertThat(Instant.parse(answer.getString("data.confirmAccount.decidedAt")))
        .isBetween(before.minusMillis(1), Instant.now());
    assertThat(accounts("CONFIRMED")).containsExactly("2");
    assertThat(accounts("OPEN")).hasSize(22).doesNotContain("2");
    assertThat(ask("{ account(id: \"2\") { state } }").getString("data.account.state"))
        .isEqualTo("CONFIRMED");
  }

  @Test
  void aDecidedAccountKeepsItsStateWhenItIsScoredAgain() {
    dismiss(1, 0);
    confirm(2, 0);
    Facts.emptyBatch();

    var run = startRun();

    assertThat(run).isEqualTo("2");
    assertThat(accounts("DISMISSED")).containsExactly("1");
    assertThat(accounts("CONFIRMED")).containsExactly("2");
    assertThat(accounts("OPEN")).hasSize(21).doesNotContain("1", "2");
    assertThat(ask("{ account(id: \"1\") { runId version } }").getMap("data.account"))
        .containsEntry("runId", "2")
        .containsEntry("version", 1);
  }

  @Test
  void aDecidedAccountStaysVisibleWhenNoRunFlagsItAnyMore() {
    confirm(2, 0);
    Facts.photos(101, 10_000);

    startRun();

    assertThat(accounts("OPEN")).isEmpty();
    assertThat(accounts("CONFIRMED")).containsExactly("2");
  }

  @Test
  void aModeratorWhoSawAnOlderVersionIsToldWhatStands() {
    confirm(2, 0);

    var other = dismiss(2, 0);
    var same = confirm(2, 0);

    assertThat(code(other)).isEqualTo("CONFLICT");
    assertThat(message(other)).contains("Account 2 is CONFIRMED at version 1");
    assertThat(code(same)).isEqualTo("CONFLICT");
    assertThat(accounts("CONFIRMED")).containsExactly("2");
    assertThat(log()).hasSize(1);
  }

  @Test
  void aVersionThatNeverWasIsAConflict() {
    assertThat(message(confirm(2, 1))).contains("Account 2 is OPEN at version 0");
    assertThat(accounts("CONFIRMED")).isEmpty();
  }

  @Test
  void whoSawTheDecisionCanChangeItAndTheLogKeepsBoth() {
    confirm(2, 0);

    var answer = dismiss(2, 1);

    assertThat(answer.getMap("data.dismissAccount"))
        .containsEntry("state", "DISMISSED")
        .containsEntry("version", 2);
    assertThat(log()).containsExactly(1L, 2L);
    assertThat(
            Facts.longs(
                "select version from moderation.decision where decision = 'CONFIRMED' and run_id ="
                    + " 1"))
        .containsExactly(1L);
  }

  @Test
  void ofTwentyModeratorsAtOnceOneWins() throws Exception {
    var pool = Executors.newFixedThreadPool(20);
    var answers = new ArrayList<JsonPath>();
    try {
      var calls =
          IntStream.range(0, 20)
              .<Callable<JsonPath>>mapToObj(i -> () -> i % 2 == 0 ? confirm(2, 0) : dismiss(2, 0))
              .toList();
      for (var answer : pool.invokeAll(calls)) {
        answers.add(answer.get());
      }
    } finally {
      pool.shutdown();
    }

    var standing = ask("{ account(id: \"2\") { state version } }");
    var losers = answers.stream().filter(answer -> answer.get("errors") != null).toList();
    assertThat(losers)
        .hasSize(19)
        .allSatisfy(
            answer -> {
              assertThat(code(answer)).isEqualTo("CONFLICT");
              assertThat(message(answer))
                  .contains("is " + standing.getString("data.account.state") + " at version 1");
            });
    assertThat(standing.getInt("data.account.version")).isEqualTo(1);
    assertThat(log()).hasSize(1);
  }

  @Test
  void twentyDecisionsInOneRequest() {
    var fields =
        IntStream.rangeClosed(1, 20)
            .mapToObj("d%1$d: confirmAccount(id: \"%1$d\", version: 0) { state }"::formatted)
            .collect(Collectors.joining(" ", "mutation { ", " }"));

    var answer = ask(fields);

    assertThat(answer.<Object>get("errors")).isNull();
    assertThat(accounts("CONFIRMED")).hasSize(20);
    assertThat(accounts("OPEN")).containsExactly("21", "22", "23");
  }

  @ParameterizedTest
  @ValueSource(longs = {24, 99, -1})
  void whatIsNotFlaggedCannotBeDecided(long id) {
    assertThat(code(confirm(id, 0))).isEqualTo("NOT_FOUND");
    assertThat(ask("{ account(id: \"%d\") { id } }".formatted(id)).getMap("data"))
        .containsEntry("account", null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two", "1.0", "1 or 1=1", "9223372036854775808"})
  void anIdThatIsNoNumberIsRefused(String id) {
    assertThat(code(ask("{ account(id: \"%s\") { id } }".formatted(id)))).isEqualTo("BAD_ARGUMENT");
    assertThat(
            code(ask("mutation { confirmAccount(id: \"%s\", version: 0) { id } }".formatted(id))))
        .isEqualTo("BAD_ARGUMENT");
  }

  @ParameterizedTest
  @CsvSource({"2000, true", "2001, false"})
  void notesAreBounded(int length, boolean taken) {
    // one character of two UTF-16 units: characters are counted, not units
    var note = "\uD83E\uDD16".repeat(length);

    var answer =
        ask(
            "mutation { confirmAccount(id: \"2\", version: 0, note: \"%s\") { note } }"
                .formatted(note));

    if (taken) {
      assertThat(answer.getString("data.confirmAccount.note")).isEqualTo(note);
    } else {
      assertThat(code(answer)).isEqualTo("BAD_ARGUMENT");
      assertThat(accounts("CONFIRMED")).isEmpty();
    }
  }

  @Test
  void aBlankNoteIsNone() {
    var answer = ask("mutation { dismissAccount(id: \"2\", version: 0, note: \" \\n\") { note } }");

    assertThat(answer.getMap("data.dismissAccount")).containsEntry("note", null);
    assertThat(Facts.longs("select version from moderation.note")).isEmpty();
  }

  @Test
  void aNoteThatCannotBeStoredIsRefused() {
    var answer =
        ask("mutation { confirmAccount(id: \"2\", version: 0, note: \"a\\u0000b\") { note } }");

    assertThat(code(answer)).isEqualTo("BAD_ARGUMENT");
  }

  @ParameterizedTest
  @CsvSource({
    "moderation_reader, run, true",
    "moderation_reader, score, true",
    "moderation_reader, contribution, true",
    "moderation_reader, review, true",
    "moderation_reader, flagged_account, true",
    "moderation_reader, flagged_change, true",
    "moderation_reader, note, false",
    "moderation_reader, decision, false",
    "bot_detector, note, true",
  })
  void whoReadsWhat(String role, String table, boolean may) {
    ask("mutation { confirmAccount(id: \"2\", version: 0, note: \"seen\") { id } }");
    var statement = "set role %s; select count(*) from moderation.%s".formatted(role, table);

    if (may) {
      OwnerDatabase.execute(statement);
    } else {
      assertThatThrownBy(() -> OwnerDatabase.execute(statement))
          .hasMessageContaining("permission denied for table " + table);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update moderation.decision set decision = 'DISMISSED'",
        "delete from moderation.decision",
        "update moderation.score set score = 0",
        "delete from moderation.run",
        "delete from moderation.review",
        "update moderation.review set user_id = 99",
        "update facts.users set username = 'x'",
      })
  void theServiceCannotRewriteWhatWas(String statement) {
    assertThatThrownBy(() -> OwnerDatabase.execute("set role bot_detector; " + statement))
        .hasMessageContaining("permission denied");
  }

  @Test
  void pagesGiveEachAccountOnceEvenWhenSomeAreDecidedOnTheWay() {
    var seen = new ArrayList<String>();
    var after = "null";
    boolean more = true;
    while (more) {
      var page =
          ask(
              """
              { flaggedAccounts(first: 5, after: %s) {
                  edges { node { id } } pageInfo { hasNextPage endCursor } } }\
              """
                  .formatted(after));
      List<String> ids = page.getList("data.flaggedAccounts.edges.node.id");
      seen.addAll(ids);
      // the row of the cursor leaves the list
      confirm(Long.parseLong(ids.get(ids.size() - 1)), 0);
      after = '"' + page.getString("data.flaggedAccounts.pageInfo.endCursor") + '"';
      more = page.getBoolean("data.flaggedAccounts.pageInfo.hasNextPage");
    }

    assertThat(seen)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 23).mapToObj(Integer::toString).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "first: 0",
        "first: 101",
        "after: \"\"",
        "after: \"%%\"",
        "after: \"bm90IGEgbnVtYmVy\"",
        "after: \"MTAw\"",
      })
  void aPageThatCannotBeIsRefused(String arguments) {
    assertThat(code(ask("{ flaggedAccounts(%s) { totalCount } }".formatted(arguments))))
        .isEqualTo("BAD_ARGUMENT");
  }

  private static List<Long> log() {
    return Facts.longs("select version from moderation.decision order by user_id, version");
  }
}
