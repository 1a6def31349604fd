package io.minigram.insights.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "5, 5",
    "20.165, 20.17",
    "-0.4, -0.40",
    "504146, '504,146'",
    "59122.46, '59,122.46'",
    "1e30, '1,000,000,000,000,000,000,000,000,000,000.00'",
    ", none",
  })
  void writesNumbers(Double number, String words) {
    assertThat(Words.number(number)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "0.027, 2.70 %, +2.70 %",
    "1.9895, 198.95 %, +198.95 %",
    "-0.0957, -9.57 %, -9.57 %",
    "0, 0.00 %, +0.00 %",
    ", none, none",
  })
  void writesSharesAndGrowth(Double number, String share, String growth) {
    assertThat(Words.percent(number)).isEqualTo(share);
    assertThat(Words.growth(number)).isEqualTo(growth);
  }

  @ParameterizedTest
  @CsvSource({"0.87, p = 0.870", "0.001, p = 0.001", "0.00099, p < 0.001", "0, p < 0.001"})
  void writesProbabilities(double p, String words) {
    assertThat(Words.probability(p)).isEqualTo(words);
  }

  /** A p-value that decides must not be rounded to the other side of the level. */
  @ParameterizedTest
  @CsvSource({"0.0499, p = 0.0499", "0.04996, p < 0.05", "0.05, p = 0.050", "0.0503, p = 0.0503"})
  void writesProbabilitiesNearTheLevel(double p, String words) {
    assertThat(Words.probability(p)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', ''",
    "a, a, a",
    "a b, a and b, a and b",
    "a b c d, 'a, b, c and d', 'a, b, c and d'",
    "a b c d e, 'a, b, c and 2 more', 'a, b, c, d and e'",
  })
  void writesLists(String items, String cut, String all) {
    List<String> given = items.isEmpty() ? List.of() : Stream.of(items.split(" ")).toList();

    assertThat(Words.list(given)).isEqualTo(cut);
    assertThat(Words.all(given)).isEqualTo(all);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 users", "1, 1 user", "5000, '5,000 users'"})
  void writesCounts(long number, String words) {
    assertThat(Words.count(number, "user", "users")).isEqualTo(words);
  }

  @Test
  void writesTheSameEverywhere() {
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);

      assertThat(Words.number(1234.5)).isEqualTo("1,234.50");
    } finally {
      Locale.setDefault(before);
    }
  }
}
