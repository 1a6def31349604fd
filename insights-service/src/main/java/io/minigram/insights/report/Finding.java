package io.minigram.insights.report;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Something that the data say, or do not say. */
@Description("Something that the data say, or do not say, such as that no month stands out.")
public record Finding(
    @NonNull @Description("What was looked for, such as REGISTRATIONS_BY_MONTH.") FindingKey key,
    @NonNull @Description("The same for a heading, such as: Registrations by month.") String title,
    @NonNull
        @Description("What is tested, such as: Registrations differ between months, by their days.")
        String claim,
    @NonNull @Description("Whether the claim holds at the 5 % level, such as DOES_NOT_HOLD.")
        Outcome outcome,
    @NonNull @Description("What was found, in words and figures, such as: Registrations show no…")
        String sentence,
    @NonNull @Description("The figures behind the sentence, such as: August, 451 registrations.")
        List<@NonNull Figure> figures,
    @Description(
            "The test of the claim, such as CHI_SQUARE_GOODNESS_OF_FIT with p = 0.87; null if there"
                + " are too little data for it, or nothing to test.")
        StatisticalTest test) {

  static Finding of(FindingKey key, String sentence, List<Figure> figures, StatisticalTest test) {
    return of(key, Outcome.of(test), sentence, figures, test);
  }

  static Finding of(
      FindingKey key,
      Outcome outcome,
      String sentence,
      List<Figure> figures,
      StatisticalTest test) {
    return new Finding(key, key.title(), key.claim(), outcome, sentence, figures, test);
  }
}
