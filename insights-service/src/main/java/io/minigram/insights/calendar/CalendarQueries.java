package io.minigram.insights.calendar;

import io.minigram.insights.definitions.SuspectRule;
import io.minigram.insights.sql.AggregateQueries;
import io.minigram.insights.transactions.Snapshots;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class CalendarQueries extends AggregateQueries {

  private final String eventSeries = statement("/sql/calendar/event_series.sql");
  private final String eventFold = statement("/sql/calendar/event_fold.sql");
  private final String growth = statement("/sql/calendar/growth.sql");

  CalendarQueries(Snapshots snapshots) {
    super(snapshots);
  }

  Uni<List<EventPeriod>> series(
      EventKind kind, Granularity granularity, Bots bots, SuspectRule suspects) {
    return rows(
        eventSeries,
        Tuple.of(kind.name(), granularity.name(), bots.name(), suspects.minLikedShare().value()),
        row ->
            new EventPeriod(
                row.getLocalDate("starts_on"), row.getString("label"), row.getLong("events")));
  }

  Uni<List<FoldedBucket>> fold(EventKind kind, Fold fold, Bots bots, SuspectRule suspects) {
    return rows(
        eventFold,
        Tuple.of(kind.name(), fold.name(), bots.name(), suspects.minLikedShare().value()),
        row -> {
          int bucket = row.getInteger("bucket");
          return new FoldedBucket(
              bucket, fold.label(bucket), row.getLong("events"), row.getDouble("expected_events"));
        });
  }

  Uni<List<YearGrowth>> growth(Pillar pillar) {
    return rows(growth, Tuple.of(pillar.name()), CalendarQueries::yearGrowth);
  }

  private static YearGrowth yearGrowth(Row row) {
    return new YearGrowth(
        row.getInteger("year"),
        row.getLong("added"),
        row.getDouble("added_growth"),
        row.getLong("stock"),
        row.getDouble("stock_growth"));
  }
}
