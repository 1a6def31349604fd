package io.minigram.edge.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {

  @Test
  void aCallerWhoWaitsIsServedAgain() {
    var limit = limit(OptionalLong.of(1), Duration.ofMillis(500));
    assertEquals(0, limit.take("subject busy"));
    assertTrue(limit.take("subject busy") > 0);

    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          while (limit.take("subject busy") > 0) {
            Thread.onSpinWait();
          }
        });
  }

  @Test
  void theWaitIsSaidInWholeSecondsThatSuffice() {
    var limit = limit(OptionalLong.of(2), Duration.ofHours(1));
    limit.take("subject busy");
    limit.take("subject busy");

    long seconds = limit.take("subject busy");

    // one of two an hour
    assertTrue(seconds > 1_700 && seconds <= 1_801, seconds + " s");
  }

  @Test
  void callersDoNotShare() {
    var limit = limit(OptionalLong.of(1), Duration.ofHours(1));
    assertEquals(0, limit.take("subject one"));

    assertEquals(0, limit.take("subject two"));
    assertEquals(0, limit.take("address one"));
  }

  @Test
  void withoutASettingNobodyIsCounted() {
    var limit = limit(OptionalLong.empty(), Duration.ofHours(1));

    for (int i = 0; i < 1_000; i++) {
      assertEquals(0, limit.take("subject busy"));
    }
  }

  private static RateLimit limit(OptionalLong requests, Duration period) {
    return new RateLimit(
        new RateLimitConfig() {
          @Override
          public OptionalLong requests() {
            return requests;
          }

          @Override
          public Duration period() {
            return period;
          }
        });
  }
}
