package io.minigram.insights.definitions;

import io.minigram.edge.error.RequestException;
import jakarta.json.bind.annotation.JsonbCreator;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A group of users with the thresholds of its rule, as requests give it.
 *
 * @param group which group; the rest counts for those that ask for it
 * @param share of all users, rounded up to whole users; ties with the last are in
 * @param botLikeActivity the active leave out accounts with this activity or more
 * @param youngDays the active by rate leave out accounts of this many days or fewer
 * @param measuredOn day at which the rate is measured; null: the UTC day after the newest event
 * @param minFollowerShare an influencer is followed by more than this share of all users
 * @param top if not null, influencers are this many most followed users instead
 */
@Description(
    "A group of users with the thresholds of its rule, such as {group: ACTIVE_BY_RATE, share: 0.1}."
        + " The defaults are the published ones.")
public record UserSet(
    @NonNull @Description("Which group, such as NEVER_POSTED.") UserGroup group,
    @DefaultValue(SHARE)
        @Description(
            "The active and inactive are this share of all users, 0 to 1, rounded up to whole"
                + " users, such as 0.05. Ties with the last one are in.")
        double share,
    @DefaultValue(BOT_LIKE_ACTIVITY)
        @Description("The active leave out accounts with this activity or more, such as 1000.")
        long botLikeActivity,
    @DefaultValue(YOUNG_DAYS)
        @Description(
            "The active by rate leave out accounts of this many days or fewer, such as 10.")
        int youngDays,
    @Description(MeasuringDay.ABOUT) LocalDate measuredOn,
    @DefaultValue(InfluencerRule.MIN_FOLLOWER_SHARE)
        @Description(InfluencerRule.ABOUT_MIN_FOLLOWER_SHARE)
        double minFollowerShare,
    @Description(InfluencerRule.ABOUT_TOP) Integer top) {

  public static final String SHARE = "0.05";
  public static final String BOT_LIKE_ACTIVITY = "1000";
  public static final String YOUNG_DAYS = "10";

  public static final String ABOUT =
      "Whose events to count, such as {group: INFLUENCERS}; everyone's if left out.";

  /** As requests give it; whether its thresholds make sense is checked when it is asked for. */
  @JsonbCreator
  public UserSet {}

  /**
   * Who is an influencer in it.
   *
   * @throws RequestException BAD_ARGUMENT if the share is not between 0 and 1, or top is below 1
   */
  public InfluencerRule influencers() {
    return InfluencerRule.of(minFollowerShare, top);
  }
}
