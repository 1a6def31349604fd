package io.minigram.botdetector.scoring;

import static io.minigram.botdetector.scoring.Networks.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StalenessTest {

  /**
   * 100 likes, ten of them by account 0 on photos that are 500 days old, the others on photos of
   * ten days: 10 x (10 + 1) / (100 + 1) = 1.0891 are expected; 10 ln(10 / 1.0891) - 10 + 1.0891.
   */
  @Test
  void whoLikesWhatIsOldStandsOut() {
    var networks = new Networks(10, 100);
    for (int photo = 0; photo < 100; photo++) {
      networks
          .posted(photo, 1_000 * DAY)
          .like(photo / 10, photo, (photo < 10 ? 1_500 : 1_010) * DAY);
    }

    var staleness = new Staleness(networks.network());

    assertThat(staleness.value(0)).isCloseTo(13.2614, within(1e-4));
    assertThat(staleness.sentence(0))
        .isEqualTo("Liked 10 of 10 photos when they were more than 10 days old.");
    assertThat(staleness.value(1)).isZero();
  }

  @Test
  void whereEverythingIsOldNobodyStandsOut() {
    var networks = new Networks(10, 100);
    for (int photo = 0; photo < 100; photo++) {
      networks.like(photo / 10, photo, 1_500 * DAY);
    }

    assertThat(new Staleness(networks.network()).value(0)).isZero();
  }

  @Test
  void aLikeMayBeOlderThanItsPhoto() {
    var network = new Networks(2, 2).posted(0, 100 * DAY).like(1, 0, 5).like(1, 1, 5).network();

    assertThat(new Staleness(network).value(1)).isZero();
  }

  @Test
  void withoutThePhotosMomentsThereIsNothingToTell() {
    var networks = new Networks(10, 100);
    for (int photo = 0; photo < 100; photo++) {
      networks.like(photo / 10, photo, (photo < 10 ? 1_500 : 10) * DAY);
    }
    var known = networks.network();
    var network =
        new Network(
            known.registered(),
            known.owners(),
            known.likes(),
            known.comments(),
            known.follows(),
            known.texts());

    assertThat(new Staleness(known).value(0)).isPositive();
    assertThat(new Staleness(network).value(0)).isZero();
  }
}
