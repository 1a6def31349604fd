package io.minigram.botdetector.scoring;

import static io.minigram.botdetector.scoring.Networks.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProfilesTest {

  /** Accounts 1 to 9 are 100 days old and like 20 photos each; photo n belongs to account n. */
  private static Networks people() {
    var networks = new Networks(100, 100);
    for (int account = 1; account < 10; account++) {
      for (int photo = 50; photo < 70; photo++) {
        networks.like(account, photo, 100 * DAY);
      }
    }
    for (int account = 10; account < 100; account++) {
      networks.registered(account, 200 * DAY);
    }
    return networks.registered(0, 90 * DAY);
  }

  /**
   * Account 0 is 10 days old and likes 40 photos. 220 likes in 9 x 100 + 10 + 90 days (90 accounts
   * have registered since, and are taken for a day old) are 0.22 a day: 40 ln(40 / 2.2) - 40 + 2.2
   * = 78.2169.
   */
  @Test
  void whoGivesMuchForItsAgeAndGetsNothingStandsOut() {
    var networks = people();
    for (int photo = 50; photo < 90; photo++) {
      networks.like(0, photo, 95 * DAY);
    }

    var profiles = new Profiles(networks.network());

    assertThat(profiles.value(0)).isCloseTo(78.2169, within(1e-4));
    assertThat(profiles.sentence(0))
        .isEqualTo(
            "Liked, commented and followed 40 times in 10 days, and got 0 such things back.");
    assertThat(profiles.value(1)).isZero();
    assertThat(profiles.value(99)).isZero();
  }

  @Test
  void whoGetsMuchBackDoesNot() {
    var networks = people();
    for (int photo = 50; photo < 90; photo++) {
      networks.like(0, photo, 95 * DAY);
    }
    for (int account = 10; account < 50; account++) {
      if (account % 3 == 0) {
        networks.follow(account, 0, 96 * DAY);
      } else if (account % 3 == 1) {
        networks.like(account, 0, 96 * DAY);
      } else {
        networks.comment(account, 0, 96 * DAY);
      }
    }

    var profiles = new Profiles(networks.network());

    assertThat(profiles.value(0)).isZero();
    assertThat(profiles.sentence(0)).endsWith("and got 40 such things back.");
  }

  @Test
  void whoDoesNothingHasNoProfileToSpeakOf() {
    assertThat(new Profiles(new Networks(2, 2).network()).value(0)).isZero();
  }
}
