package io.minigram.insights.calendar;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import org.eclipse.microprofile.graphql.Description;

/** How long a period of a series is. */
@Description("How long a period of a series is, such as MONTH.")
public enum Granularity {
  @Description(
      "A quarter of an hour, labelled as in 2024-01-31T14:15+01:00. One that the clock shows twice"
          + " is two periods.")
  QUARTER_HOUR {
    @Override
    LocalDateTime start(LocalDateTime time) {
      return time.truncatedTo(ChronoUnit.HOURS).plusMinutes(time.getMinute() / 15 * 15L);
    }

    @Override
    LocalDateTime next(LocalDateTime start) {
      return start.plusMinutes(15);
    }

    @Override
    String label(OffsetDateTime start) {
      return start.toString();
    }
  },
  @Description(
      "An hour, labelled as in 2024-01-31T14:00+01:00. One that the clock shows twice is two"
          + " periods.")
  HOUR {
    @Override
    LocalDateTime start(LocalDateTime time) {
      return time.truncatedTo(ChronoUnit.HOURS);
    }

    @Override
    LocalDateTime next(LocalDateTime start) {
      return start.plusHours(1);
    }

    @Override
    String label(OffsetDateTime start) {
      return start.toString();
    }
  },
  @Description("A day, labelled as in 2024-01-31; of 23 or 25 hours where clocks are changed.")
  DAY {
    @Override
    LocalDateTime start(LocalDateTime time) {
      return time.truncatedTo(ChronoUnit.DAYS);
    }

    @Override
    LocalDateTime next(LocalDateTime start) {
      return start.plusDays(1);
    }

    @Override
    String label(OffsetDateTime start) {
      return start.toLocalDate().toString();
    }
  },
  @Description("A week from Monday on, labelled by ISO 8601 as in 2024-W05.")
  WEEK {
    @Override
    LocalDateTime start(LocalDateTime time) {
      return DAY.start(time).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    @Override
    LocalDateTime next(LocalDateTime start) {
      return start.plusWeeks(1);
    }

    @Override
    String label(OffsetDateTime start) {
      return "%04d-W%02d"
          .formatted(
              start.get(IsoFields.WEEK_BASED_YEAR), start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
  },
  @Description("A calendar month, labelled as in 2024-01.")
  MONTH {
    @Override
    LocalDateTime start(LocalDateTime time) {
      return DAY.start(time).withDayOfMonth(1);
    }

    @Override
    LocalDateTime next(LocalDateTime start) {
      return start.plusMonths(1);
    }

    @Override
    String label(OffsetDateTime start) {
      return DateTimeFormatter.ofPattern("uuuu-MM").format(start);
    }
  },
  @Description("A quarter of a calendar year, labelled as in 2024-Q1.")
  QUARTER {
    @Override
    LocalDateTime start(LocalDateTime time) {
      return MONTH.start(time).withMonth(time.getMonth().firstMonthOfQuarter().getValue());
    }

    @Override
    LocalDateTime next(LocalDateTime start) {
      return start.plusMonths(3);
    }

    @Override
    String label(OffsetDateTime start) {
      return DateTimeFormatter.ofPattern("uuuu-'Q'Q").format(start);
    }
  },
  @Description("A calendar year, labelled as in 2024.")
  YEAR {
    @Override
    LocalDateTime start(LocalDateTime time) {
      return DAY.start(time).withDayOfYear(1);
    }

    @Override
    LocalDateTime next(LocalDateTime start) {
      return start.plusYears(1);
    }

    @Override
    String label(OffsetDateTime start) {
      return DateTimeFormatter.ofPattern("uuuu").format(start);
    }
  };

  /** Where the period begins in which a time lies. */
  abstract LocalDateTime start(LocalDateTime time);

  /** Where the period after the one with this start begins. */
  abstract LocalDateTime next(LocalDateTime start);

  /** How people write the period with this start. */
  abstract String label(OffsetDateTime start);

  /** Whether a period is a part of a day, of which there can be two when clocks are put back. */
  boolean isOfTheClock() {
    return compareTo(DAY) < 0;
  }

  /** Whether a period is made of whole months. */
  boolean isOfMonths() {
    return compareTo(MONTH) >= 0;
  }
}
