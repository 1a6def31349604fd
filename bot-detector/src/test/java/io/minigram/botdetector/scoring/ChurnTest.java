package io.minigram.botdetector.scoring;

import static io.minigram.botdetector.scoring.Networks.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChurnTest {

  /**
   * Of 100 follows 80 stand; account 0 has 5 of them and has taken back 20 after three days: 25 x
   * (20 + 1) / (100 + 1) = 5.1980 are expected; 20 ln(20 / 5.1980) - 20 + 5.1980 = 12.1471.
   */
  @Test
  void whoSoonTakesFollowsBackStandsOut() {
    var networks = new Networks(100, 0);
    for (int followee = 1; followee <= 5; followee++) {
      networks.follow(0, followee, 9);
    }
    for (int follow = 0; follow < 75; follow++) {
      networks.follow(10 + follow, 1, 9);
    }
    for (int unfollow = 0; unfollow < 20; unfollow++) {
      networks.unfollow(0, 3 * DAY);
    }

    var churn = new Churn(networks.network());

    assertThat(churn.value(0)).isCloseTo(12.1471, within(1e-4));
    assertThat(churn.sentence(0)).isEqualTo("Took back 20 of 25 follows within 30 days.");
    assertThat(churn.value(10)).isZero();
  }

  @Test
  void tidyingUpAfterAMonthIsNoChurn() {
    var networks = new Networks(10, 0).follow(1, 2, 9);
    for (int unfollow = 0; unfollow < 20; unfollow++) {
      networks.unfollow(0, 30 * DAY);
    }

    assertThat(new Churn(networks.network()).value(0)).isZero();
  }

  @Test
  void whereNothingWasTakenBackNobodyStandsOut() {
    assertThat(new Churn(new Networks(3, 0).follow(1, 2, 9).network()).value(1)).isZero();
    assertThat(new Churn(new Networks(3, 0).network()).value(1)).isZero();
  }
}
