package io.minigram.workbench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TokenBucketTest {

  private static final long SECOND = 1_000_000_000;

  @Test
  void rowsWaitForThoseBeforeThem() {
    var bucket = new TokenBucket(1_000, 0);

    assertThat(bucket.take(200, 0)).isZero();
    assertThat(bucket.take(200, 0)).isEqualTo(SECOND / 5);
    assertThat(bucket.take(100, SECOND / 5)).isEqualTo(SECOND / 5);
    assertThat(bucket.take(100, SECOND)).isZero();
  }

  @Test
  void aSecondAtMostIsMadeUpFor() {
    var bucket = new TokenBucket(1_000, 0);

    assertThat(bucket.take(1_000, 10 * SECOND)).isZero();
    assertThat(bucket.take(500, 10 * SECOND)).isZero();
    assertThat(bucket.take(1, 10 * SECOND)).isEqualTo(SECOND / 2);
  }

  @Test
  void aRateIsAboveZero() {
    assertThatThrownBy(() -> new TokenBucket(0, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
