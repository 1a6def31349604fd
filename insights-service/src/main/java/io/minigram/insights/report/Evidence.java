package io.minigram.insights.report;

import io.minigram.insights.audience.Cohort;
import io.minigram.insights.audience.CohortDay;
import io.minigram.insights.bots.BoostedUser;
import io.minigram.insights.bots.BotPressure;
import io.minigram.insights.bots.LikesPerPhoto;
import io.minigram.insights.bots.SuspectedBots;
import io.minigram.insights.calendar.EventPeriod;
import io.minigram.insights.calendar.FoldedEvents;
import io.minigram.insights.calendar.YearGrowth;
import io.minigram.insights.content.PostingHours;
import io.minigram.insights.content.TagUse;
import io.minigram.insights.influence.FollowersAndLikes;
import io.minigram.insights.influence.InfluencerComparison;
import io.minigram.insights.influence.InfluencersPage;
import io.minigram.insights.influence.PairEngagement;
import io.minigram.insights.themes.Theme;
import io.minigram.insights.themes.ThemeUse;
import io.minigram.insights.totals.Totals;
import io.minigram.insights.transactions.AsOf;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * All that the report is written from, of one version.
 *
 * @param measuredOn null if nothing ever happened
 */
record Evidence(
    Rules rules,
    AsOf asOf,
    LocalDate measuredOn,
    Totals totals,
    Registrations registrations,
    Growth growth,
    Audience audience,
    Content content,
    Influence influence,
    Bots bots) {

  /** When users registered, each with what even days would give. */
  record Registrations(
      FoldedEvents byYear,
      FoldedEvents byQuarter,
      FoldedEvents byMonth,
      FoldedEvents byWeekday,
      FoldedEvents byHour) {}

  /** What is new in each year, from the first to the last with something new. */
  record Growth(
      List<YearGrowth> users,
      List<YearGrowth> photos,
      List<YearGrowth> likes,
      List<YearGrowth> comments,
      List<YearGrowth> content) {}

  /**
   * Who the users are, and when they act.
   *
   * @param likesByWeekday everyone's
   * @param likesByDay everyone's, of each UTC day that has any, by days since 1970-01-01
   * @param activeDays by the active, Monday first, as the others
   */
  record Audience(
      FoldedEvents likesByWeekday,
      Map<Integer, Long> likesByDay,
      Cohort active,
      List<CohortDay> activeDays,
      Cohort inactive,
      List<CohortDay> inactiveDays,
      Cohort neverPosted,
      List<CohortDay> neverPostedDays) {}

  /**
   * What is posted, and what works.
   *
   * @param tags all of them, the most used first
   * @param engagedTags those of highly engaged photos, the most used first
   */
  record Content(
      PostingHours hours,
      List<TagUse> tags,
      List<TagUse> engagedTags,
      List<Theme> themes,
      List<ThemeUse> engagedThemes) {}

  /**
   * Influencers against others.
   *
   * @param most the most followed one at most, and how many there are
   */
  record Influence(
      InfluencersPage most,
      List<TagUse> tags,
      List<TagUse> othersTags,
      InfluencerComparison comparison,
      PairEngagement engagement,
      FollowersAndLikes followersAndLikes) {}

  /**
   * Suspected bots, and what they do.
   *
   * @param allLikesByHour everyone's
   * @param likesByYear theirs, every year from the first to the last with one
   * @param pressure four quarters of the photos with a like, the lowest share from suspects first
   */
  record Bots(
      SuspectedBots suspects,
      LikesPerPhoto likesPerPhoto,
      List<EventPeriod> likesByYear,
      FoldedEvents likesByWeekday,
      FoldedEvents likesByHour,
      FoldedEvents allLikesByHour,
      List<BoostedUser> boosted,
      List<BotPressure> pressure) {}
}
