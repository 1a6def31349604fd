package io.minigram.botdetector.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LikedShareTest {

  private static final Instant NOW = Instant.parse("2025-01-01T00:00:00Z");
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final Scorer scorer = new Scorer(List.of(new LikedShare()));

  /** Scores worked out by hand: liked / (2 x minShare x photos), rounded down, at most 1. */
  @ParameterizedTest(name = "{0} of {1} at {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # liked | photos | min share | score    | flagged | sentence
          0       | 25000  | 0.05      | 0        | false   | Liked 0 of 25,000 photos (0.00 %).
          250     | 25000  | 0.05      | 0.1      | false   | Liked 250 of 25,000 photos (1.00 %).
          1249    | 25000  | 0.05      | 0.4996   | false   | Liked 1,249 of 25,000 photos (4.99 %).
          1250    | 25000  | 0.05      | 0.5      | true    | Liked 1,250 of 25,000 photos (5.00 %).
          1321    | 25000  | 0.05      | 0.5284   | true    | Liked 1,321 of 25,000 photos (5.28 %).
          2500    | 25000  | 0.05      | 1        | true    | Liked 2,500 of 25,000 photos (10.00 %).
          25000   | 25000  | 0.05      | 1        | true    | Liked 25,000 of 25,000 photos (100.00 %).
          # 5 % of 7 photos is 0.35 photos: one is enough
          1       | 7      | 0.05      | 1        | true    | Liked 1 of 7 photos (14.28 %).
          # a third is no decimal number: 1/3 < 0.3334 <= 3334/10000
          1       | 3      | 0.3334    | 0.4999   | false   | Liked 1 of 3 photos (33.33 %).
          # 333333 of 10^6 photos at 33.3334 %: just below, though six decimals would round it up
          333333  | 1000000| 0.333334  | 0.499998 | false   | Liked 333,333 of 1,000,000 photos (33.33 %).
          # the first report's rule: every photo
          99      | 100    | 1         | 0.495    | false   | Liked 99 of 100 photos (99.00 %).
          100     | 100    | 1         | 0.5      | true    | Liked 100 of 100 photos (100.00 %).
          # beyond 2^31
          150000000000 | 3000000000000 | 0.05 | 0.5 | true  | Liked 150,000,000,000 of 3,000,000,000,000 photos (5.00 %).
          149999999999 | 3000000000000 | 0.05 | 0.499999 | false | Liked 149,999,999,999 of 3,000,000,000,000 photos (4.99 %).
          0       | 0      | 0.05      | 0        | false   | There are no photos to like.
          """)
  void scoresByHand(
      long liked,
      long photos,
      BigDecimal minShare,
      BigDecimal expected,
      boolean flagged,
      String sentence) {
    var activity = new AccountActivity(42, liked);
    var baseline = new Baseline(photos, minShare);

    var score = scorer.score(activity, baseline, NOW);

    assertThat(score.userId()).isEqualTo(42);
    assertThat(score.value()).isEqualByComparingTo(expected);
    assertThat(score.reaches(HALF)).isEqualTo(flagged);
    assertThat(score.contributions())
        .singleElement()
        .satisfies(
            contribution -> {
              assertThat(contribution.signal()).isEqualTo("LIKED_SHARE");
              assertThat(contribution.amount()).isEqualByComparingTo(expected);
              assertThat(contribution.sentence()).isEqualTo(sentence);
            });
  }

  @Test
  void everyCountIsFlaggedExactlyFromTheShareOn() {
    var baseline = new Baseline(1_000, new BigDecimal("0.05"));

    for (long liked = 0; liked <= 1_000; liked++) {
      var score = scorer.score(new AccountActivity(1, liked), baseline, NOW);

      assertThat(score.reaches(HALF)).as("%d of 1,000", liked).isEqualTo(liked >= 50);
    }
  }

  @Test
  void theSentenceDoesNotDependOnTheMachinesLanguage() {
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);

      var contribution =
          new LikedShare()
              .contribution(
                  new AccountActivity(1, 1_321), new Baseline(25_000, new BigDecimal("0.05")), NOW);

      assertThat(contribution.sentence()).isEqualTo("Liked 1,321 of 25,000 photos (5.28 %).");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void contributionsAddUpToAtMostOne() {
    Signal three = (activity, baseline, now) -> part("THREE", "0.3");
    Signal four = (activity, baseline, now) -> part("FOUR", "0.4");
    Signal five = (activity, baseline, now) -> part("FIVE", "0.5");
    var activity = new AccountActivity(1, 0);
    var baseline = new Baseline(10, HALF);

    assertThat(new Scorer(List.of(three, four)).score(activity, baseline, NOW).value())
        .isEqualByComparingTo("0.7");
    assertThat(new Scorer(List.of(three, four, five)).score(activity, baseline, NOW).value())
        .isEqualByComparingTo("1");
    assertThat(new Scorer(List.of()).score(activity, baseline, NOW).value())
        .isEqualByComparingTo("0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0.05", "1.01"})
  void aShareOutOfRangeIsRefused(BigDecimal minShare) {
    assertThatThrownBy(() -> new Baseline(10, minShare))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Contribution part(String signal, String amount) {
    return new Contribution(signal, BigDecimal.ONE, new BigDecimal(amount), signal);
  }
}
