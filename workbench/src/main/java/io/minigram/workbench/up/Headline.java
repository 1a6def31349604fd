package io.minigram.workbench.up;

import io.minigram.workbench.terminal.CommandFailure;
import io.minigram.workbench.terminal.TextTable;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The figures that tell whether the whole system works: asked of the services, not computed. */
record Headline(
    long users,
    long photos,
    long likes,
    long comments,
    long influencers,
    long suspectedBots,
    long flaggedAccounts) {

  private static final Duration SCORING_LIMIT = Duration.ofMinutes(5);
  private static final Duration ROLLING_LIMIT = Duration.ofHours(3);
  private static final Duration POLL = Duration.ofMillis(250);

  private static final String FIGURES =
      """
      {
        totals { users photos likes comments }
        influencers(first: 1) { totalCount }
        suspectedBots(first: 1) { totalCount }
      }
      """;

  /** Waits until everything that is in was scored and rolled up, then asks. */
  static Headline await(GraphQLClient insights, GraphQLClient bots) throws InterruptedException {
    var now = Instant.now();
    awaitScoring(bots);
    awaitRollUps(insights, now);
    var figures = insights.data(FIGURES);
    var totals = figures.get("totals");
    return new Headline(
        totals.get("users").asLong(),
        totals.get("photos").asLong(),
        totals.get("likes").asLong(),
        totals.get("comments").asLong(),
        figures.at("/influencers/totalCount").asLong(),
        figures.at("/suspectedBots/totalCount").asLong(),
        bots.data("{ latestRun { flagged } }").at("/latestRun/flagged").asLong());
  }

  // The scheduled run may be the one that is going; it may have begun before the last row came in.
  private static void awaitScoring(GraphQLClient bots) throws InterruptedException {
    long limit = System.nanoTime() + SCORING_LIMIT.toNanos();
    while (true) {
      var response = bots.ask("mutation { startRun { id } }");
      if (!response.has("errors")) {
        return;
      }
      var code = response.at("/errors/0/extensions/code").asText();
      if (!code.equals("CONFLICT") || System.nanoTime() > limit) {
        throw new CommandFailure("The accounts were not scored: " + response.get("errors"));
      }
      TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
    }
  }

  /** Waits until the answers are as of a time: all that was committed before it is in them. */
  static void awaitRollUps(GraphQLClient insights, Instant time) throws InterruptedException {
    long limit = System.nanoTime() + ROLLING_LIMIT.toNanos();
    while (asOf(insights).isBefore(time)) {
      if (System.nanoTime() > limit) {
        throw new CommandFailure("insights-service does not come to the end of the facts");
      }
      TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
    }
  }

  private static Instant asOf(GraphQLClient insights) throws InterruptedException {
    return Instant.parse(insights.data("{ asOf { time } }").at("/asOf/time").asText());
  }

  void print(PrintStream out) {
    new TextTable("figure", "value")
        .row("users", users)
        .row("photos", photos)
        .row("likes", likes)
        .row("comments", comments)
        .row("influencers", influencers)
        .row("suspected bots (liked 5 % of all photos)", suspectedBots)
        .row("accounts flagged by bot-detector", flaggedAccounts)
        .print(out);
  }
}
