package io.minigram.insights.report;

import io.minigram.insights.audience.Cohort;
import io.minigram.insights.audience.CohortDay;
import io.minigram.insights.audience.Weekday;
import io.minigram.insights.bots.BoostedUser;
import io.minigram.insights.bots.BotPressure;
import io.minigram.insights.bots.LikesPerPhoto;
import io.minigram.insights.bots.SuspectedBot;
import io.minigram.insights.bots.SuspectedBots;
import io.minigram.insights.calendar.EventPeriod;
import io.minigram.insights.calendar.FoldedBucket;
import io.minigram.insights.calendar.FoldedEvents;
import io.minigram.insights.calendar.YearGrowth;
import io.minigram.insights.content.EngagedHour;
import io.minigram.insights.content.PostingHours;
import io.minigram.insights.content.TagUse;
import io.minigram.insights.definitions.EngagementRule;
import io.minigram.insights.definitions.InfluencerRule;
import io.minigram.insights.definitions.Share;
import io.minigram.insights.definitions.SuspectRule;
import io.minigram.insights.definitions.SuspectSet;
import io.minigram.insights.influence.FollowRatio;
import io.minigram.insights.influence.FollowRatios;
import io.minigram.insights.influence.FollowersAndLikes;
import io.minigram.insights.influence.GroupMean;
import io.minigram.insights.influence.InfluencerComparison;
import io.minigram.insights.influence.InfluencersPage;
import io.minigram.insights.influence.MeanComparison;
import io.minigram.insights.influence.PairEngagement;
import io.minigram.insights.influence.PairMean;
import io.minigram.insights.influence.TTest;
import io.minigram.insights.themes.Theme;
import io.minigram.insights.themes.ThemeUse;
import io.minigram.insights.totals.Totals;
import io.minigram.insights.transactions.AsOf;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Evidence of an empty network, of which tests change what they need. */
final class Given {

