package io.minigram.insights.report;

import static io.minigram.insights.report.Given.MONTHS;
import static io.minigram.insights.report.Given.QUARTERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.minigram.insights.bots.BoostedUser;
import io.minigram.insights.bots.BotPressure;
import io.minigram.insights.calendar.FoldedBucket;
import io.minigram.insights.definitions.SuspectSet;
import io.minigram.insights.influence.TTest;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the report says, by what there is. */
class ReportWordsTest {

  /** Days of each month from 2014 to 2024, three of these years being leap years. */
  private static final double[] MONTH_DAYS = {
    341, 311, 341, 330, 341, 330, 341, 341, 330, 341, 330, 341
  };

  private static final double[] QUARTER_DAYS = {993, 1001, 1012, 1012};

  @Test
  void saysOfAnEmptyNetworkThatItIsEmpty() {
    var report = new Given().report();

    assertThat(report.summary())
        .containsExactly("The network is empty: there is nothing to report on yet.");
    assertThat(report.findings())
        .extracting(Finding::key)
        .containsExactlyInAnyOrder(FindingKey.values());
    assertThat(report.findings())
        .allSatisfy(
            finding -> {
              assertThat(finding.outcome()).isEqualTo(Outcome.TOO_LITTLE_DATA);
              assertThat(finding.test()).isNull();
            });
    assertThat(report.recommendations())
        .extracting(Recommendation::key)
        .containsExactly(RecommendationKey.values());
    assertThat(report.recommendations())
        .allSatisfy(
            recommendation -> {
              assertThat(recommendation.verdict()).isEqualTo(Verdict.TOO_LITTLE_DATA);
              assertThat(recommendation.tests()).isEmpty();
            });
    assertThat(words(report)).doesNotContain("NaN", "Infinity", "null");
  }

  @Test
  void saysOfOneUserThatThisIsTooLittle() {
    var given = new Given();
    given.measuredOn = LocalDate.of(2024, 3, 2);
    given.users = 1;
    given.byMonth =
        Given.folded(new FoldedBucket(1, "January", 0, 0), new FoldedBucket(3, "March", 1, 1));
    given.userYears = Given.years(2024, 1);

    var report = given.report();

    assertThat(report.summary().get(0))
        .isEqualTo(
            "The network has 1 user, 0 photos, 0 likes, 0 comments and 0 follows: 0 photos a"
                + " user.");
    assertThat(report.findings())
        .allSatisfy(finding -> assertThat(finding.outcome()).isEqualTo(Outcome.TOO_LITTLE_DATA));
    assertThat(given.finding(FindingKey.REGISTRATIONS_BY_MONTH).sentence())
        .isEqualTo("There are too few registrations (1) to tell months apart.");
    assertThat(words(report)).doesNotContain("NaN", "Infinity", "null");
  }

  /** Published as peaking in August and low in the first quarter: by months 0.87, quarters 0.30. */
  @Test
  void findsNoPatternInThePublishedRegistrations() {
    var given = new Given();
    given.byMonth =
        Given.weighted(
            MONTHS, MONTH_DAYS, 417, 359, 408, 427, 430, 425, 419, 451, 411, 430, 403, 420);
    given.byQuarter = Given.weighted(QUARTERS, QUARTER_DAYS, 1184, 1282, 1281, 1253);

    var months = given.finding(FindingKey.REGISTRATIONS_BY_MONTH);
    var quarters = given.finding(FindingKey.REGISTRATIONS_BY_QUARTER);

    assertThat(months.outcome()).isEqualTo(Outcome.DOES_NOT_HOLD);
    assertThat(months.test().pValue()).isCloseTo(0.87, within(0.005));
    assertThat(months.test().degreesOfFreedom()).isEqualTo(11);
    assertThat(months.sentence())
        .startsWith("The registrations show no pattern between months:")
        .endsWith("which is no more than chance brings about " + brackets(months.test()) + ".");
    assertThat(quarters.outcome()).isEqualTo(Outcome.DOES_NOT_HOLD);
    assertThat(quarters.test().pValue()).isCloseTo(0.30, within(0.005));
  }

