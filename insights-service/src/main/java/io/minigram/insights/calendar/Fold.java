package io.minigram.insights.calendar;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import org.eclipse.microprofile.graphql.Description;

/** What all years are laid over each other by. */
@Description("What all years are laid over each other by.")
public enum Fold {
  @Description("Quarter of the year, 1 to 4.")
  QUARTER {
    @Override
    String label(int bucket) {
      return "Q" + bucket;
    }
  },
  @Description("Month of the year, 1 to 12.")
  MONTH {
    @Override
    String label(int bucket) {
      return Month.of(bucket).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
  },
  @Description("Day of the week, 1 (Monday) to 7 (Sunday).")
  DAY_OF_WEEK {
    @Override
    String label(int bucket) {
      return DayOfWeek.of(bucket).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
  },
  @Description("Hour of the day, 0 to 23.")
  HOUR {
    @Override
    String label(int bucket) {
      return "%02d:00".formatted(bucket);
    }
  };

  /** How people call the bucket. */
  abstract String label(int bucket);
}
