package io.minigram.insights.audience;

import io.minigram.insights.sql.AggregateQueries;
import io.minigram.insights.transactions.Snapshots;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What sets of users are called and do. */
@Singleton
public class AudienceQueries extends AggregateQueries {

  private final String usernames = statement("/sql/audience/usernames.sql");
  private final String weekdays = statement("/sql/audience/weekdays.sql");

  /** What is asked for once an operation. */
  private record WeekdaysOf(CohortRule rule) {}

  AudienceQueries(Snapshots snapshots) {
    super(snapshots);
  }

  /** What users are called, by id; to be had now, and used once the ids are known. */
  Function<List<Long>, Uni<Map<Long, String>>> usernames() {
    var snapshot = snapshot();
    return ids ->
        snapshot
            .rows(
                usernames,
                Tuple.of(ids.toArray(Long[]::new)),
                row -> Map.entry(row.getLong("user_id"), row.getString("username")))
            .map(
                names ->
                    names.stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** What the members of a cohort did on each day of the week, Monday first. */
  public Uni<List<CohortDay>> weekdays(CohortRule rule, Uni<Cohort> cohort) {
    var snapshot = snapshot();
    return snapshot.once(
        new WeekdaysOf(rule),
        () ->
            cohort.flatMap(
                found -> snapshot.rows(weekdays, Tuple.of(found.ids()), AudienceQueries::day)));
  }

  private static CohortDay day(Row row) {
    return new CohortDay(
        Weekday.ofIso(row.getInteger("iso_day")),
        row.getLong("photos"),
        row.getLong("likes"),
        row.getLong("comments"),
        row.getLong("follows"));
  }
}
