package io.minigram.insights.report;

import org.eclipse.microprofile.graphql.Description;

/** What the published report recommends. */
@Description("What the published report recommends, such as REMOVAL_OF_BOTS.")
public enum RecommendationKey {
  @Description(
      "A registration campaign in weak months, on the most engaged days, such as Wednesday.")
  REGISTRATION_CAMPAIGN(
      "Run a registration campaign in the weak months and on the most engaged days."),
  @Description("Partnerships by the themes of engaged photos' tags, such as sports.")
  PARTNERSHIPS_BY_THEME("Choose partners by the themes of the tags of highly engaged photos."),
  @Description("Promotion of influencers, such as the 135 whom most follow.")
  PROMOTION_OF_INFLUENCERS("Promote influencers."),
  @Description("Removal of suspected bots, such as the 49 who liked 5 % of all photos.")
  REMOVAL_OF_BOTS("Remove suspected bots.");

  private final String advice;

  RecommendationKey(String advice) {
    this.advice = advice;
  }

  String advice() {
    return advice;
  }
}
