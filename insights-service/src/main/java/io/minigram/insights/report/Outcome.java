package io.minigram.insights.report;

import org.eclipse.microprofile.graphql.Description;

/** What a test says of a claim. */
@Description("What a test says of a claim at the 5 % level, such as HOLDS.")
public enum Outcome {
  @Description("The claim holds: what is seen is more than chance brings about, such as p = 0.003.")
  HOLDS,
  @Description("The claim does not hold: chance would do as well, such as p = 0.87.")
  DOES_NOT_HOLD,
  @Description("There are too little data to tell, such as those of three users.")
  TOO_LITTLE_DATA;

  /** Of a claim that is tested; null if there were too little data for a test. */
  static Outcome of(StatisticalTest test) {
    if (test == null) {
      return TOO_LITTLE_DATA;
    }
    return test.holds() ? HOLDS : DOES_NOT_HOLD;
  }
}
