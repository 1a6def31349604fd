package io.minigram.botdetector.runs;

import static io.minigram.botdetector.GraphQL.accounts;
import static io.minigram.botdetector.GraphQL.ask;
import static io.minigram.botdetector.GraphQL.code;
import static io.minigram.botdetector.GraphQL.startRun;
import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.botdetector.DetectorTest;
import io.minigram.botdetector.Facts;
import io.minigram.botdetector.GraphQL;
import io.minigram.workbench.testing.OwnerDatabase;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@DetectorTest
class RunTest {

  /**
   * By the packaged model, who liked 5 % of all photos gets 12 x (5 - 3.5) / 2 = 9 and so 1 / (1 +
   * exp(7.76 - 9)) = 0.775564; who liked 4.6 % 0.238667; and from 5.5 % on it is 0.985797.
   */
  @Test
  void flagsTheAccountsThatLikedFivePercent() {
    Facts.network(60, 25_000);
    Facts.likes(7, 1_250);
    Facts.likes(8, 1_150);
    Facts.likes(60, 1_750);
    Facts.likes(9, 1_250);
    Facts.likes(10, 1_000);

    var run =
        ask(
            """
            mutation { startRun {
                photos likes comments follows accounts flagged newlyFlagged noLongerFlagged rings
                batches model flagThreshold } }\
            """);

    assertThat(run.getMap("data.startRun"))
        .containsEntry("photos", 25_000)
        .containsEntry("likes", 1_250 + 1_150 + 1_750 + 1_250 + 1_000)
        .containsEntry("comments", 0)
        .containsEntry("follows", 0)
        .containsEntry("accounts", 60)
        .containsEntry("flagged", 3)
        .containsEntry("newlyFlagged", 3)
        .containsEntry("noLongerFlagged", 0)
        .containsEntry("rings", 0)
        .containsEntry("batches", 7)
        .containsEntry("model", "1")
        .containsEntry("flagThreshold", 0.5f);
    var found =
        ask(
            """
            { flaggedAccounts { totalCount edges { node {
                id username score state version decidedAt note runId
                reasons { signal value contribution sentence }
                evidence { signal } ring { id } pastScores { runId score } } } } }\
            """);
    assertThat(found.getInt("data.flaggedAccounts.totalCount")).isEqualTo(3);
    assertThat(found.getList("data.flaggedAccounts.edges.node.id")).containsExactly("60", "7", "9");
    assertThat(found.getList("data.flaggedAccounts.edges.node.score"))
        .containsExactly(0.985797f, 0.775564f, 0.775564f);
    var first = found.<String, Object>getMap("data.flaggedAccounts.edges[0].node");
    assertThat(first)
        .containsEntry("username", "user60")
        .containsEntry("state", "OPEN")
        .containsEntry("version", 0)
        .containsEntry("decidedAt", null)
        .containsEntry("note", null)
        .containsEntry("runId", "1")
        .containsEntry("ring", null)
        .containsEntry("evidence", List.of());
    assertThat(found.getMap("data.flaggedAccounts.edges[0].node.reasons[0]"))
        .containsEntry("signal", "LIKED_SHARE")
        .containsEntry("value", 0.07f)
        .containsEntry("contribution", 12f)
        .containsEntry("sentence", "Liked 1,750 of 25,000 photos (7.00 %).");
    assertThat(found.getMap("data.flaggedAccounts.edges[0].node.pastScores[0]"))
        .containsEntry("runId", "1")
        .containsEntry("score", 0.985797f);
    // below the threshold, scores are kept from 0.1 on
    assertThat(Facts.longs("select user_id from moderation.score order by 1"))
        .containsExactly(7L, 8L, 9L, 60L);
  }

  @Test
  void anEmptyNetworkHasARunThatFlagsNobody() {
    Facts.network(0, 0);
    OwnerDatabase.clear();
    assertThat(ask("{ latestRun { id } }").getMap("data")).containsEntry("latestRun", null);
    assertThat(ask("{ runs { totalCount } }").getInt("data.runs.totalCount")).isZero();

    var run = ask("mutation { startRun { batches highestBatch photos accounts flagged } }");

    assertThat(run.getMap("data.startRun"))
        .containsEntry("batches", 0)
        .containsEntry("highestBatch", "0")
        .containsEntry("photos", 0)
        .containsEntry("accounts", 0)
        .containsEntry("flagged", 0);
    assertThat(accounts("OPEN")).isEmpty();
  }

