package io.minigram.botdetector.runs;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A scoring run as clients see it. */
@Description("One finished scoring of all accounts. What it found became visible all at once.")
public record Run(
    @Description("Number of the run; later runs have higher ones.") @Id @NonNull String id,
    @Description("When it began to read, UTC.") @NonNull Instant startedAt,
    @Description("When all scores were worked out, UTC.") @NonNull Instant finishedAt,
    @Description("Committed batches of facts that it saw.") long batches,
    @Description("The highest batch id that it saw; 0 if there was none.") @Id @NonNull
        String highestBatch,
    @Description("Photos in the network.") long photos,
    @Description("Likes in the network.") long likes,
    @Description("Accounts scored.") long accounts,
    @Description("Accounts that reached the flag threshold.") long flagged,
    @Description("Accounts that it flagged and the run before did not; null in old runs.")
        Long newlyFlagged,
    @Description("Accounts that the run before flagged and it did not; null in old runs.")
        Long noLongerFlagged,
    @Description("Comments in the network; null in old runs.") Long comments,
    @Description("Follows in the network; null in old runs.") Long follows,
    @Description("Groups of accounts that act together; null in old runs.") Long rings,
    @Description("Version of the model that scored; null in runs of before there were models.")
        String model,
    @Description("The lowest score that flagged an account.") double flagThreshold) {

  static Run of(RunEntity run) {
    return new Run(
        run.id.toString(),
        run.startedAt,
        run.finishedAt,
        run.batches,
        Long.toString(run.highestBatch),
        run.photos,
        run.likes,
        run.accounts,
        run.flagged,
        run.newlyFlagged,
        run.noLongerFlagged,
        run.comments,
        run.follows,
        run.rings,
        run.model,
        run.flagThreshold.doubleValue());
  }
}
