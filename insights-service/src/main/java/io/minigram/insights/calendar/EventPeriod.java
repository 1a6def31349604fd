package io.minigram.insights.calendar;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** The events of one period of a series. */
@Description("The events of one period of a series.")
public record EventPeriod(
    @NonNull @Description("First day of the period, UTC.") LocalDate startsOn,
    @NonNull @Description("The period as people write it: 2024, 2024-Q1 or 2024-01.") String label,
    @Description("Events in the period.") long events) {}
