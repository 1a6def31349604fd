package io.minigram.botdetector.scoring;

import static io.minigram.botdetector.scoring.Networks.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The signals that look at each account by itself. */
class SignalsTest {

  @Test
  void likedPhotosAreAShareOfAllPhotos() {
    var network =
        new Networks(3, 8).like(1, 0, 5).like(1, 7, 6).like(1, 7, 9).like(2, 3, 1).network();

    var liked = new LikedPhotos(network);

    assertThat(liked.value(0)).isZero();
    assertThat(liked.value(1)).isEqualTo(0.25);
    assertThat(liked.sentence(1)).isEqualTo("Liked 2 of 8 photos (25.00 %).");
  }

  @Test
  void withoutPhotosNobodyHasLikedAny() {
    assertThat(new LikedPhotos(new Networks(1, 0).network()).value(0)).isZero();
  }

  /**
   * Account 0 acts 20 times within an hour and once more; 100 days count. 20 ln(20 / 0.02) - 20 +
   * 0.02 - ln(100) = 113.5699; over four days 20 ln(20 / 0.08) - 20 + 0.08 - ln(100) is less.
   */
  @Test
  void aBurstIsMeasuredAgainstTheOtherDays() {
    var networks = new Networks(2, 50).like(0, 20, 60 * DAY).follow(1, 0, 107 * DAY);
    for (int photo = 0; photo < 20; photo++) {
      networks.like(0, photo, 50 * DAY + 180 * photo);
    }

    var bursts = new Bursts(networks.network());

    assertThat(bursts.value(0)).isCloseTo(113.5699, within(1e-4));
    assertThat(bursts.sentence(0))
        .isEqualTo("Acted 20 times within 24 hours, unlike at other times.");
    assertThat(bursts.value(1)).isZero();
  }

  /** 40 actions, ten a day: over four days 40 ln(40 / 0.04) - 40 + 0.04 - ln(100) = 231.7450. */
  @Test
  void aBurstMayTakeFourDays() {
    var networks = new Networks(2, 50).follow(1, 0, 107 * DAY);
    for (int photo = 0; photo < 40; photo++) {
      networks.like(0, photo, 50 * DAY + DAY / 10 * photo);
    }

    var bursts = new Bursts(networks.network());

    assertThat(bursts.value(0)).isCloseTo(231.7450, within(1e-4));
    assertThat(bursts.sentence(0))
        .isEqualTo("Acted 40 times within 96 hours, unlike at other times.");
  }

  @Test
  void theFirstWeekIsNoBurst() {
    var networks = new Networks(2, 50).registered(0, 40 * DAY).follow(1, 0, 107 * DAY);
    for (int photo = 0; photo < 20; photo++) {
      networks.like(0, photo, 47 * DAY - 1 - photo);
    }

    assertThat(new Bursts(networks.network()).value(0)).isZero();
  }

  /**
   * Account 0 acts ten times in each hour of the day, so 60 times in any six; ten others act 100
   * times each, by day only. 240 x (60 + 1) / (1,240 + 1) = 11.7969 are expected; 60 ln(60 /
   * 11.7969) - 60 + 11.7969 = 49.3872.
   */
  @Test
  void whoNeverSleepsStandsOut() {
    var networks = new Networks(11, 240);
    for (int photo = 0; photo < 240; photo++) {
      networks.like(0, photo, photo * DAY + photo % 24 * 3_600);
    }
    for (int account = 1; account <= 10; account++) {
      for (int photo = 0; photo < 100; photo++) {
        networks.like(account, photo, photo * DAY - (2 + photo % 14) * 3_600);
      }
    }

    var nights = new Nights(networks.network());

    assertThat(nights.value(0)).isCloseTo(49.3872, within(1e-4));
    assertThat(nights.sentence(0))
        .isEqualTo("Acted 60 of 240 times in the six hours of the day in which it acts least.");
    assertThat(nights.value(1)).isZero();
  }

  @Test
  void whereNobodySleepsNobodyStandsOut() {
    var networks = new Networks(10, 240);
    for (int photo = 0; photo < 2_400; photo++) {
      networks.like(photo % 10, photo / 10, photo * DAY + photo / 10 % 24 * 3_600);
    }

    var nights = new Nights(networks.network());

    for (int account = 0; account < 10; account++) {
      assertThat(nights.value(account)).isZero();
    }
  }

  /** 10 ln(10 / (10 x 1 / 991)) - 10 + 10 / 991 - ln(10) = 56.6947. */
  @Test
  void aTemplateIsMeasuredAgainstOthersWords() {
    var networks = new Networks(3, 1);
    for (int comment = 0; comment < 10; comment++) {
      networks.text(0, 7, 100 + comment);
    }
    for (int comment = 0; comment < 990; comment++) {
      networks.text(1 + comment % 2, 0, 1_000 + comment);
    }

    var wordings = new Wordings(networks.network());

    assertThat(wordings.value(0)).isCloseTo(56.6947, within(1e-4));
    assertThat(wordings.sentence(0))
        .isEqualTo(
            "Began or ended 10 of 10 comments with the same words, which others seldom use.");
    assertThat(wordings.value(1)).isZero();
  }

  @Test
  void whatEverybodySaysIsNoTemplate() {
    var networks = new Networks(20, 1);
    for (int comment = 0; comment < 400; comment++) {
      networks.text(comment % 20, 7, 7);
    }

    var wordings = new Wordings(networks.network());

    for (int account = 0; account < 20; account++) {
      assertThat(wordings.value(account)).isZero();
    }
  }
}
