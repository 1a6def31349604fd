package io.minigram.insights.report;

import io.minigram.edge.paging.PageRequest;
import io.minigram.insights.audience.AudienceQueries;
import io.minigram.insights.audience.CohortKind;
import io.minigram.insights.audience.UserSetQueries;
import io.minigram.insights.bots.BotsQueries;
import io.minigram.insights.calendar.Bots;
import io.minigram.insights.calendar.EventFold;
import io.minigram.insights.calendar.EventKind;
import io.minigram.insights.calendar.EventSeries;
import io.minigram.insights.calendar.Fold;
import io.minigram.insights.calendar.FoldedEvents;
import io.minigram.insights.calendar.Granularity;
import io.minigram.insights.calendar.Growth;
import io.minigram.insights.calendar.Pillar;
import io.minigram.insights.calendar.TimeRange;
import io.minigram.insights.calendar.Whose;
import io.minigram.insights.content.HourQueries;
import io.minigram.insights.content.TagOrder;
import io.minigram.insights.content.TagQueries;
import io.minigram.insights.content.TagUser;
import io.minigram.insights.definitions.Confidence;
import io.minigram.insights.definitions.TimeZone;
import io.minigram.insights.influence.InfluenceQueries;
import io.minigram.insights.influence.InfluencerOrder;
import io.minigram.insights.themes.ThemesQueries;
import io.minigram.insights.totals.TotalsQueries;
import io.minigram.insights.transactions.Snapshots;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * Asks everything that the report is written from, of the operation's one snapshot, without waiting
 * for one answer before the next is asked for.
 */
@Singleton
class EvidenceReader {

  private static final TimeZone UTC = TimeZone.of(TimeZone.UTC);
  private static final Confidence CONFIDENCE = new Confidence(Double.parseDouble(Confidence.LEVEL));

  private final Snapshots snapshots;
  private final TotalsQueries totals;
  private final EventFold folds;
  private final EventSeries series;
  private final Growth growth;
  private final UserSetQueries sets;
  private final AudienceQueries audience;
  private final HourQueries hours;
  private final TagQueries tags;
  private final ThemesQueries themes;
  private final InfluenceQueries influence;
  private final BotsQueries bots;

  EvidenceReader(
      Snapshots snapshots,
      TotalsQueries totals,
      EventFold folds,
      EventSeries series,
      Growth growth,
      UserSetQueries sets,
      AudienceQueries audience,
      HourQueries hours,
      TagQueries tags,
      ThemesQueries themes,
      InfluenceQueries influence,
      BotsQueries bots) {
    this.snapshots = snapshots;
    this.totals = totals;
    this.folds = folds;
    this.series = series;
    this.growth = growth;
    this.sets = sets;
    this.audience = audience;
    this.hours = hours;
    this.tags = tags;
    this.themes = themes;
    this.influence = influence;
    this.bots = bots;
  }

  /** To be asked for before anything is waited for. */
  Uni<Evidence> evidence(Rules rules) {
    return Uni.combine()
        .all()
        .unis(
            snapshots.current().asOf(),
            sets.measuredOn(rules.measuredOn()),
            totals.totals(),
            registrations(rules),
            growth(),
            audience(rules),
            content(rules),
            influence(rules),
            bots(rules))
        .with(
            (asOf, measuredOn, size, registered, grown, users, posted, influenced, suspected) ->
                new Evidence(
                    rules,
                    asOf,
                    measuredOn,
                    size,
                    registered,
                    grown,
                    users,
                    posted,
                    influenced,
                    suspected));
  }

  private Uni<Evidence.Registrations> registrations(Rules rules) {
    return Uni.combine()
        .all()
        .unis(
            folds.byYear(EventKind.REGISTRATIONS),
            everyones(rules, EventKind.REGISTRATIONS, Fold.QUARTER),
            everyones(rules, EventKind.REGISTRATIONS, Fold.MONTH),
            everyones(rules, EventKind.REGISTRATIONS, Fold.DAY_OF_WEEK),
            everyones(rules, EventKind.REGISTRATIONS, Fold.HOUR))
        .with(Evidence.Registrations::new);
  }

