package io.minigram.insights.calendar;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What a year, or a part of it, added, and what there was at its end. */
@Description(
    "What a year, or a quarter or month of it, added, what there was at its end, and the growth of"
        + " both.")
public record YearGrowth(
    @Description("Calendar year, UTC, such as 2024.") int year,
    @NonNull @Description("First day of the period, UTC, such as 2024-04-01.") LocalDate startsOn,
    @NonNull @Description("The period as people write it: 2024, 2024-Q2 or 2024-04.") String label,
    @Description("New in this period, such as 481.") long added,
    @Description(
            "Growth of what is new against the period before, as a share: 1.99 is +199 %. Null if"
                + " nothing was new in the period before.")
        Double addedGrowth,
    @Description("All there was at the end of the period, such as 5000.") long stock,
    @Description(
            "Growth of the stock against the end of the period before, as a share, such as 0.11."
                + " Null if there was nothing then.")
        Double stockGrowth) {}
