package io.minigram.botdetector.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Photo n belongs to account n. */
class StrangersTest {

  /**
   * 100 likes and comments; the ten of account 0 are on strangers, the others each account's on
   * those it follows: 10 x (10 + 1) / (100 + 1) = 1.0891 are expected; 10 ln(10 / 1.0891) - 10 +
   * 1.0891.
   */
  @Test
  void whoKnowsNobodyStandsOut() {
    var networks = new Networks(21, 21);
    for (int photo = 11; photo < 21; photo++) {
      if (photo < 19) {
        networks.like(0, photo, 5);
      } else {
        networks.comment(0, photo, 5);
      }
      for (int account = 1; account < 10; account++) {
        networks.follow(account, photo, 1).like(account, photo, 5);
      }
    }

    var strangers = new Strangers(networks.network());

    assertThat(strangers.value(0)).isCloseTo(13.2614, within(1e-4));
    assertThat(strangers.sentence(0))
        .isEqualTo(
            "10 of 10 likes and comments went to owners that it neither follows nor is followed"
                + " by.");
    assertThat(strangers.value(1)).isZero();
  }

  @Test
  void followersAreNoStrangersAndOwnPhotosDoNotCount() {
    var network =
        new Networks(4, 4)
            .follow(2, 1, 1)
            .like(1, 2, 5)
            .like(1, 1, 5)
            .like(1, 3, 5)
            .like(3, 2, 5)
            .network();

    var strangers = new Strangers(network);

    assertThat(strangers.sentence(1)).startsWith("1 of 2 likes and comments");
    assertThat(strangers.sentence(3)).startsWith("1 of 1 likes and comments");
  }

  @Test
  void aNetworkWithoutLikesHasNoStrangers() {
    assertThat(new Strangers(new Networks(2, 2).network()).value(0)).isZero();
  }
}