  static final String[] MONTHS = {
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December"
  };
  static final String[] QUARTERS = {"Q1", "Q2", "Q3", "Q4"};
  static final String[] WEEKDAYS = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"
  };

  /** 2024-01-01. */
  static final int MONDAY = 19_723;

  private static final AsOf AS_OF =
      new AsOf(42, OffsetDateTime.of(2025, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));

  LocalDate measuredOn;
  long users;
  long photos;
  long likes;
  long comments;
  SuspectSet suspectSet = SuspectSet.LIKED_SHARE;
  FoldedEvents byYear = folded();
  FoldedEvents byQuarter = evenly(QUARTERS, 0, 0, 0, 0);
  FoldedEvents byMonth = evenly(MONTHS, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  FoldedEvents byWeekday = evenly(WEEKDAYS, 0, 0, 0, 0, 0, 0, 0);
  FoldedEvents likesByWeekday = evenly(WEEKDAYS, 0, 0, 0, 0, 0, 0, 0);
  Map<Integer, Long> likesByDay = Map.of();
  List<YearGrowth> userYears = List.of();
  List<YearGrowth> photoYears = List.of();
  List<YearGrowth> likeYears = List.of();
  List<TagUse> tags = List.of();
  List<TagUse> engagedTags = List.of();
  List<Theme> themes = List.of();
  List<ThemeUse> engagedThemes = List.of();
  PairEngagement engagement = engagement(0, null, 0, null, null, null);
  SuspectedBots suspects = new SuspectedBots(List.of(), null, 0, null);
  Map<Integer, Long> botLikes = new LinkedHashMap<>();
  List<BoostedUser> boosted = List.of();
  List<BotPressure> pressure =
      IntStream.rangeClosed(1, 4)
          .mapToObj(quarter -> new BotPressure(quarter, 0, null, null, null, null, null))
          .toList();

  Evidence evidence() {
    var nobody = new GroupMean(0, null, null);
    var uncompared = new MeanComparison(nobody, nobody, nobody, null, null, null, null, null, null);
    var noFollows = new FollowRatio(0, null, null, null);
    var none = evenly(WEEKDAYS, 0, 0, 0, 0, 0, 0, 0);
    var cohort = new Cohort(List.of(), null, users == 0 ? null : 0.0, measuredOn);
    var days = Stream.of(Weekday.values()).map(day -> new CohortDay(day, 0, 0, 0, 0)).toList();
    return new Evidence(
        new Rules(
            SuspectRule.of(suspectSet, 0.05),
            InfluencerRule.of(0.1, null),
            EngagementRule.of(0.01, null, 1.5),
            Share.of("minBotShare", 0.5),
            null),
        AS_OF,
        measuredOn,
        new Totals(
            users,
            photos,
            tags.size(),
            tags.stream().mapToLong(TagUse::uses).sum(),
            likes,
            comments,
            0,
            mean(photos, users),
            mean(likes, photos),
            mean(comments, photos)),
        new Evidence.Registrations(byYear, byQuarter, byMonth, byWeekday, folded()),
        new Evidence.Growth(userYears, photoYears, likeYears, List.of(), List.of()),
        new Evidence.Audience(likesByWeekday, likesByDay, cohort, days, cohort, days, cohort, days),
        new Evidence.Content(
            new PostingHours(
                "UTC",
                0,
                photos,
                null,
                List.of(),
                List.of(),
                IntStream.range(0, 24)
                    .mapToObj(hour -> new EngagedHour(hour, 0, 0, null, 0))
                    .toList(),
                null),
            tags,
            engagedTags,
            themes,
            engagedThemes),
        new Evidence.Influence(
            new InfluencersPage(List.of(), 0, users),
            List.of(),
            List.of(),
            new InfluencerComparison(
                measuredOn,
                uncompared,
                uncompared,
                uncompared,
                new FollowRatios(noFollows, noFollows, noFollows)),
            engagement,
            new FollowersAndLikes(0, null, null)),
        new Evidence.Bots(
            suspects,
            new LikesPerPhoto(photos, 0, null, null, null),
            botLikes.entrySet().stream()
                .map(
                    year ->
                        new EventPeriod(
                            LocalDate.of(year.getKey(), 1, 1)
                                .atStartOfDay()
                                .atOffset(ZoneOffset.UTC),
                            LocalDate.of(year.getKey(), 1, 1),
                            year.getKey().toString(),
                            year.getValue()))
                .toList(),
            none,
            folded(),
            folded(),
            boosted,
            pressure));
  }

  /** The report on it. */
  Report report() {
    return Report.of(evidence(), "made up by a test");
  }

  Finding finding(FindingKey key) {
    return report().findings().stream()
        .filter(finding -> finding.key() == key)
        .findFirst()
        .orElseThrow();
  }

  Recommendation recommendation(RecommendationKey key) {
    return report().recommendations().stream()
        .filter(recommendation -> recommendation.key() == key)
        .findFirst()
        .orElseThrow();
  }

  /** Twenty weeks, each with these likes from Monday to Sunday. */
  void like(long... likesOfWeekdays) {
    likesByWeekday =
        evenly(WEEKDAYS, LongStream.of(likesOfWeekdays).map(likes -> 20 * likes).toArray());
    likesByDay =
        IntStream.range(0, 140)
            .filter(day -> likesOfWeekdays[day % 7] > 0)
            .boxed()
            .collect(Collectors.toMap(day -> MONDAY + day, day -> likesOfWeekdays[day % 7]));
  }

  /** As many suspects as wanted, with so many likes together. */
  void suspect(int number, long theirLikes) {
    suspects =
        new SuspectedBots(
            IntStream.rangeClosed(1, number)
                .mapToObj(id -> new SuspectedBot(id, "bot" + id, theirLikes / number, 0))
                .toList(),
            mean(number, users),
            theirLikes,
            mean(theirLikes, likes));
  }

  static FoldedEvents folded(FoldedBucket... buckets) {
    return new FoldedEvents(
        Arrays.stream(buckets).mapToLong(FoldedBucket::events).sum(), List.of(buckets), null);
  }

  /** Buckets of the same length. */
  static FoldedEvents evenly(String[] labels, long... events) {
    var weights = new double[events.length];
    Arrays.fill(weights, 1);
    return weighted(labels, weights, events);
  }

  /** Buckets of these lengths. */
  static FoldedEvents weighted(String[] labels, double[] weights, long... events) {
    long all = LongStream.of(events).sum();
    double weight = Arrays.stream(weights).sum();
    var buckets = new FoldedBucket[events.length];
    for (int i = 0; i < buckets.length; i++) {
      buckets[i] = new FoldedBucket(i + 1, labels[i], events[i], all * weights[i] / weight);
    }
    return folded(buckets);
  }

  /** So much new in each year from the first on. */
  static List<YearGrowth> years(int first, long... added) {
    var years = new ArrayList<YearGrowth>();
    long stock = 0;
    for (int i = 0; i < added.length; i++) {
      Double growth =
          i == 0 || added[i - 1] == 0 ? null : (double) (added[i] - added[i - 1]) / added[i - 1];
      years.add(
          new YearGrowth(
              first + i,
              LocalDate.of(first + i, 1, 1),
              Integer.toString(first + i),
              added[i],
              growth,
              stock + added[i],
              stock == 0 ? null : (double) added[i] / stock));
      stock += added[i];
    }
    return years;
  }

  static PairEngagement engagement(
      long pairs, Double mean, long othersPairs, Double othersMean, Double ratio, TTest welch) {
    return new PairEngagement(
        new PairMean(pairs, mean, null),
        new PairMean(othersPairs, othersMean, null),
        new PairMean(othersPairs, othersMean, null),
        ratio,
        ratio,
        null,
        welch,
        null,
        welch);
  }

  static TagUse use(String name, long uses) {
    return new TagUse(name.hashCode(), name, uses, 0);
  }

  private static Double mean(long sum, long count) {
    return count == 0 ? null : (double) sum / count;
  }
}
