package io.minigram.botdetector.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Account 1 owns photos 0 to 3, account 2 photos 4 to 7, account 3 photos 8 to 11. */
class ConcentrationTest {

  private static final int OTHERS = 88;

  private final Networks networks = new Networks(4 + 2 * OTHERS, 12 + OTHERS);

  ConcentrationTest() {
    for (int photo = 0; photo < 12; photo++) {
      networks.owner(photo, 1 + photo / 4);
    }
    for (int other = 0; other < OTHERS; other++) {
      networks.owner(12 + other, 4 + other);
      networks.like(4 + OTHERS + other, 12 + other, 5);
    }
  }

  /**
   * Account 0 likes four photos of each of the three; of 100 likes they have 4 each, and 88 other
   * owners 1 each. It returns 12 - 3 - 3 = 6 times; 12 x 11 / 2 x (3 x 16 + 88) / 10,000 = 0.8976
   * are expected; 6 ln(6 / 0.8976) - 6 + 0.8976 = 6.2963.
   */
  @Test
  void whoReturnsToFewOwnersStandsOut() {
    for (int photo = 0; photo < 12; photo++) {
      networks.like(0, photo, 5);
    }

    var concentration = new Concentration(networks.network());

    assertThat(concentration.value(0)).isCloseTo(6.2963, within(1e-4));
    assertThat(concentration.sentence(0))
        .isEqualTo("Gave 12 likes to only 3 owners, none of whom it follows.");
    assertThat(concentration.value(4 + OTHERS)).isZero();
  }

  @Test
  void followersReturnToTheirIdols() {
    for (int photo = 0; photo < 12; photo++) {
      networks.like(0, photo, 5);
    }
    networks.follow(0, 1, 1).follow(0, 2, 1);

    assertThat(new Concentration(networks.network()).value(0)).isZero();
  }

  @Test
  void oneIdolIsNoConcentration() {
    for (int photo = 0; photo < 4; photo++) {
      networks.like(0, photo, 5);
    }
    networks.like(0, 12, 5).like(0, 13, 5).like(0, 14, 5);

    assertThat(new Concentration(networks.network()).value(0)).isZero();
  }

  @Test
  void ownPhotosAreNoReturns() {
    for (int photo = 0; photo < 12; photo++) {
      networks.like(1, photo, 5);
    }

    assertThat(new Concentration(networks.network()).sentence(1))
        .isEqualTo("Gave 8 likes to only 2 owners, none of whom it follows.");
  }
}
