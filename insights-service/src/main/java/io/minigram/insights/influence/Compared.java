package io.minigram.insights.influence;

/** One figure of influencers, of everyone else, and of everyone else less the suspects. */
record Compared(Sample influencers, Sample others, Sample othersWithoutBots) {

  /** Mean of influencers / mean of others; null if there is none. */
  Double ratio() {
    return ratio(others);
  }

  /** Mean of influencers / mean of others without suspects; null if there is none. */
  Double ratioWithoutBots() {
    return ratio(othersWithoutBots);
  }

  private Double ratio(Sample second) {
    return influencers.count() == 0 || second.count() == 0 || second.mean() == 0
        ? null
        : influencers.mean() / second.mean();
  }
}
