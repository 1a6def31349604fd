package io.minigram.insights.calendar;

import org.eclipse.microprofile.graphql.Description;

/** What a year added, and what there was at its end. */
@Description("What a year added, what there was at its end, and the growth of both.")
public record YearGrowth(
    @Description("Calendar year, UTC.") int year,
    @Description("New in this year.") long added,
    @Description(
            "Growth of what is new against the year before, as a share: 1.99 is +199 %. Null if"
                + " nothing was new in the year before.")
        Double addedGrowth,
    @Description("All there was at the end of the year.") long stock,
    @Description(
            "Growth of the stock against the end of the year before, as a share. Null if there was"
                + " nothing then.")
        Double stockGrowth) {}
