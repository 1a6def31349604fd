package io.minigram.workbench.bench.detection;

/** The kinds of bots that are injected. */
enum BotKind {
  MASS_LIKERS("mass likers", false),
  FAST_RINGS("fast rings", true),
  SLOW_RINGS("slow rings", true),
  FOLLOW_FARMS("follow farms", true),
  COMMENT_SPAMMERS("comment spammers", false),
  BOOSTER_PODS("booster pods", true),
  SLEEPERS("sleepers", false),
  HIJACKED("hijacked accounts", true);

  private final String label;
  private final boolean inRings;

  BotKind(String label, boolean inRings) {
    this.label = label;
    this.inRings = inRings;
  }

  /** Whether its bots act together, so that a detector can be asked for the rings. */
  boolean inRings() {
    return inRings;
  }

  @Override
  public String toString() {
    return label;
  }
}
