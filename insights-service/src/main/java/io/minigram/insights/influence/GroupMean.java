package io.minigram.insights.influence;

import org.eclipse.microprofile.graphql.Description;

/** The mean of a figure over a group of users. */
@Description("The mean of a figure over a group of users, such as 5 photos over 135 influencers.")
public record GroupMean(
    @Description("Users that have the figure, such as 135.") long users,
    @Description("Its mean over them, such as 5.0; null without users.") Double mean,
    @Description("Its population variance over them, such as 4.76; null without users.")
        Double variance) {

  static GroupMean of(Sample sample) {
    return new GroupMean(sample.count(), sample.meanOrNull(), sample.varianceOrNull());
  }
}
