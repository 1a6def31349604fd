package io.minigram.insights.calendar;

import static io.minigram.insights.calendar.CalendarComparison.assertFold;
import static io.minigram.insights.calendar.CalendarComparison.assertGrowth;
import static io.minigram.insights.calendar.CalendarComparison.assertSeries;

import io.minigram.insights.InsightsTest;
import io.minigram.insights.exactness.GeneratedFacts;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts on the calendar equal a plain recompute, on networks of which much is taken back. */
@InsightsTest
class CalendarExactnessTest {

  private static final List<String> SELECTIONS =
      List.of(
          "bots: INCLUDE",
          "bots: EXCLUDE",
          "bots: ONLY",
          "bots: EXCLUDE, suspects: DETECTOR",
          "bots: ONLY, suspects: DETECTOR",
          "bots: EXCLUDE, suspects: CONFIRMED",
          "bots: ONLY, minLikedShare: 0.1",
          "bots: EXCLUDE, minLikedShare: 0.02",
          "cohort: {group: NEVER_POSTED}",
          "cohort: {group: NEVER_POSTED}, bots: EXCLUDE, suspects: DETECTOR");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void countsAsAPlainRecomputeDoes(long seed) {
    GeneratedFacts.load(seed);

    for (var kind : EventKind.values()) {
      for (var selection : SELECTIONS) {
        assertSeries(kind, Granularity.YEAR, "UTC", null, null, selection);
        assertSeries(kind, Granularity.MONTH, "Asia/Kolkata", null, null, selection);
        assertSeries(kind, Granularity.DAY, "Europe/Berlin", "2023-01-01T00:00Z", null, selection);
      }
      for (var fold : Fold.values()) {
        // a range, so that not every quarter-hour from 1968 on has to be told in plain
        assertFold(kind, fold, "UTC", "2023-12-01T00:00Z", "2024-12-01T00:00Z", "bots: EXCLUDE");
        assertFold(kind, fold, "Asia/Kathmandu", "2023-12-01T00:00Z", null, "bots: INCLUDE");
      }
    }
    for (var pillar : Pillar.values()) {
      assertGrowth(pillar, GrowthPeriod.MONTH);
    }
  }
}
