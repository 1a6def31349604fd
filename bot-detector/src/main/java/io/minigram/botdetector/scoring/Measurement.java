package io.minigram.botdetector.scoring;

/** What one signal measured in all accounts of a network. */
interface Measurement {

  /** The measurement of an account, in the signal's own unit; 0 where nothing speaks for a bot. */
  double value(int account);

  /** The same in words, for a moderator. */
  String sentence(int account);
}
