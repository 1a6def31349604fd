package io.minigram.insights.report;

import io.minigram.insights.transactions.AsOf;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What the data say of the whole network, in words and figures. */
@Description("What the data say of the whole network, in words and figures, with a test each.")
public record Report(
    @NonNull @Description("Which facts it knows, such as those of version 42.") AsOf asOf,
    @NonNull
        @Description(
            "Where the data come from, as the service is told (minigram.report.origin), such as:"
                + " generated with seed 42.")
        String origin,
    @Description(
            "UTC day at which rates were measured and before which years are over, such as"
                + " 2025-01-01; null if nothing ever happened.")
        LocalDate measuredOn,
    @NonNull @Description("What its words mean, with the thresholds in force, such as 10 %.")
        List<@NonNull Definition> definitions,
    @NonNull @Description("The most important in sentences, such as how large the network is.")
        List<@NonNull String> summary,
    @NonNull
        @Description("All that was looked for, each with its test, such as REGISTRATIONS_BY_MONTH.")
        List<@NonNull Finding> findings,
    @NonNull
        @Description("The published recommendations, with a verdict each, such as NOT_SUPPORTED.")
        List<@NonNull Recommendation> recommendations,
    @NonNull @Description("What to bear in mind, such as that association is not cause.")
        List<@NonNull String> limitations) {

  /** Writes the report on what was found in the data. */
  static Report of(Evidence evidence, String origin) {
    var findings =
        Stream.of(
                CalendarFindings.of(evidence),
                AudienceFindings.of(evidence),
                ContentFindings.of(evidence),
                InfluenceFindings.of(evidence),
                BotFindings.of(evidence))
            .flatMap(List::stream)
            .toList();
    var recommendations = Recommendations.of(evidence);
    return new Report(
        evidence.asOf(),
        origin,
        evidence.measuredOn(),
        Definitions.of(evidence.rules(), evidence.measuredOn()),
        Summary.of(evidence, findings, recommendations),
        findings,
        recommendations,
        Limitations.of(evidence.rules(), origin, findings));
  }
}
