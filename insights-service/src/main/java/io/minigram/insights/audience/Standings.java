package io.minigram.insights.audience;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.KthSelector;

/**
 * What each user has done, and since when the user is there: all that cohorts are cut from. The
 * arrays hold one element a user, in the same order.
 *
 * @param users how many users there are, even if only some of them are listed
 * @param ids of the users
 * @param activities photos + likes given + comments made + accounts followed
 * @param registrationDays UTC days of registration, in days since 1970-01-01
 */
record Standings(long users, long[] ids, int[] activities, int[] registrationDays) {

  // behind every user who has a rate, whichever end is looked at
  private static final double NO_RATE = Double.POSITIVE_INFINITY;

  /**
   * Takes what {@code standings.sql} tells.
   *
   * @param packed of each user the id in 8 bytes, the activity in 4, the day of registration in 4
   */
  static Standings of(long users, byte[] packed) {
    var numbers = ByteBuffer.wrap(packed);
    int count = packed.length / (Long.BYTES + 2 * Integer.BYTES);
    var ids = new long[count];
    var activities = new int[count];
    var registrationDays = new int[count];
    for (int i = 0; i < count; i++) {
      ids[i] = numbers.getLong();
      activities[i] = numbers.getInt();
      registrationDays[i] = numbers.getInt();
    }
    return new Standings(users, ids, activities, registrationDays);
  }

  /**
   * Cuts a cohort out. Accounts without a rate are in none by rate, unless it takes everybody.
   *
   * @param measuredOn the day at which rates are measured; null if nothing ever happened
   */
  Cohort cohort(CohortRule rule, LocalDate measuredOn) {
    if (measuredOn == null) {
      return new Cohort(List.of(), null, null, null);
    }
    int day = Math.toIntExact(measuredOn.toEpochDay());
    var keys = keys(rule, day);
    var members =
        IntStream.of(taken(rule, day, keys))
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(index -> keys[index])
                    .thenComparingLong(index -> ids[index]))
            .map(index -> new Cohort.Member(ids[index], activities[index], rate(index, day)))
            .toList();
    return new Cohort(
        members,
        members.isEmpty() ? null : members.get(members.size() - 1).by(rule.measure()),
        users == 0 ? null : (double) members.size() / users,
        measuredOn);
  }

  /** What to order by, ascending, so that the most extreme users come first. */
  private double[] keys(CohortRule rule, int day) {
    var keys = new double[ids.length];
    int sign = rule.cohort() == CohortKind.INACTIVE ? 1 : -1;
    for (int i = 0; i < keys.length; i++) {
      keys[i] =
          switch (rule.measure()) {
            case ACTIVITY -> (double) sign * activities[i];
            case RATE ->
                day > registrationDays[i]
                    ? sign * (double) activities[i] / (day - registrationDays[i])
                    : NO_RATE;
          };
    }
    return keys;
  }

  private int[] taken(CohortRule rule, int day, double[] keys) {
    return switch (rule.cohort()) {
      case ACTIVE ->
          first(rule, keys, candidates(keys).filter(i -> isActiveCandidate(rule, day, i)));
      case INACTIVE -> first(rule, keys, candidates(keys));
      case NEVER_POSTED -> IntStream.range(0, ids.length).toArray();
    };
  }

  private static IntStream candidates(double[] keys) {
    return IntStream.range(0, keys.length).filter(i -> keys[i] != NO_RATE);
  }

  private boolean isActiveCandidate(CohortRule rule, int day, int index) {
    return activities[index] < rule.botLikeActivity()
        && (rule.measure() == Measure.ACTIVITY || day - registrationDays[index] > rule.youngDays());
  }

  /** The first of the candidates by their keys, as many as the share says, with all ties. */
  private int[] first(CohortRule rule, double[] keys, IntStream candidates) {
    var all = candidates.toArray();
    long wanted =
        rule.share()
            .value()
            .multiply(BigDecimal.valueOf(users))
            .setScale(0, RoundingMode.CEILING)
            .longValueExact();
    if (wanted >= all.length) {
      return all;
    }
    if (wanted == 0) {
      return new int[0];
    }
    var ofCandidates = IntStream.of(all).mapToDouble(i -> keys[i]).toArray();
    double last = new KthSelector().select(ofCandidates, null, (int) wanted - 1);
    return IntStream.of(all).filter(i -> keys[i] <= last).toArray();
  }

  private Double rate(int index, int day) {
    int days = day - registrationDays[index];
    return days > 0 ? (double) activities[index] / days : null;
  }
}
