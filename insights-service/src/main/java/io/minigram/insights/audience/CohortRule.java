package io.minigram.insights.audience;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import io.minigram.insights.definitions.MeasuringDay;
import io.minigram.insights.definitions.Share;
import io.minigram.insights.definitions.UserSet;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Who belongs to a cohort of users.
 *
 * @param cohort which users
 * @param measure what they are ordered by
 * @param share of all users, rounded up to whole users; ties with the last are in
 * @param botLikeActivity the active leave out accounts with this activity or more
 * @param youngDays the active by rate leave out accounts of this many days or fewer
 * @param measuredOn day at which the rate is measured; null: the UTC day after the newest event
 */
public record CohortRule(
    CohortKind cohort,
    Measure measure,
    Share share,
    long botLikeActivity,
    int youngDays,
    LocalDate measuredOn) {

  public static final String SHARE = UserSet.SHARE;
  public static final String BOT_LIKE_ACTIVITY = UserSet.BOT_LIKE_ACTIVITY;
  public static final String YOUNG_DAYS = UserSet.YOUNG_DAYS;

  public static final String ABOUT_COHORT = "Which users to look at, such as ACTIVE.";
  public static final String ABOUT_MEASURE = "What users are ordered by, such as RATE.";
  public static final String ABOUT_SHARE =
      "Share of all users to take, 0 to 1, rounded up to whole users, such as 0.05 for 250 of"
          + " 5,000. Ties with the last one are in. Those who never posted are all taken.";
  public static final String ABOUT_BOT_LIKE_ACTIVITY =
      "The active leave out accounts with this activity or more, such as 1000.";
  public static final String ABOUT_YOUNG_DAYS =
      "The active by rate leave out accounts of this many days or fewer, such as 10.";

  /**
   * Takes the rule from a request.
   *
   * @throws RequestException BAD_ARGUMENT if an activity or a number of days is negative, or the
   *     day is none of the years 1 to 9999
   */
  public CohortRule {
    if (botLikeActivity < 0) {
      throw RequestException.of(
          ErrorCode.BAD_ARGUMENT, "botLikeActivity must be zero or more, got " + botLikeActivity);
    }
    measuredOn = MeasuringDay.of(measuredOn);
    if (youngDays < 0) {
      throw RequestException.of(
          ErrorCode.BAD_ARGUMENT, "youngDays must be zero or more, got " + youngDays);
    }
  }

  /** The published rule: the end of 5 %, measured on the day after the newest event. */
  public static CohortRule published(CohortKind cohort, Measure measure) {
    return new CohortRule(
        cohort,
        measure,
        new Share(new BigDecimal(SHARE)),
        Long.parseLong(BOT_LIKE_ACTIVITY),
        Integer.parseInt(YOUNG_DAYS),
        null);
  }
}
