package io.minigram.insights.audience;

import java.time.LocalDate;
import java.util.List;

/**
 * A cohort of users.
 *
 * @param members all of them, the most extreme first, the lower id first
 * @param cutOff what the last member has of the measure; null if there is nobody, or it has no rate
 * @param shareOfUsers of all users, 0 to 1; null if there are no users
 * @param measuredOn UTC day at which rates were measured; null if nothing ever happened
 */
public record Cohort(
    List<Member> members, Double cutOff, Double shareOfUsers, LocalDate measuredOn) {

  /**
   * A member.
   *
   * @param rate activity / days since registration; null if there is none
   */
  public record Member(long id, long activity, Double rate) {

    /** What the user has of the measure; null if it is the rate and there is none. */
    Double by(Measure measure) {
      return switch (measure) {
        case ACTIVITY -> (double) activity;
        case RATE -> rate;
      };
    }
  }

  /** The members' ids, in their order. */
  public Long[] ids() {
    return members.stream().map(Member::id).toArray(Long[]::new);
  }
}
