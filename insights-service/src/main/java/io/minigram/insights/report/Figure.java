package io.minigram.insights.report;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A figure behind a sentence.
 *
 * @param value null if there is nothing to compute it from
 */
@Description("A figure behind a sentence, such as: influencers, 135 users.")
public record Figure(
    @NonNull @Description("What it is, such as: registrations in August.") String name,
    @Description("Its value, such as 451; null if there is nothing to compute it from.")
        Double value,
    @NonNull
        @Description(
            "What it is counted in, such as users; a share is 0 to 1, a growth of 1.99 is +199 %.")
        String unit) {

  static final String SHARE = "share";
  static final String GROWTH = "growth";
  static final String RATIO = "ratio";
  static final String USERS = "users";

  static Figure of(String name, double value, String unit) {
    return new Figure(name, value, unit);
  }
}
