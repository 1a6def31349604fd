package io.minigram.insights.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minigram.edge.error.RequestException;
import io.minigram.insights.definitions.CommentWeight;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightsTest {

  @ParameterizedTest
  @CsvSource({
    "1.5, 2, 3",
    "0, 1, 0",
    "10, 1, 10",
    "0.000001, 1000000, 1",
    "1000000, 1, 1000000",
    "0.3, 10, 3"
  })
  void countsInWholeNumbers(double weight, long like, long comment) {
    assertThat(Weights.of(CommentWeight.of(weight))).isEqualTo(new Weights(like, comment));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.5, 1_000_000.1, 0.0000001, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesWhatIsTooMuchOrTooFine(double weight) {
    assertThatThrownBy(() -> CommentWeight.of(weight)).isInstanceOf(RequestException.class);
  }

  @ParameterizedTest
  @CsvSource({"1.5, 4.5, 9", "1.5, 4.6, 10", "0, 3, 3", "1.5, 1e30, 9223372036854775807"})
  void takesTheLeastSum(double weight, BigDecimal engagement, long sum) {
    assertThat(Weights.of(CommentWeight.of(weight)).sum(engagement)).isEqualTo(sum);
  }

  /** Whatever a photo has, 2 x likes + 3 x comments is at least what its sum promises. */
  @ParameterizedTest
  @CsvSource({"2, 3", "1, 0", "0, 1", "1, 10", "10, 1", "1000000, 1", "7, 11"})
  void neverPromisesTooMuch(long like, long comment) {
    var weights = new Weights(like, comment);

    for (int likes = 0; likes < 70; likes++) {
      for (int comments = 0; comments < 70; comments++) {
        assertThat(weights.leastOfIndex(like * likes + comment * comments))
            .isLessThan(2 * likes + 3 * comments + 0.5);
      }
    }
  }
}
