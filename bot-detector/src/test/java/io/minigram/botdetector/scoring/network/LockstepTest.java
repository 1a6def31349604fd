package io.minigram.botdetector.scoring.network;

import static io.minigram.botdetector.scoring.network.Networks.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * 100 accounts, 500 photos, 1,000 likes: accounts 0 to 3 like photos together, in the first 24 of
 * the likes; the others are by 90 accounts, each alone on a day.
 */
class LockstepTest {

  private static final int ACCOUNTS = 100;
  private static final int PHOTOS = 500;
  private static final int LIKES = 1_000;
  private static final LockstepParameters DEFAULT =
      new LockstepParameters(List.of(600, 7_200, 3 * DAY), 128, 4, 0.5, 7 * DAY, 3, 64);
  private static final LockstepParameters TEN_MINUTES =
      new LockstepParameters(List.of(600), 128, 4, 0.25, 7 * DAY, 3, 64);

  private final Networks networks = new Networks(ACCOUNTS, PHOTOS);
  private int likes;

  /**
   * Account 0 has met each of the three on 6 owners' photos, less one; it has met 18 in all, and
   * each of the three has 6 of 1,000 likes: 5 ln(5 / 0.108) - 5 + 0.108 = 14.2833. For the third of
   * them that is evidence of 14.2833 - ln(100 / 3) = 10.7767.
   */
  @Test
  void whoActsTogetherAgainAndAgainIsFound() {
    ring(6, 4, 100);

    var lockstep = lockstep(DEFAULT);

    for (int member = 0; member < 4; member++) {
      assertThat(lockstep.value(member)).isCloseTo(10.7767, within(1e-4));
    }
    assertThat(lockstep.partners(0)).containsExactlyInAnyOrder(1, 2, 3);
    assertThat(lockstep.sentence(0))
        .isEqualTo("Liked 6 times within 10 minutes of the same 3 accounts.");
    for (int other = 4; other < ACCOUNTS; other++) {
      assertThat(lockstep.value(other)).isZero();
      assertThat(lockstep.partners(other)).isEmpty();
    }
  }

  @Test
  void slowRingsAreFoundAsWell() {
    ring(6, 4, DAY);

    var lockstep = lockstep(DEFAULT);

    assertThat(lockstep.value(0)).isCloseTo(10.7767, within(1e-4));
    assertThat(lockstep.sentence(0))
        .isEqualTo("Liked 6 times within 3 days of the same 3 accounts.");
  }

  @Test
  void theOrderOfRowsDoesNotMatter() {
    ring(6, 4, 100);
    var lockstep = lockstep(DEFAULT);

    networks.shuffled(11);
    var shuffled = lockstep(DEFAULT);

    for (int account = 0; account < ACCOUNTS; account++) {
      assertThat(shuffled.value(account)).isEqualTo(lockstep.value(account));
      assertThat(shuffled.partners(account)).isEqualTo(lockstep.partners(account));
    }
  }

  @Test
  void oneCoincidenceIsNone() {
    ring(1, 4, 1);

    assertThat(lockstep(DEFAULT).value(0)).isZero();
  }

  @Test
  void twoFriendsAreNoRing() {
    ring(6, 3, 1);

    assertThat(lockstep(DEFAULT).value(0)).isZero();
    assertThat(lockstep(DEFAULT).partners(0)).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void onePopularOwnerMakesNoRing() {
    for (int photo = 0; photo < 6; photo++) {
      networks.owner(photo, 5);
    }
    for (int photo = 6; photo < ACCOUNTS; photo++) {
      networks.owner(photo, photo);
    }
    ring(6, 4, 1);

    assertThat(lockstep(DEFAULT).value(0)).isZero();
  }

  @Test
  void followingTheOwnersExplainsHalfOfIt() {
    ring(6, 4, 1);
    for (int owner = 0; owner < 6; owner++) {
      networks.follow(0, owner, 1);
    }

    var lockstep = lockstep(DEFAULT);

    // Half of it counts: 14.2833 / 2 - ln(100 / 3).
    assertThat(lockstep.value(0)).isCloseTo(3.6351, within(1e-4));
    assertThat(lockstep.value(1)).isCloseTo(10.7767, within(1e-4));
  }

  @Test
  void beingNewExplainsHalfOfIt() {
    networks.registered(0, DAY * 9_000 - 6 * DAY);
    ring(6, 4, 1);

    var lockstep = lockstep(DEFAULT);

    // Half of it counts: 14.2833 / 2 - ln(100 / 3).
    assertThat(lockstep.value(0)).isCloseTo(3.6351, within(1e-4));
    assertThat(lockstep.value(1)).isCloseTo(10.7767, within(1e-4));
  }

  @Test
  void aWindowIncludesItsEnd() {
    ring(6, 4, 200);

    assertThat(lockstep(TEN_MINUTES).value(0)).isCloseTo(10.7767, within(1e-4));
  }

  @Test
  void aSecondMoreIsOutside() {
    ring(6, 4, 201);

    assertThat(lockstep(TEN_MINUTES).value(0)).isZero();
  }

  @Test
  void crowdsAreNotLookedAtWhole() {
    var nearest = new LockstepParameters(List.of(600), 2, 4, 0.25, 7 * DAY, 3, 64);
    ring(6, 4, 100);

    var lockstep = lockstep(nearest);

    assertThat(lockstep.partners(0)).containsExactlyInAnyOrder(1, 2);
    assertThat(lockstep.partners(1)).containsExactlyInAnyOrder(0, 2, 3);
  }

  @Test
  void popularPhotosCountLess() {
    ring(6, 4, 1);
    var popularFromTwoLikes = new LockstepParameters(List.of(600), 128, 1, 0.25, 7 * DAY, 3, 64);

    // The mean is 2 likes a photo and these have 4, so all counts half: 14.2833 / 2 - ln(100 / 3).
    assertThat(lockstep(popularFromTwoLikes).value(0)).isCloseTo(3.6351, within(1e-4));
  }

  @Test
  void parametersAreChecked() {
    assertThatThrownBy(() -> new LockstepParameters(List.of(), 1, 1, 1, 0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LockstepParameters(List.of(60, 6), 1, 1, 1, 0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LockstepParameters(List.of(6), 1, 1, 1.1, 0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LockstepParameters(List.of(6), 1, 1, 1, 0, 3, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Accounts 0, 1 and so on like the first photos, one account so many seconds after the other. */
  private void ring(int photos, int members, int apart) {
    for (int photo = 0; photo < photos; photo++) {
      for (int member = 0; member < members; member++) {
        networks.like(member, photo, 9_000 * DAY + photo * DAY / 10 + member * apart);
        likes++;
      }
    }
    for (int each = 0; likes < LIKES; each++) {
      int account = 10 + each % 90;
      networks.like(account, 6 + each % (PHOTOS - 6), 4 * DAY * each);
      likes++;
    }
  }

  private Lockstep lockstep(LockstepParameters parameters) {
    var network = networks.network();
    return new Lockstep(
        network.likes(),
        network.owners(),
        network.follows(),
        network.registered(),
        parameters,
        "Liked");
  }
}
