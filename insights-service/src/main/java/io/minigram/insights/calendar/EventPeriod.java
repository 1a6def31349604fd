package io.minigram.insights.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** The events of one period of a series. */
@Description("The events of one period of a series.")
public record EventPeriod(
    @NonNull
        @Description("When the period begins, by the time zone, such as 2024-01-01T00:00:00+05:30.")
        OffsetDateTime startsAt,
    @NonNull @Description("Day on which the period begins, by the time zone, such as 2024-01-01.")
        LocalDate startsOn,
    @NonNull
        @Description(
            "The period as people write it: 2024, 2024-Q1, 2024-01, 2024-W05, 2024-01-31 or"
                + " 2024-01-31T14:15+05:30.")
        String label,
    @Description("Events in the period, as far as it lies in the range, such as 481.")
        long events) {

  static EventPeriod of(
      OffsetDateTime startsAt, LocalDateTime start, Granularity granularity, long events) {
    return new EventPeriod(
        startsAt,
        start.toLocalDate(),
        granularity.isOfTheClock()
            ? granularity.label(startsAt)
            : granularity.label(start.atOffset(startsAt.getOffset())),
        events);
  }
}
