package io.minigram.botdetector.scoring;

import java.time.Instant;

/** One thing to look at in an account. Pure: the same arguments give the same contribution. */
public interface Signal {

  Contribution contribution(AccountActivity activity, Baseline baseline, Instant now);
}
