package io.minigram.botdetector.scoring;

import java.util.Locale;

/**
 * The share of all photos that an account has liked, as in the second published report. Cost: one
 * look at each account.
 */
final class LikedPhotos implements Measurement {

  static final String NAME = "LIKED_SHARE";

  private final Network network;

  LikedPhotos(Network network) {
    this.network = network;
  }

  @Override
  public double value(int account) {
    return network.photos() == 0 ? 0 : (double) network.likes().countOf(account) / network.photos();
  }

  @Override
  public String sentence(int account) {
    return String.format(
        Locale.ROOT,
        "Liked %,d of %,d photos (%.2f %%).",
        network.likes().countOf(account),
        network.photos(),
        100 * value(account));
  }
}
