package io.minigram.botdetector.scoring.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RingReportTest {

  /** Worked out apart, with Wilson's formula and the normal distribution's 95th percentile. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "0, 5, 0",
    "1, 1, 0.269866",
    "5, 5, 0.648883",
    "7, 10, 0.441700",
    "70, 100, 0.620168"
  })
  void aFewActionsProveLittle(int some, int all, double atLeast) {
    assertThat(RingReport.atLeast(some, all)).isCloseTo(atLeast, within(1e-6));
  }

  /**
   * Accounts 0 to 3 are a ring. All four like photos 10 and 11, of owners 10 and 11; two of them
   * comment photo 12; three follow account 13; one likes photo 14, as does account 5; account 6
   * likes photo 10.
   */
  @Test
  void whatAtLeastTwoMembersDidCounts() {
    var networks = new Networks(20, 20);
    for (int member = 0; member < 4; member++) {
      networks.like(member, 10, 100 + member).like(member, 11, 200 + member);
    }
    for (int member = 0; member < 3; member++) {
      networks.follow(member, 13, 50 + member);
    }
    networks.comment(0, 12, 300).comment(1, 12, 301);
    networks.like(2, 14, 900).like(5, 14, 901).like(6, 10, 902);
    var everybody = new int[20][0];
    for (int member = 0; member < 4; member++) {
      int each = member;
      everybody[member] = IntStream.range(0, 4).filter(other -> other != each).toArray();
    }

    var rings = RingReport.of(networks.network(), new Rings(everybody));

    assertThat(rings).hasSize(1);
    var ring = rings.get(0);
    assertThat(ring.members()).containsExactly(0, 1, 2, 3);
    assertThat(ring.photos()).isEqualTo(3);
    assertThat(ring.follows()).isEqualTo(1);
    assertThat(ring.firstSecond()).isEqualTo(50);
    assertThat(ring.lastSecond()).isEqualTo(301);
    assertThat(ring.boosted())
        .extracting(
            Ring.Boosted::owner, Ring.Boosted::photos, Ring.Boosted::fromRing, Ring.Boosted::all)
        .containsExactly(
            tuple(10, 1, 4, 5), tuple(11, 1, 4, 4), tuple(13, 0, 3, 3), tuple(12, 1, 2, 2));
  }
}
