package io.minigram.insights.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.Locale;
import org.eclipse.microprofile.graphql.Description;

/** What all years are laid over each other by. */
@Description("What all years are laid over each other by, such as DAY_OF_WEEK.")
public enum Fold {
  @Description("Quarter of the year, 1 to 4.")
  QUARTER(CalendarUnit.MONTH, Granularity.QUARTER, 1, 4) {
    @Override
    int bucket(LocalDateTime time) {
      return time.get(IsoFields.QUARTER_OF_YEAR);
    }

    @Override
    String label(int bucket) {
      return "Q" + bucket;
    }
  },
  @Description("Month of the year, 1 to 12.")
  MONTH(CalendarUnit.MONTH, Granularity.MONTH, 1, 12) {
    @Override
    int bucket(LocalDateTime time) {
      return time.getMonthValue();
    }

    @Override
    String label(int bucket) {
      return Month.of(bucket).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
  },
  @Description("Day of the week, 1 (Monday) to 7 (Sunday).")
  DAY_OF_WEEK(CalendarUnit.DAY_OF_WEEK, Granularity.DAY, 1, 7) {
    @Override
    int bucket(LocalDateTime time) {
      return time.getDayOfWeek().getValue();
    }

    @Override
    String label(int bucket) {
      return DayOfWeek.of(bucket).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
  },
  @Description("Hour of the day, 0 to 23.")
  HOUR(CalendarUnit.HOUR, Granularity.YEAR, 0, 23) {
    @Override
    int bucket(LocalDateTime time) {
      return time.getHour();
    }

    @Override
    String label(int bucket) {
      return "%02d:00".formatted(bucket);
    }
  };

  private final CalendarUnit unit;
  private final Granularity longest;
  private final int first;
  private final int last;

  Fold(CalendarUnit unit, Granularity longest, int first, int last) {
    this.unit = unit;
    this.longest = longest;
    this.first = first;
    this.last = last;
  }

  /** What the UTC calendar counts that these buckets can be made of. */
  CalendarUnit unit() {
    return unit;
  }

  /** The longest periods that can be counted instead of days; for hours, any. */
  Granularity longest() {
    return longest;
  }

  /** The bucket in which a slot of the unit lies. */
  int bucketOfSlot(int slot) {
    return switch (unit) {
      case MONTH -> bucket(CalendarMonth.start(slot));
      case DAY -> bucket(LocalDate.ofEpochDay(slot).atStartOfDay());
      case DAY_OF_WEEK, HOUR -> slot;
    };
  }

  /** The lowest number of a bucket. */
  int first() {
    return first;
  }

  /** The highest number of a bucket. */
  int last() {
    return last;
  }

  /** The bucket in which a time lies. */
  abstract int bucket(LocalDateTime time);

  /** How people call the bucket. */
  abstract String label(int bucket);
}
