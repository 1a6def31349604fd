package io.minigram.workbench.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermutationTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 16, 17, 63, 64, 65, 1000, 25_000, 1_048_577})
  void everyNumberComesOnce(int size) {
    // given
    var permutation = new Permutation(size, 42);

    // when
    var seen = new BitSet();
    for (int place = 0; place < size; place++) {
      seen.set((int) permutation.at(place));
    }

    // then
    assertThat(seen.cardinality()).isEqualTo(size);
    assertThat(seen.length()).isEqualTo(size);
  }

  @Test
  void largeSizesStayInRange() {
    // given
    long size = (1L << 40) + 12_345;
    var permutation = new Permutation(size, 7);

    // when, then
    for (long place = 0; place < 10_000; place++) {
      assertThat(permutation.at(place)).isBetween(0L, size - 1);
    }
  }

  @Test
  void eachNumberIsEquallyLikelyInASample() {
    // given
    int size = 1000;
    int sample = 50;
    int trials = 20_000;
    var keys = new Streams(1).of("keys");

    // when
    var counts = new long[size];
    for (int trial = 0; trial < trials; trial++) {
      var permutation = new Permutation(size, keys.nextLong());
      for (int place = 0; place < sample; place++) {
        counts[(int) permutation.at(place)]++;
      }
    }

    // then: the quantile 0.999 of chi-square with 999 degrees of freedom
    assertThat(chiSquare(counts, (double) trials * sample / size)).isLessThan(1142.8);
  }

  @ParameterizedTest
  @CsvSource({
    // size, quantile 0.999 of chi-square with size * (size - 1) - 1 degrees of freedom
    "3,    20.5",
    "5,    43.8",
    "10,  136.0",
    "17,  348.2",
    "40, 1736.5",
  })
  void eachPairOfNumbersIsEquallyLikelyEvenInASmallSet(int size, double limit) {
    // given
    int pairs = size * (size - 1);
    var keys = new Streams(2).of("keys");

    // when: the ordered pairs of the first two numbers
    var counts = new long[pairs];
    for (int trial = 0; trial < 1000 * pairs; trial++) {
      var permutation = new Permutation(size, keys.nextLong());
      int first = (int) permutation.at(0);
      int second = (int) permutation.at(1);
      counts[first * (size - 1) + (second > first ? second - 1 : second)]++;
    }

    // then
    assertThat(chiSquare(counts, 1000)).isLessThan(limit);
  }

  @Test
  void thereIsNothingOutside() {
    assertThatThrownBy(() -> new Permutation(5, 1).at(5))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> new Permutation(0, 1).at(0))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static double chiSquare(long[] counts, double expected) {
    double sum = 0;
    for (long count : counts) {
      sum += (count - expected) * (count - expected) / expected;
    }
    return sum;
  }
}
