package io.minigram.botdetector.scoring;

import java.math.BigDecimal;

/**
 * What accounts are measured against.
 *
 * @param photos photos in the network
 * @param minShare the share of all photos from which liking is suspect, above 0 and at most 1
 */
public record Baseline(long photos, BigDecimal minShare) {

  public Baseline {
    if (photos < 0) {
      throw new IllegalArgumentException("photos is negative: " + photos);
    }
    if (minShare.signum() <= 0 || minShare.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("minShare must be above 0 and at most 1: " + minShare);
    }
  }
}
