package io.minigram.insights.report;

import io.minigram.insights.audience.CohortKind;
import io.minigram.insights.audience.CohortRule;
import io.minigram.insights.definitions.EngagementRule;
import io.minigram.insights.definitions.InfluencerRule;
import io.minigram.insights.definitions.SuspectRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Says what the words of the report mean. */
final class Definitions {

  private Definitions() {}

  /**
   * @param measuredOn null if nothing ever happened
   */
  static List<Definition> of(Rules rules, LocalDate measuredOn) {
    return List.of(
        new Definition(
            Term.ACTIVITY,
            "Photos + likes given + comments made + accounts followed of a user.",
            List.of()),
        new Definition(
            Term.ACTIVITY_RATE,
            "Activity / days since registration, measured on "
                + (measuredOn == null ? "the day after the newest event." : measuredOn + " UTC."),
            List.of()),
        active(rules.cohort(CohortKind.ACTIVE)),
        inactive(rules.cohort(CohortKind.INACTIVE)),
        new Definition(Term.NEVER_POSTED, "A user who has no photo.", List.of()),
        engagement(rules.engagement()),
        engaged(rules.engagement()),
        influencer(rules.influencers()),
        new Definition(
            Term.PAIR_ENGAGEMENT,
            "The engagement of an acting user with all photos of an owner, over the pairs with at"
                + " least one like or comment.",
            List.of(weight(rules.engagement()))),
        suspect(rules.suspects()),
        new Definition(
            Term.BOOSTED_USER,
            Words.format(
                "A user who has %s or more of the likes on their photos from suspected bots;"
                    + " certain if the lower bound of that share, with 95 %% confidence, reaches"
                    + " this too.",
                percent(rules.minBotShare().value())),
            List.of(share("minBotShare", rules.minBotShare().value()))),
        new Definition(
            Term.MORE_THAN_CHANCE,
            Words.format(
                "A claim holds, or a difference is more than chance brings about, if the p-value of"
                    + " its test is below %s.",
                StatisticalTest.LEVEL),
            List.of(Figure.of("level", StatisticalTest.LEVEL, Figure.SHARE))));
  }

  private static Definition active(CohortRule rule) {
    return new Definition(
        Term.ACTIVE_USER,
        Words.format(
            "Among the top %s of all users by activity, without accounts of an activity of %s or"
                + " more; ties with the last one are in.",
            percent(rule.share().value()), Words.count(rule.botLikeActivity())),
        List.of(
            share("share", rule.share().value()),
            Figure.of("botLikeActivity", rule.botLikeActivity(), "actions")));
  }

  private static Definition inactive(CohortRule rule) {
    return new Definition(
        Term.INACTIVE_USER,
        Words.format(
            "Among the bottom %s of all users by activity; ties with the last one are in.",
            percent(rule.share().value())),
        List.of(share("share", rule.share().value())));
  }

  private static Definition engagement(EngagementRule rule) {
    return new Definition(
        Term.ENGAGEMENT,
        Words.format(
            "Likes + %s × comments of a photo.", rule.commentWeight().value().toPlainString()),
        List.of(weight(rule)));
  }

  private static Definition engaged(EngagementRule rule) {
    return rule.minEngagement() == null
        ? new Definition(
            Term.HIGHLY_ENGAGED_PHOTO,
            Words.format(
                "Among the top %s of all photos by engagement; ties with the last one are in,"
                    + " photos without engagement are not.",
                percent(rule.share().value())),
            List.of(share("engagedShare", rule.share().value())))
        : new Definition(
            Term.HIGHLY_ENGAGED_PHOTO,
            Words.format(
                "A photo with an engagement of %s or more.", rule.minEngagement().toPlainString()),
            List.of(Figure.of("minEngagement", rule.minEngagement().doubleValue(), "engagement")));
  }

  private static Definition influencer(InfluencerRule rule) {
    return rule.top() == null
        ? new Definition(
            Term.INFLUENCER,
            Words.format(
                "A user whom more than %s of all users follow.",
                percent(rule.minFollowerShare().value())),
            List.of(share("minFollowerShare", rule.minFollowerShare().value())))
        : new Definition(
            Term.INFLUENCER,
            Words.format(
                "One of the %s whom most follow.", Words.count(rule.top(), "user", "users")),
            List.of(Figure.of("top", rule.top(), Figure.USERS)));
  }

  private static Definition suspect(SuspectRule rule) {
    return switch (rule.set()) {
      case LIKED_SHARE ->
          new Definition(
              Term.SUSPECTED_BOT,
              Words.format(
                  "An account that has liked at least %s of all photos, and at least one.",
                  percent(rule.minLikedShare().value())),
              List.of(share("minLikedShare", rule.minLikedShare().value())));
      case DETECTOR ->
          new Definition(
              Term.SUSPECTED_BOT,
              "An account that bot-detector flags by its score, or a moderator by hand, less those"
                  + " that moderators have dismissed, plus those that they have confirmed.",
              List.of());
      case CONFIRMED ->
          new Definition(
              Term.SUSPECTED_BOT,
              "An account that a moderator has confirmed to be a bot.",
              List.of());
    };
  }

  private static Figure weight(EngagementRule rule) {
    return Figure.of("commentWeight", rule.commentWeight().value().doubleValue(), "likes");
  }

  private static Figure share(String name, BigDecimal value) {
    return Figure.of(name, value.doubleValue(), Figure.SHARE);
  }

  /** All its decimals, since it is a threshold. */
  private static String percent(BigDecimal share) {
    return share.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
  }
}
