package io.minigram.workbench.up;

import io.minigram.workbench.terminal.CommandFailure;
import io.minigram.workbench.terminal.TextTable;
import java.io.PrintStream;
import java.time.Duration;
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
  private static final Duration POLL = Duration.ofMillis(250);

  private static final String FIGURES =
      """
      {
        totals { users photos likes comments }
        influencers(first: 1) { totalCount }
        suspectedBots(first: 1) { totalCount }
      }
      """;

  /** Waits for a scoring run over everything that is in, then asks. */
  static Headline await(GraphQLClient insights, GraphQLClient bots) throws InterruptedException {
    awaitScoring(bots);
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
