package io.minigram.botdetector.runs;

/**
 * What came of asking for a run.
 *
 * @param run the new run, or the last one if nothing has changed since; null if another is going
 */
record RunOutcome(Kind kind, RunEntity run) {

  enum Kind {
    SCORED,
    NOTHING_NEW,
    BUSY
  }
}
