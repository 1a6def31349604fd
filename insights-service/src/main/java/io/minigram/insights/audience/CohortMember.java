package io.minigram.insights.audience;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A user of a cohort. */
@Description("A user of a cohort.")
public record CohortMember(
    @Id @Description("The user's id.") long id,
    @NonNull @Description("The user's name; ids identify, names need not.") String username,
    @Description("Photos + likes given + comments made + accounts followed.") long activity,
    @Description(
            "Activity / days since registration; null if the user registered on the measuring day"
                + " or later.")
        Double rate) {

  /** What the user has of the measure; null if it is the rate and there is none. */
  Double by(Measure measure) {
    return switch (measure) {
      case ACTIVITY -> (double) activity;
      case RATE -> rate;
    };
  }
}
