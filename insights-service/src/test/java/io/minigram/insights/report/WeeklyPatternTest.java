package io.minigram.insights.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeeklyPatternTest {

  private static Map<Integer, Long> days(int number, IntToLongFunction events) {
    return IntStream.range(0, number)
        .filter(day -> events.applyAsLong(day) > 0)
        .boxed()
        .collect(Collectors.toMap(day -> Given.MONDAY + day, day -> events.applyAsLong(day)));
  }

  /**
   * Of twelve weeks the first and the last are not whole with the days around them. In each of the
   * other ten Wednesday has rank 7 and six days share 3.5: 6 × (30² + 6 × 5²) / (1225 - 1120) = 60.
   */
  @Test
  void findsADayThatStandsOutEveryWeek() {
    var test = WeeklyPattern.test(days(84, day -> day % 7 == 2 ? 60 : 20));

    assertThat(test.name()).isEqualTo(TestName.FRIEDMAN);
    assertThat(test.n()).isEqualTo(10);
    assertThat(test.statistic()).isCloseTo(60, within(1e-9));
    assertThat(test.degreesOfFreedom()).isEqualTo(6.0);
    assertThat(test.holds()).isTrue();
  }

  /**
   * Among days that differ at random, growth and the rush of one day, a Tuesday, are no pattern.
   */
  @ParameterizedTest
  @CsvSource({"0, 0", "10, 0", "0, 100000", "10, 100000"})
  void takesGrowthForNoPattern(int growth, int rush) {
    var test =
        WeeklyPattern.test(
            days(
                141,
                day ->
                    1000 + 37L * day * day % 101 + (long) growth * day + (day == 134 ? rush : 0)));

    assertThat(test.pValue()).isGreaterThan(0.5);
    assertThat(test.holds()).isFalse();
  }

  @Test
  void hasTooFewWeeks() {
    assertThat(WeeklyPattern.test(Map.of())).isNull();
    assertThat(WeeklyPattern.test(days(1, day -> 1))).isNull();
    assertThat(WeeklyPattern.test(days(77, day -> day % 7 == 2 ? 60 : 20))).isNull();
  }
}
