package io.minigram.insights.influence;

import org.eclipse.microprofile.graphql.Description;

/** How active a group of users is. */
@Description("How active a group of users is, such as 179.62. A mean over nobody is null.")
public record ActivityMean(
    @Description("Users in the group, such as 135.") long users,
    @Description(
            "Mean of photos + likes given + comments made + accounts followed, such as 179.62.")
        Double meanActivity,
    @Description("Mean of activity / days since registration, such as 0.47.") Double meanRate) {

  static ActivityMean of(Group group) {
    return new ActivityMean(
        group.users(), group.activitySample().meanOrNull(), group.rate().meanOrNull());
  }
}
