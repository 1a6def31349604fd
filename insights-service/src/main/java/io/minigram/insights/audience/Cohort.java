package io.minigram.insights.audience;

import java.time.LocalDate;
import java.util.List;

/** All members of a cohort, the most extreme first, and the day at which rates were measured. */
record Cohort(List<CohortMember> members, LocalDate measuredOn) {

  /** What the last member has of the measure; null if there is nobody. */
  Double cutOff(Measure measure) {
    return members.isEmpty() ? null : members.get(members.size() - 1).by(measure);
  }
}