  @Test
  void nothingIsScoredTwice() {
    Facts.network(3, 100);
    Facts.likes(1, 5);
    var start = "mutation { startRun { id startedAt finishedAt } }";
    var first = ask(start).getMap("data.startRun");

    var second = ask(start).getMap("data.startRun");

    assertThat(second).isEqualTo(first);
    assertThat(runs()).hasSize(1);
  }

  @Test
  void whatARunChangesIsCounted() {
    Facts.network(9, 100);
    Facts.likes(1, 2, 6);
    startRun();
    Facts.photos(101, 200);
    Facts.likes(3, 12);

    var run = ask("mutation { startRun { flagged newlyFlagged noLongerFlagged } }");

    assertThat(run.getMap("data.startRun"))
        .containsEntry("flagged", 1)
        .containsEntry("newlyFlagged", 1)
        .containsEntry("noLongerFlagged", 2);
  }

  @Test
  void aModelThatHasChangedUnderItsVersionScoresNothing() {
    Facts.network(3, 100);
    startRun();
    OwnerDatabase.execute(
        "update moderation.model set settings = replace(settings, 'weight=12', 'weight=11')");
    Facts.emptyBatch();

    var failed = ask("mutation { startRun { id } }");

    assertThat(GraphQL.code(failed)).isEqualTo("INTERNAL");
    assertThat(runs()).hasSize(1);
  }

  @Test
  void aNewBatchIsScored() {
    Facts.network(3, 100);
    Facts.likes(1, 5);
    var first = startRun();
    Facts.likes(2, 5);

    var second = startRun();

    assertThat(second).isNotEqualTo(first);
    assertThat(accounts("OPEN")).containsExactly("1", "2");
  }

  @Test
  void aBatchWithALowerIdThatCommitsLateIsScored() {
    Facts.network(3, 100);
    OwnerDatabase.execute("insert into facts.batch (id) values (1000)");
    var first = startRun();
    OwnerDatabase.execute("insert into facts.batch (id) values (900)");

    assertThat(startRun()).isNotEqualTo(first);
  }

  @Test
  void otherParametersAreScoredAnew() {
    Facts.network(3, 100);
    var first = startRun();
    OwnerDatabase.execute("update moderation.run set flag_threshold = 0.6");

    assertThat(startRun()).isNotEqualTo(first);
  }

  @Test
  void anAccountThatNoLongerReachesTheShareIsNotOpenAnyMore() {
    Facts.network(3, 100);
    Facts.likes(1, 5);
    startRun();
    assertThat(accounts("OPEN")).containsExactly("1");
    Facts.photos(101, 125);

    startRun();

    assertThat(accounts("OPEN")).isEmpty();
    assertThat(ask("{ account(id: \"1\") { id } }").getMap("data")).containsEntry("account", null);
    assertThat(code(GraphQL.confirm(1, 0))).isEqualTo("NOT_FOUND");
  }

  @Test
  void runsThatStartTogetherScoreOnce() throws Exception {
    Facts.network(50, 5_000);
    Facts.likes(1, 20, 5_000);

    var answers = together(8, () -> ask("mutation { startRun { id } }"));

    assertThat(runs()).hasSize(1);
    var run = Long.toString(runs().get(0));
    assertThat(answers)
        .allSatisfy(
            answer ->
                assertThat(
                        answer.get("errors") == null
                            ? answer.getString("data.startRun.id")
                            : code(answer))
                    .isIn(run, "CONFLICT"))
        .anySatisfy(answer -> assertThat(answer.getString("data.startRun.id")).isEqualTo(run));
  }

  @Test
  void aRunElsewhereKeepsThisOneOut() throws SQLException {
    Facts.network(3, 100);
    try (var elsewhere = OwnerDatabase.connect();
        var statement = elsewhere.createStatement()) {
      elsewhere.setAutoCommit(false);
      statement.execute("select pg_advisory_xact_lock(hashtextextended('moderation.run', 0))");

      assertThat(code(ask("mutation { startRun { id } }"))).isEqualTo("CONFLICT");
      assertThat(runs()).isEmpty();

      elsewhere.rollback();
      assertThat(startRun()).isEqualTo("1");
    }
  }

