package io.minigram.botdetector.scoring.network;

import java.time.Instant;

/**
 * What is known of a network, in columns.
 *
 * @param registered the second at which each account registered
 * @param owners the owner of each photo; photos are numbered by owner, so this ascends
 * @param likes accounts on photos
 * @param comments accounts on photos, the first of each account on each photo
 * @param follows accounts on accounts
 * @param texts of all comments
 */
public record Network(
    int[] registered, int[] owners, Events likes, Events comments, Events follows, Texts texts) {

  /** Second 0: moments from 1932 to 2068 fit into an {@code int}. */
  public static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

  public Network {
    for (int photo = 1; photo < owners.length; photo++) {
      if (owners[photo] < owners[photo - 1]) {
        throw new IllegalArgumentException("Photos are not numbered by owner, see " + photo);
      }
    }
    if (likes.allTargets() != owners.length || comments.allTargets() != owners.length) {
      throw new IllegalArgumentException("Likes and comments must know all photos, and no others");
    }
    if (follows.allTargets() != registered.length) {
      throw new IllegalArgumentException("Follows must know all accounts, and no others");
    }
  }

  public int accounts() {
    return registered.length;
  }

  public int photos() {
    return owners.length;
  }

  /** The first photo of the owner or, if it has none, of the next owner. */
  int firstPhotoOf(int owner) {
    int low = 0;
    int high = owners.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (owners[middle] < owner) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