  /**
   * 457 and 481 in a year and a leap year expect 468.36 and 469.64: (481 - 469.64)² × (1 / 468.36 +
   * 1 / 469.64) is 0.550. 4,579 and 7,895 differ by far more.
   */
  @Test
  void saysWhetherGrowthIsMoreThanChance() {
    var given = new Given();
    given.measuredOn = LocalDate.of(2025, 1, 1);
    given.userYears = Given.years(2014, 460, 416, 441, 451, 451, 442, 491, 450, 460, 457, 481);
    given.photoYears =
        Given.years(2014, 95, 284, 583, 895, 1132, 1548, 2051, 2583, 3355, 4579, 7895);

    var users = given.finding(FindingKey.GROWTH_OF_USERS);
    var photos = given.finding(FindingKey.GROWTH_OF_PHOTOS);

    assertThat(users.outcome()).isEqualTo(Outcome.DOES_NOT_HOLD);
    assertThat(users.test().statistic()).isCloseTo(0.550, within(0.001));
    assertThat(users.sentence())
        .isEqualTo(
            "2024 brought 481 new users after 457 in 2023, +5.25 %, no more than chance brings"
                + " about (chi-square = 0.55, 1 degree of freedom, p = 0.458); all there are grew"
                + " by 10.64 % to 5,000. The highest growth of what is new in a year was +11.09 %"
                + " in 2020.");
    assertThat(photos.outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(photos.sentence())
        .startsWith(
            "2024 brought 7,895 new photos after 4,579 in 2023, +72.42 %, more than chance brings")
        .endsWith("The highest growth of what is new in a year was +198.95 % in 2015.");
    // nothing grew most everywhere
    assertThat(users.figures())
        .contains(new Figure("growth of what is new in 2015", -44.0 / 460, "growth"));
  }

  @ParameterizedTest
  @CsvSource({
    // a year is over with its last day
    "2024-12-31, 2023",
    "2025-01-01, 2024",
  })
  void comparesYearsThatAreOver(LocalDate measuredOn, String last) {
    var given = new Given();
    given.measuredOn = measuredOn;
    given.userYears = Given.years(2022, 100, 200, 150);

    assertThat(given.finding(FindingKey.GROWTH_OF_USERS).sentence()).startsWith(last + " brought");
  }

  @Test
  void namesAllYearsOfTheHighestGrowth() {
    var given = new Given();
    given.measuredOn = LocalDate.of(2025, 1, 1);
    given.userYears = Given.years(2021, 10, 20, 40, 40);

    assertThat(given.finding(FindingKey.GROWTH_OF_USERS).sentence())
        .endsWith("was +100.00 % in 2022 and 2023.");
  }

  /** The published ratio, which was worded as a likelihood. */
  @Test
  void wordsTheRatioOfEngagementAsWhatItIs() {
    var given = new Given();
    given.engagement =
        Given.engagement(
            59_004,
            5.36601,
            558_707,
            1.27600,
            4.2053,
            new TTest(235.47, 59_122.5, 0, 4.09001, 4.056, 4.124));

    var finding = given.finding(FindingKey.INFLUENCER_ENGAGEMENT);

    assertThat(finding.outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(finding.sentence())
        .isEqualTo(
            "Over the pairs of an acting user and an owner that interacted at all, the mean"
                + " engagement is 5.37 with influencers (59,004 pairs) and 1.28 with others"
                + " (558,707 pairs): a ratio of the means of 4.21, which differ by more than chance"
                + " brings about (t = 235.47, 59,122.50 degrees of freedom, p < 0.001). It does not"
                + " tell how likely a user is to engage.");
    assertThat(words(given.report())).doesNotContain("more likely", "4.21 times more");
  }

  @Test
  void judgesBoostedUsersAmongAll() {
    var given = new Given();
    given.users = 5_000;
    given.likes = 504_025;
    given.boosted =
        List.of(
            new BoostedUser(2166, "xcarter", 10, 7, 0.7, 0.39337578, false),
            new BoostedUser(7, "ann", 2, 1, 0.5, 0.02532057, false));

    var finding = given.finding(FindingKey.BOOSTED_USERS);

    assertThat(finding.outcome()).isEqualTo(Outcome.DOES_NOT_HOLD);
    assertThat(finding.sentence())
        .isEqualTo(
            "2 users owe suspected bots 50.00 % or more of the likes on their photos; for 0 the"
                + " share is certain to be so high with 95 % confidence, each taken alone. The most"
                + " striking is xcarter with 7 of 10 likes (at least 39.34 %), which among 5,000"
                + " users with photos is no more than chance brings about (cases = 7, p = 1.000).");
  }

  @Test
  void saysThatNobodyIsSuspected() {
    var given = new Given();
    given.users = 10;
    given.likes = 100;

    assertThat(given.finding(FindingKey.SUSPECTED_BOTS).outcome()).isEqualTo(Outcome.DOES_NOT_HOLD);
    assertThat(given.finding(FindingKey.BOOSTED_USERS).outcome()).isEqualTo(Outcome.DOES_NOT_HOLD);
    assertThat(given.recommendation(RecommendationKey.REMOVAL_OF_BOTS).sentence())
        .isEqualTo("Nobody is suspected to be a bot.");
  }

  /** 100 of 1,000 likes before and 300 of 2,000 now: 10 % and 15 %. */
  @Test
  void saysWhetherTheShareOfBotsHasChanged() {
    var given = new Given();
    given.measuredOn = LocalDate.of(2025, 1, 1);
    given.likeYears = Given.years(2023, 1_000, 2_000);
    given.botLikes.put(2023, 100L);
    given.botLikes.put(2024, 300L);

    var finding = given.finding(FindingKey.BOT_LIKES_GROWTH);

    assertThat(finding.outcome()).isEqualTo(Outcome.HOLDS);
    // (100 × 1,700 - 300 × 900)² × 3,000 / (400 × 2,600 × 1,000 × 2,000)
    assertThat(finding.test().statistic()).isCloseTo(14.4231, within(1e-4));
    assertThat(finding.sentence())
        .startsWith(
            "Suspected bots gave 300 likes in 2024 after 100 in 2023 (+200.00 %), which were 15.00"
                + " % and 10.00 % of all likes; the change of the share is more than chance");
  }

  /** Means of 10 and 12 with sample variances of 4 over 100 photos each: t = -2 / 0.2828. */
  @Test
  void tellsThePressureOfBotsAsAssociation() {
    var given = new Given();
    given.pressure =
        List.of(
            new BotPressure(1, 100, 0.0, 0.1, 20.0, 10.0, 3.96),
            new BotPressure(2, 100, 0.1, 0.2, 15.0, 11.0, 3.96),
            new BotPressure(3, 100, 0.2, 0.3, 10.0, 11.0, 3.96),
            new BotPressure(4, 100, 0.3, 0.9, 5.0, 12.0, 3.96));

    var finding = given.finding(FindingKey.BOT_PRESSURE);

    assertThat(finding.test().statistic()).isCloseTo(-7.0711, within(1e-4));
    assertThat(finding.test().degreesOfFreedom()).isCloseTo(198, within(1e-9));
    assertThat(finding.sentence())
        .contains("left 10 comments a photo, on that with the highest 12, which differ by more")
        .contains("does not tell what causes what");
  }

  @ParameterizedTest
  @EnumSource(SuspectSet.class)
  void saysWhatBotsAndLimitsAreInForce(SuspectSet set) {
    var given = new Given();
    given.suspectSet = set;

    var report = given.report();

    assertThat(report.definitions())
        .extracting(Definition::term)
        .containsExactlyInAnyOrder(Term.values());
    var suspect =
        report.definitions().stream()
            .filter(definition -> definition.term() == Term.SUSPECTED_BOT)
            .findFirst()
            .orElseThrow();
    assertThat(suspect.meaning().contains("5 % of all photos"))
        .isEqualTo(set == SuspectSet.LIKED_SHARE);
    assertThat(report.limitations())
        .anyMatch(sentence -> sentence.startsWith("Origin of the data: made up by a test."))
        .anyMatch(sentence -> sentence.contains("need not cause each other"))
        .anyMatch(sentence -> sentence.contains("over the pairs that interacted at all"))
        .anyMatch(sentence -> sentence.startsWith("0 tests were made at the 5 % level"));
  }

  /** All that it says. */
  private static String words(Report report) {
    return Stream.of(
            report.summary().stream(),
            report.findings().stream().map(Finding::sentence),
            report.recommendations().stream().map(Recommendation::sentence),
            report.limitations().stream())
        .flatMap(sentences -> sentences)
        .collect(Collectors.joining("\n"));
  }

  private static String brackets(StatisticalTest test) {
    return "(" + test.inWords() + ")";
  }

  @Test
  void saysOnWhichDaysOfTheWeekMostIsLiked() {
    var given = new Given();
    given.like(5, 5, 8, 7, 4, 3, 3);

    assertThat(given.finding(FindingKey.LIKES_BY_WEEKDAY).sentence())
        .startsWith("The likes differ between days of the week by more than chance brings about:")
        .contains(
            "highest is Wednesday (160, +60.00 %) and lowest are Saturday and Sunday (-40.00 %")
        .endsWith("Saturdays and Sundays have 17.14 % of the likes, and are 28.57 % of the days.");
  }
}
