package io.minigram.insights.report;

import org.eclipse.microprofile.graphql.Description;

/** What is looked for in the data. */
@Description("What is looked for in the data, such as REGISTRATIONS_BY_MONTH.")
public enum FindingKey {
  @Description("Whether more users register in some years, such as 481 in 2024.")
  REGISTRATIONS_BY_YEAR(
      "Registrations by year", "Registrations differ between years, by their days."),
  @Description("Whether more users register in some quarters, such as 1,184 in the first.")
  REGISTRATIONS_BY_QUARTER(
      "Registrations by quarter", "Registrations differ between quarters, by their days."),
  @Description("Whether more users register in some months, such as 451 in August.")
  REGISTRATIONS_BY_MONTH(
      "Registrations by month", "Registrations differ between months, by their days."),
  @Description("Whether more users register on some days of the week, such as 744 on Saturdays.")
  REGISTRATIONS_BY_WEEKDAY(
      "Registrations by day of the week", "Registrations differ between the days of the week."),
  @Description("Whether more users register at some hours, such as 244 at 12:00.")
  REGISTRATIONS_BY_HOUR(
      "Registrations by hour", "Registrations differ between the hours of the day."),
  @Description("Whether more is liked on some days of the week, such as on Wednesdays.")
  LIKES_BY_WEEKDAY("Likes by day of the week", "Likes differ between the days of the week."),
  @Description("Whether more users registered in the last year than before, such as +5.25 %.")
  GROWTH_OF_USERS(
      "Growth of users", "The last year brought another number of users than the year before."),
  @Description("Whether more photos were posted in the last year than before, such as +72.42 %.")
  GROWTH_OF_PHOTOS(
      "Growth of photos", "The last year brought another number of photos than the year before."),
  @Description("Whether more was liked in the last year than before, such as +33.59 %.")
  GROWTH_OF_LIKES(
      "Growth of likes", "The last year brought another number of likes than the year before."),
  @Description("Whether more comments were made in the last year than before, such as +29.98 %.")
  GROWTH_OF_COMMENTS(
      "Growth of comments",
      "The last year brought another number of comments than the year before."),
  @Description("The growth of photos, likes and comments together, such as +33.22 %.")
  GROWTH_OF_CONTENT(
      "Growth of photos, likes and comments together",
      "The last year brought another number of photos, likes and comments than the year before."),
  @Description("When the most active users like, such as on Wednesdays.")
  ACTIVE_USERS(
      "The most active users", "The most active users like on other days of the week than others."),
  @Description("When the least active users like, such as on Thursdays.")
  INACTIVE_USERS(
      "The least active users",
      "The least active users like on other days of the week than others."),
  @Description("How many users have no photo, and when they like, such as 34 of 5,000.")
  NEVER_POSTED(
      "Users who never posted",
      "Users who never posted like on other days of the week than others."),
  @Description("What highly engaged photos are tagged with, such as bestoftheday.")
  ENGAGED_PHOTO_TAGS(
      "Tags of highly engaged photos",
      "The tags of highly engaged photos are used in other proportions than on all other photos."),
  @Description("At which hours highly engaged photos were posted, such as 02:00.")
  POSTING_HOURS(
      "Best hours to post", "At some hours more of the posted photos become highly engaged."),
  @Description("How many influencers there are, and whether they post more, such as 135.")
  INFLUENCERS("Influencers", "Influencers post another number of photos than other users."),
  @Description("What influencers tag their photos with, such as bestoftheday.")
  INFLUENCER_TAGS(
      "Tags of influencers", "Influencers use tags in other proportions than other users."),
  @Description("Whether influencers do more than others, such as 179.62 and 180.92 things.")
  INFLUENCER_ACTIVITY(
      "Activity of influencers",
      "Influencers are more or less active than other users, suspected bots left out."),
  @Description("How much is done with influencers' photos and others', such as 5.4 and 1.3 a pair.")
  INFLUENCER_ENGAGEMENT(
      "Engagement with influencers",
      "Who engages with an influencer's photos at all does more, or less, than who engages with"
          + " another user's."),
  @Description("Whether who has more followers gets more likes a photo, such as rho = 0.29.")
  FOLLOWERS_AND_LIKES(
      "Followers and likes", "Followers and likes a photo go together, or against each other."),
  @Description("How many suspected bots there are, and what share of likes they give, such as 49.")
  SUSPECTED_BOTS(
      "Suspected bots",
      "Suspected bots give another share of the likes than their share of users."),
  @Description("How the likes by suspected bots grow, such as +49.3 % in a year.")
  BOT_LIKES_GROWTH(
      "Growth of likes by suspected bots",
      "The share of suspected bots in all likes has changed against the year before."),
  @Description("When suspected bots like, by day of the week, such as on Thursdays.")
  BOT_LIKES_BY_WEEKDAY(
      "Likes by suspected bots by day of the week",
      "Suspected bots like on other days of the week than others."),
  @Description("When suspected bots like, by hour, such as at 20:00.")
  BOT_LIKES_BY_HOUR(
      "Likes by suspected bots by hour",
      "Suspected bots like at other hours of the day than others."),
  @Description("On whose photos suspected bots do most of the liking, such as 7 of 10 likes.")
  BOOSTED_USERS(
      "Boosted users",
      "At least one user owes suspected bots more than the bound of the likes, beyond chance."),
  @Description("What everyone else does where suspected bots like most, such as 10.8 comments.")
  BOT_PRESSURE(
      "Pressure of suspected bots",
      "Everyone else comments more, or less, on the quarter of photos with the highest share of"
          + " likes from suspected bots than on the quarter with the lowest.");

  private final String title;
  private final String claim;

  FindingKey(String title, String claim) {
    this.title = title;
    this.claim = claim;
  }

  String title() {
    return title;
  }

  String claim() {
    return claim;
  }
}