  private Uni<Evidence.Growth> growth() {
    return Uni.combine()
        .all()
        .unis(
            growth.growth(Pillar.USERS, Granularity.YEAR),
            growth.growth(Pillar.PHOTOS, Granularity.YEAR),
            growth.growth(Pillar.LIKES, Granularity.YEAR),
            growth.growth(Pillar.COMMENTS, Granularity.YEAR),
            growth.growth(Pillar.ALL, Granularity.YEAR))
        .with(Evidence.Growth::new);
  }

  private Uni<Evidence.Audience> audience(Rules rules) {
    var activeRule = rules.cohort(CohortKind.ACTIVE);
    var inactiveRule = rules.cohort(CohortKind.INACTIVE);
    var neverRule = rules.cohort(CohortKind.NEVER_POSTED);
    var active = sets.cohort(activeRule);
    var inactive = sets.cohort(inactiveRule);
    var never = sets.cohort(neverRule);
    return Uni.combine()
        .all()
        .unis(
            everyones(rules, EventKind.LIKES, Fold.DAY_OF_WEEK),
            series.byDay(EventKind.LIKES),
            active,
            audience.weekdays(activeRule, active),
            inactive,
            audience.weekdays(inactiveRule, inactive),
            never,
            audience.weekdays(neverRule, never))
        .with(Evidence.Audience::new);
  }

  private Uni<Evidence.Content> content(Rules rules) {
    return Uni.combine()
        .all()
        .unis(
            hours.postingHours(rules.engagement(), TimeZone.UTC),
            tags.tags(TagOrder.USES),
            tags.engagedPhotoTags(rules.engagement(), TagOrder.USES),
            themes.themes(),
            themes.engagedPhotoThemes(rules.engagement()))
        .with(Evidence.Content::new);
  }

  private Uni<Evidence.Influence> influence(Rules rules) {
    return Uni.combine()
        .all()
        .unis(
            influence.influencers(
                rules.influencers(),
                rules.suspects(),
                InfluencerOrder.FOLLOWERS,
                new PageRequest(1, null)),
            tags.tagsBy(TagUser.INFLUENCERS, rules.influencers(), TagOrder.USES),
            tags.tagsBy(TagUser.OTHERS, rules.influencers(), TagOrder.USES),
            influence.comparison(
                rules.influencers(), rules.suspects(), rules.measuredOn(), CONFIDENCE),
            influence.pairEngagement(
                rules.influencers(),
                rules.suspects(),
                rules.engagement().commentWeight(),
                CONFIDENCE),
            influence.followersAndLikes())
        .with(Evidence.Influence::new);
  }

  private Uni<Evidence.Bots> bots(Rules rules) {
    return Uni.combine()
        .all()
        .unis(
            bots.suspectedBots(rules.suspects()),
            bots.likesPerPhoto(rules.suspects()),
            series.periods(EventKind.LIKES, Granularity.YEAR, UTC, TimeRange.ALL, suspects(rules)),
            folds.fold(EventKind.LIKES, Fold.DAY_OF_WEEK, UTC, TimeRange.ALL, suspects(rules)),
            folds.fold(EventKind.LIKES, Fold.HOUR, UTC, TimeRange.ALL, suspects(rules)),
            everyones(rules, EventKind.LIKES, Fold.HOUR),
            bots.boostedUsers(rules.suspects(), rules.minBotShare()),
            bots.pressure(rules.suspects()))
        .with(Evidence.Bots::new);
  }

  private Uni<FoldedEvents> everyones(Rules rules, EventKind kind, Fold by) {
    return folds.fold(
        kind, by, UTC, TimeRange.ALL, new Whose(Bots.INCLUDE, rules.suspects(), null));
  }

  private static Whose suspects(Rules rules) {
    return new Whose(Bots.ONLY, rules.suspects(), null);
  }
}
