package io.minigram.insights.influence;

import org.eclipse.microprofile.graphql.Description;

/** How much users engage with the photos of a group of owners. */
@Description("How much users engage with the photos of a group of owners, such as 5.4 a pair.")
public record PairMean(
    @Description(
            "Pairs of an acting user and an owner with at least one like or comment, such as"
                + " 59,004.")
        long pairs,
    @Description(
            "Mean of likes + commentWeight × comments over the pairs, such as 5.366; null if there"
                + " are none.")
        Double mean,
    @Description("Population variance over the pairs, such as 17.78; null if there are none.")
        Double variance) {

  static PairMean of(Sample sample) {
    return new PairMean(sample.count(), sample.meanOrNull(), sample.varianceOrNull());
  }
}
