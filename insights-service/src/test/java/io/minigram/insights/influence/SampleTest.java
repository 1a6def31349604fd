package io.minigram.insights.influence;

import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.insights.definitions.CommentWeight;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class SampleTest {

  @Test
  void knowsMeanAndVarianceFromSums() {
    // 1, 2, 6
    var sample = Sample.ofSums(3, BigDecimal.valueOf(9), BigDecimal.valueOf(41));

    assertThat(sample).isEqualTo(new Sample(3, 3, 14));
  }

  @Test
  void losesNothingWhereLargeNumbersDifferByLittle() {
    // 10^12 and 10^12 + 1
    var sample =
        Sample.ofSums(
            2, new BigDecimal("2000000000001"), new BigDecimal("2000000000002000000000001"));

    assertThat(sample.squaredDeviations()).isEqualTo(0.5);
  }

  @Test
  void putsTwoTogether() {
    // 1 and 3, and 5, 7 and 9
    var both = new Sample(2, 2, 2).plus(new Sample(3, 7, 8));

    assertThat(both).isEqualTo(new Sample(5, 5, 40));
  }

  @Test
  void putsNothingToIt() {
    var sample = new Sample(2, 2, 2);

    assertThat(Sample.EMPTY.plus(sample)).isEqualTo(sample);
    assertThat(sample.plus(Sample.EMPTY)).isEqualTo(sample);
  }

  @Test
  void weighsComments() {
    // pairs with 2 likes and a comment, and with 2 comments: 3.5 and 3
    var group =
        new Group(
            1,
            zero(),
            zero(),
            zero(),
            zero(),
            zero(),
            zero(),
            Sample.EMPTY,
            of(2),
            of(2),
            of(3),
            of(4),
            of(2),
            of(5));

    assertThat(group.engagementSample(CommentWeight.of(1.5))).isEqualTo(new Sample(2, 3.25, 0.125));
  }

  private static BigDecimal of(long value) {
    return BigDecimal.valueOf(value);
  }

  private static BigDecimal zero() {
    return BigDecimal.ZERO;
  }
}
