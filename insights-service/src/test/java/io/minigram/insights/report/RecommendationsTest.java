package io.minigram.insights.report;

import static io.minigram.insights.report.Given.MONTHS;
import static io.minigram.insights.report.Given.use;
import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.insights.influence.TTest;
import io.minigram.insights.themes.Theme;
import io.minigram.insights.themes.ThemeUse;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which recommendations of the published report the data support. */
class RecommendationsTest {

  private static final String EVEN_MONTHS = "10 10 10 10 10 10 10 10 10 10 10 10";
  private static final String WEAK_JANUARY = "1 11 11 11 11 11 11 11 11 11 10 10";
  private static final String NO_MONTHS = "1 0 0 0 0 0 0 0 0 0 0 0";
  private static final String EVEN_DAYS = "20 20 20 20 20 20 20";
  private static final String STRONG_WEDNESDAY = "20 20 60 20 20 20 20";
  private static final String NO_DAYS = "0 0 0 0 0 0 0";

  /** It takes both, weak months and engaged days. */
  @ParameterizedTest
  @CsvSource({
    EVEN_MONTHS + "," + EVEN_DAYS + ", NOT_SUPPORTED, 2",
    EVEN_MONTHS + "," + STRONG_WEDNESDAY + ", NOT_SUPPORTED, 2",
    "'1 1 1 1 1 1 20 20 20 20 20 20'," + EVEN_DAYS + ", NOT_SUPPORTED, 2",
    "'1 1 1 1 1 1 20 20 20 20 20 20'," + STRONG_WEDNESDAY + ", SUPPORTED, 2",
    // one weak month of twelve is still chance
    WEAK_JANUARY + "," + STRONG_WEDNESDAY + ", NOT_SUPPORTED, 2",
    NO_MONTHS + "," + STRONG_WEDNESDAY + ", TOO_LITTLE_DATA, 1",
    EVEN_MONTHS + "," + NO_DAYS + ", TOO_LITTLE_DATA, 1",
    NO_MONTHS + "," + NO_DAYS + ", TOO_LITTLE_DATA, 0",
  })
  void campaign(String months, String days, Verdict verdict, int tests) {
    var given = new Given();
    given.byMonth = Given.evenly(MONTHS, longs(months));
    given.like(longs(days));

    var recommendation = given.recommendation(RecommendationKey.REGISTRATION_CAMPAIGN);

    assertThat(recommendation.verdict()).isEqualTo(verdict);
    assertThat(recommendation.tests()).hasSize(tests);
  }

  @Test
  void campaignSaysWhichHalfStands() {
    var given = new Given();
    given.byMonth = Given.evenly(MONTHS, longs(EVEN_MONTHS));
    given.like(longs(STRONG_WEDNESDAY));

    assertThat(given.recommendation(RecommendationKey.REGISTRATION_CAMPAIGN).sentence())
        .startsWith("There are no weak months to aim at: ")
        .contains("Most is liked on Wednesday (1,200, +133.33 %), by more than chance brings about")
        .doesNotContain("Saturday");
  }

  /**
   * Of 100 uses on other photos half are of each tag. With 25 and 25 on highly engaged ones there
   * is no difference, with 40 and 10 there is, with 3 and 1 there is too little.
   */
  @ParameterizedTest
  @CsvSource({
    "25, 25, NOT_SUPPORTED, no theme promises more",
    "40, 10, SUPPORTED, 'the themes that stand out most are sports (40 uses, 30 expected).'",
    "3, 1, TOO_LITTLE_DATA, Too few highly engaged photos have tags",
    "0, 0, TOO_LITTLE_DATA, Too few highly engaged photos have tags",
  })
  void partnerships(long gym, long car, Verdict verdict, String words) {
    var given = new Given();
    given.tags = List.of(use("gym", 50 + gym), use("car", 50 + car));
    given.engagedTags =
        Stream.of(use("gym", gym), use("car", car)).filter(use -> use.uses() > 0).toList();
    given.themes =
        List.of(new Theme("cars", List.of("car")), new Theme("sports", List.of("gym", "run")));
    given.engagedThemes = List.of(new ThemeUse("sports", gym, gym), new ThemeUse("cars", car, car));

    var recommendation = given.recommendation(RecommendationKey.PARTNERSHIPS_BY_THEME);

    assertThat(recommendation.verdict()).isEqualTo(verdict);
    assertThat(recommendation.sentence()).contains(words);
    assertThat(recommendation.tests()).hasSize(verdict == Verdict.TOO_LITTLE_DATA ? 0 : 1);
  }

  @ParameterizedTest
  @CsvSource({
    "5.4, 1.3, 235, 0, SUPPORTED, 'does 4.15 times as much on average'",
    "1.3, 1.2, 1, 0.32, NOT_SUPPORTED, by no more than chance brings about",
    "1.3, 5.4, -235, 0, NOT_SUPPORTED, does less on average",
  })
  void promotion(
      double mean, double others, double t, double pValue, Verdict verdict, String words) {
    var given = new Given();
    given.engagement =
        Given.engagement(
            100, mean, 100, others, mean / others, new TTest(t, 150, pValue, mean - others, 0, 0));

    var recommendation = given.recommendation(RecommendationKey.PROMOTION_OF_INFLUENCERS);

    assertThat(recommendation.verdict()).isEqualTo(verdict);
    assertThat(recommendation.sentence()).contains(words);
  }

  /** 10 of 1,000 users are 1 %, which of 1,000 likes is 10. */
  @ParameterizedTest
  @CsvSource({
    "155, SUPPORTED, 1.00 % of the users and give 15.50 % of the likes",
    "11, NOT_SUPPORTED, removing them would change little",
    "0, NOT_SUPPORTED, removing them would change little",
  })
  void removal(long likes, Verdict verdict, String words) {
    var given = new Given();
    given.users = 1_000;
    given.likes = 1_000;
    given.suspect(10, likes);

    var recommendation = given.recommendation(RecommendationKey.REMOVAL_OF_BOTS);

    assertThat(recommendation.verdict()).isEqualTo(verdict);
    assertThat(recommendation.sentence()).contains(words);
    assertThat(recommendation.tests()).hasSize(1);
  }

  @Test
  void theSummaryTellsAllVerdicts() {
    var given = new Given();
    given.measuredOn = LocalDate.of(2025, 1, 1);
    given.users = 1_000;
    given.likes = 1_000;
    given.suspect(10, 155);
    given.byMonth = Given.evenly(MONTHS, longs(EVEN_MONTHS));
    given.like(longs(EVEN_DAYS));

    var summary = given.report().summary();

    assertThat(summary.get(summary.size() - 1))
        .isEqualTo(
            "Of the published recommendations the data support: \"Remove suspected bots.\"; they do"
                + " not support: \"Run a registration campaign in the weak months and on the most"
                + " engaged days.\"; they are too few to judge: \"Choose partners by the themes of"
                + " the tags of highly engaged photos.\" and \"Promote influencers.\".");
  }

  private static long[] longs(String numbers) {
    return Stream.of(numbers.split(" ")).mapToLong(Long::parseLong).toArray();
  }
}
