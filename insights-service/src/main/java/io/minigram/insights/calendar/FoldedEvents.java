package io.minigram.insights.calendar;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Events laid over each other by a part of the calendar. */
@Description("Events laid over each other by a part of the calendar.")
public record FoldedEvents(
    @Description("Events in all buckets, such as 5000.") long total,
    @NonNull
        @Description(
            "Every bucket of the fold, in order, such as the seven days of the week; empty ones"
                + " too.")
        List<@NonNull FoldedBucket> buckets,
    @Description(
            "Whether the differences between the buckets are more than chance, such as by its"
                + " pValue; null if fewer than two buckets could hold an event.")
        ChiSquare evenness) {

  static FoldedEvents of(List<FoldedBucket> buckets) {
    return new FoldedEvents(
        buckets.stream().mapToLong(FoldedBucket::events).sum(), buckets, ChiSquare.of(buckets));
  }
}
