package io.minigram.botdetector.scoring;

import java.time.Instant;
import java.util.List;

/** Adds up signals. Pure: no clock, no database, no framework. */
public final class Scorer {

  private final List<Signal> signals;

  public Scorer(List<Signal> signals) {
    this.signals = List.copyOf(signals);
  }

  public Score score(AccountActivity activity, Baseline baseline, Instant now) {
    return Score.of(
        activity.userId(),
        signals.stream().map(signal -> signal.contribution(activity, baseline, now)).toList());
  }
}
