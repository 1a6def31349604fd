package io.minigram.insights.influence;

import java.math.BigDecimal;
import java.math.MathContext;
import org.eclipse.microprofile.graphql.Description;

/** How many follow the users of a group, and how many they follow. */
@Description("How many follow the users of a group, and how many they follow, such as 553 and 20.")
public record FollowRatio(
    @Description("Users in the group, such as 135.") long users,
    @Description("Mean number of followers, such as 553.4; null without users.")
        Double meanFollowers,
    @Description("Mean number of accounts followed, such as 20.3; null without users.")
        Double meanFollowing,
    @Description("meanFollowers / meanFollowing, such as 27.3; null if they follow nobody.")
        Double ratio) {

  static FollowRatio of(Group group) {
    var users = BigDecimal.valueOf(group.users());
    return new FollowRatio(
        group.users(),
        quotient(group.followers(), users),
        quotient(group.following(), users),
        quotient(group.followers(), group.following()));
  }

  private static Double quotient(BigDecimal dividend, BigDecimal divisor) {
    return divisor.signum() == 0
        ? null
        : dividend.divide(divisor, MathContext.DECIMAL128).doubleValue();
  }
}
