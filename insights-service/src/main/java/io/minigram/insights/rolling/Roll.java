package io.minigram.insights.rolling;

/**
 * What became of a look for something new.
 *
 * @param isLeading false if another instance rolls
 * @param batches batches that were folded in; 0 if there was nothing new
 * @param isBehind whether there is more to fold in, so that the next look should follow at once
 */
record Roll(boolean isLeading, int batches, boolean isBehind) {

  static final Roll FOLLOWING = new Roll(false, 0, false);
  static final Roll NOTHING_NEW = new Roll(true, 0, false);
}
