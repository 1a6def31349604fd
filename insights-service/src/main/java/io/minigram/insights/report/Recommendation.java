package io.minigram.insights.report;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A recommendation of the published report, and whether these data support it. */
@Description(
    "A recommendation of the published report, and whether these data support it, such as"
        + " REMOVAL_OF_BOTS: SUPPORTED.")
public record Recommendation(
    @NonNull @Description("Which one, such as REMOVAL_OF_BOTS.") RecommendationKey key,
    @NonNull @Description("What it says, such as: Promote influencers.") String advice,
    @NonNull @Description("Whether the data support it, such as NOT_SUPPORTED.") Verdict verdict,
    @NonNull @Description("Why, in words and figures, such as: No month is weaker than chance…")
        String sentence,
    @NonNull @Description("The figures behind it, such as: likes on Wednesday, 72,500 likes.")
        List<@NonNull Figure> figures,
    @NonNull
        @Description(
            "The tests behind it, such as one of the months and one of the days of the week; none"
                + " if there are too little data.")
        List<@NonNull StatisticalTest> tests) {

  static Recommendation of(
      RecommendationKey key,
      Verdict verdict,
      String sentence,
      List<Figure> figures,
      List<StatisticalTest> tests) {
    return new Recommendation(key, key.advice(), verdict, sentence, figures, tests);
  }
}
