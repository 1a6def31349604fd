package io.minigram.insights.audience;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import io.minigram.insights.definitions.Share;
import java.time.LocalDate;

/**
 * Who belongs to a cohort of active or inactive users.
 *
 * @param cohort which end of the users
 * @param measure what they are ordered by
 * @param share of all users, rounded up to whole users; ties with the last are in
 * @param botLikeActivity the active leave out accounts with this activity or more
 * @param youngDays the active by rate leave out accounts of this many days or fewer
 * @param measuredOn day at which the rate is measured; null: the UTC day after the newest event
 */
record CohortRule(
    CohortKind cohort,
    Measure measure,
    Share share,
    long botLikeActivity,
    int youngDays,
    LocalDate measuredOn) {

  static final String SHARE = "0.05";
  static final String BOT_LIKE_ACTIVITY = "1000";
  static final String YOUNG_DAYS = "10";

  static final String ABOUT_COHORT = "Which end of the users to look at.";
  static final String ABOUT_MEASURE = "What users are ordered by.";
  static final String ABOUT_SHARE =
      "Share of all users to take, 0 to 1, rounded up to whole users. Ties with the last one are"
          + " in.";
  static final String ABOUT_BOT_LIKE_ACTIVITY =
      "The active leave out accounts with this activity or more.";
  static final String ABOUT_YOUNG_DAYS =
      "The active by rate leave out accounts of this many days or fewer.";
  static final String ABOUT_MEASURED_ON =
      "UTC day up to which the days since registration are counted for the rate; activity is"
          + " always all there is. Accounts registered on that day or later have no rate. If left"
          + " out: the day after the newest event.";

  CohortRule {
    if (botLikeActivity < 0) {
      throw RequestException.of(
          ErrorCode.BAD_ARGUMENT, "botLikeActivity must be zero or more, got " + botLikeActivity);
    }
    if (youngDays < 0) {
      throw RequestException.of(
          ErrorCode.BAD_ARGUMENT, "youngDays must be zero or more, got " + youngDays);
    }
  }
}
