package io.minigram.insights.calendar;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** The events of one bucket, all years together. */
@Description("The events of one bucket, all years together.")
public record FoldedBucket(
    @Description(
            "Its number, such as 7: quarter 1-4, month 1-12, day of the week 1 (Monday)-7, hour"
                + " 0-23.")
        int bucket,
    @NonNull @Description("The bucket as people call it: Q1, January, Monday or 00:00.")
        String label,
    @Description("Events in the bucket, such as 451.") long events,
    @Description(
            "Events that would be in it if they were spread evenly over the range, such as 424.6:"
                + " over its quarter-hours, so that a month of 28 days expects less than one of"
                + " 31.")
        double expectedEvents) {}
