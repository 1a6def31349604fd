package io.minigram.insights.report;

import io.minigram.edge.error.RequestException;
import io.minigram.insights.audience.CohortKind;
import io.minigram.insights.audience.CohortRule;
import io.minigram.insights.audience.Measure;
import io.minigram.insights.definitions.EngagementRule;
import io.minigram.insights.definitions.InfluencerRule;
import io.minigram.insights.definitions.MeasuringDay;
import io.minigram.insights.definitions.Share;
import io.minigram.insights.definitions.SuspectRule;
import java.time.LocalDate;

/**
 * The definitions in force.
 *
 * @param suspects who is suspected to be a bot
 * @param influencers who is an influencer
 * @param engagement which photos are highly engaged
 * @param minBotShare boosted is who has at least this share of his likes from suspects
 * @param measuredOn day at which rates are measured; null: the UTC day after the newest event
 */
record Rules(
    SuspectRule suspects,
    InfluencerRule influencers,
    EngagementRule engagement,
    Share minBotShare,
    LocalDate measuredOn) {

  /**
   * @throws RequestException BAD_ARGUMENT if the day is not in the years 1 to 9999
   */
  Rules {
    MeasuringDay.of(measuredOn);
  }

  /** The published cohort by activity. */
  CohortRule cohort(CohortKind kind) {
    return CohortRule.published(kind, Measure.ACTIVITY);
  }
}
