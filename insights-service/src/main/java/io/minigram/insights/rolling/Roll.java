package io.minigram.insights.rolling;

/**
 * What became of a look for something new.
 *
 * @param isLeading false if another instance rolls
 * @param batches batches that were folded in; 0 if there was nothing new
 * @param rows their rows of facts, those that came and those that went
 * @param isBehind whether there is more to fold in, so that the next look should follow at once
 */
record Roll(boolean isLeading, int batches, long rows, boolean isBehind) {

  static final Roll FOLLOWING = new Roll(false, 0, 0, false);
  static final Roll NOTHING_NEW = new Roll(true, 0, 0, false);
}
