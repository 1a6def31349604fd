package io.minigram.workbench.bench.detection;

/** People who look like bots in one way or another, and are none. */
enum HardNegative {
  FAN_CLUBS("fan clubs"),
  VIRAL_PHOTOS("liked a viral photo"),
  NEWCOMERS("bursts of newcomers"),
  POWER_USERS("power users"),
  ONE_TIME_ZONE("one time zone");

  private final String label;

  HardNegative(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