  @Test
  void aRunThatFailsLeavesNothingBehind() {
    Facts.network(3, 100);
    Facts.likes(1, 5);
    OwnerDatabase.execute(
        "alter table moderation.review add constraint unlucky check (user_id <> 1)");

    var failed = ask("mutation { startRun { id } }");

    OwnerDatabase.execute("alter table moderation.review drop constraint unlucky");
    assertThat(GraphQL.message(failed)).isNotBlank().doesNotContain("unlucky");
    assertThat(runs()).isEmpty();
    assertThat(Facts.longs("select user_id from moderation.score")).isEmpty();
    startRun();
    assertThat(accounts("OPEN")).containsExactly("1");
  }

  @Test
  void scoresOfOldRunsGoUnlessAReviewRestsOnThem() {
    Facts.network(3, 1_000);
    Facts.likes(1, 50);
    Facts.likes(2, 46);
    startRun();
    assertThat(Facts.longs("select user_id from moderation.score where run_id = 1 order by 1"))
        .containsExactly(1L, 2L);
    Facts.photos(1_001, 20_000);

    for (int i = 0; i < 20; i++) {
      Facts.emptyBatch();
      startRun();
    }

    assertThat(runs()).hasSize(21);
    assertThat(Facts.longs("select user_id from moderation.score where run_id = 1"))
        .containsExactly(1L);
    assertThat(Facts.longs("select user_id from moderation.contribution where run_id = 1"))
        .containsExactly(1L);
  }

  @Test
  void pagesGiveEachRunOnce() {
    Facts.network(1, 1);
    for (int i = 0; i < 7; i++) {
      Facts.emptyBatch();
      startRun();
    }

    var seen = new ArrayList<String>();
    var after = "null";
    boolean more = true;
    while (more) {
      var page =
          ask(
              """
              { runs(first: 3, after: %s) {
                  totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } }\
              """
                  .formatted(after));
      assertThat(page.getInt("data.runs.totalCount")).isEqualTo(7);
      seen.addAll(page.getList("data.runs.edges.node.id"));
      after = '"' + page.getString("data.runs.pageInfo.endCursor") + '"';
      more = page.getBoolean("data.runs.pageInfo.hasNextPage");
    }

    assertThat(seen).containsExactly("7", "6", "5", "4", "3", "2", "1");
    assertThat(ask("{ latestRun { id } }").getString("data.latestRun.id")).isEqualTo("7");
  }

  @Test
  void fieldsOfOneRequestDoNotDisturbEachOther() {
    Facts.network(30, 100);
    Facts.likes(1, 5);
    startRun();
    var fields =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    "r%1$d: latestRun { id } f%1$d: flaggedAccounts { edges { node { id } } }"
                        .formatted(i))
            .collect(Collectors.joining(" ", "{ ", " }"));

    var answer = ask(fields);

    assertThat(answer.<Object>get("errors")).isNull();
    for (int i = 0; i < 20; i++) {
      assertThat(answer.getString("data.r" + i + ".id")).isEqualTo("1");
      assertThat(answer.getList("data.f" + i + ".edges.node.id")).containsExactly("1");
    }
  }

  @Test
  void mutationsOfOneRequestGoOneAfterTheOther() {
    Facts.network(3, 100);
    var fields =
        IntStream.range(0, 20)
            .mapToObj("r%d: startRun { id }"::formatted)
            .collect(Collectors.joining(" ", "mutation { ", " }"));

    var answer = ask(fields);

    assertThat(answer.<Object>get("errors")).isNull();
    for (int i = 0; i < 20; i++) {
      assertThat(answer.getString("data.r" + i + ".id")).isEqualTo("1");
    }
  }

  private static List<Long> runs() {
    return Facts.longs("select id from moderation.run order by id");
  }

  private static List<JsonPath> together(int times, Callable<JsonPath> call) throws Exception {
    var pool = Executors.newFixedThreadPool(times);
    try {
      var answers = new ArrayList<JsonPath>();
      for (var answer : pool.invokeAll(IntStream.range(0, times).mapToObj(i -> call).toList())) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      pool.shutdown();
    }
  }
}
