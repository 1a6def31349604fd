package io.minigram.insights.calendar;

import io.minigram.insights.transactions.Snapshots;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** How the network grows. */
@Singleton
public class Growth {

  private final Snapshots snapshots;
  private final CalendarQueries queries;

  Growth(Snapshots snapshots, CalendarQueries queries) {
    this.snapshots = snapshots;
    this.queries = queries;
  }

  /** Every period from the first to the last with something new, in order. */
  public Uni<List<YearGrowth>> growth(Pillar pillar, Granularity granularity) {
    var snapshot = snapshots.current();
    var kinds =
        pillar.kinds().stream()
            .map(kind -> queries.slots(snapshot, kind, Actors.Rolled.EVERYONE, CalendarUnit.MONTH))
            .toList();
    return Uni.join()
        .all(kinds)
        .andFailFast()
        .map(
            all -> {
              var added = new TreeMap<LocalDateTime, Long>();
              for (var months : all) {
                months.forEach(
                    (slot, events) ->
                        added.merge(
                            granularity.start(CalendarMonth.start(slot)), events, Long::sum));
              }
              return compared(added, granularity);
            });
  }

  private static List<YearGrowth> compared(
      TreeMap<LocalDateTime, Long> added, Granularity granularity) {
    var periods = new ArrayList<YearGrowth>();
    if (added.isEmpty()) {
      return List.of();
    }
    long addedBefore = 0;
    long stock = 0;
    for (var start = added.firstKey();
        !start.isAfter(added.lastKey());
        start = granularity.next(start)) {
      if (periods.size() == EventSeries.MOST_PERIODS) {
        throw EventSeries.tooMany(granularity);
      }
      long now = added.getOrDefault(start, 0L);
      periods.add(
          new YearGrowth(
              start.getYear(),
              start.toLocalDate(),
              granularity.label(start.atOffset(ZoneOffset.UTC)),
              now,
              growth(now, addedBefore),
              stock + now,
              growth(stock + now, stock)));
      addedBefore = now;
      stock += now;
    }
    return List.copyOf(periods);
  }

  private static Double growth(long now, long before) {
    return before == 0 ? null : (double) (now - before) / before;
  }
}
