package io.minigram.insights.audience;

import io.minigram.insights.definitions.InfluencerRule;
import io.minigram.insights.sql.AggregateQueries;
import io.minigram.insights.transactions.Snapshots;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;

/**
 * Sets of users that other questions are asked about, each worked out once an operation, however
 * many fields need it. All methods are to be called before anything is waited for.
 */
@Singleton
public class UserSetQueries extends AggregateQueries {

  private final String influencerIds = statement("/sql/audience/influencer_ids.sql");
  private final String standings = statement("/sql/audience/standings.sql");
  private final String newestDay = statement("/sql/audience/newest_day.sql");

  /** What is asked for once an operation. */
  private record InfluencerIds(InfluencerRule rule) {}

  private record StandingsOf(boolean neverPosted) {}

  private record NewestDay() {}

  UserSetQueries(Snapshots snapshots) {
    super(snapshots);
  }

  /** The ids of the influencers under a rule, the most followed first. */
  public Uni<Long[]> influencers(InfluencerRule rule) {
    return snapshot()
        .once(
            new InfluencerIds(rule),
            () ->
                rows(
                        influencerIds,
                        Tuple.of(rule.minFollowerShare().value(), rule.top()),
                        row -> row.getLong("user_id"))
                    .map((List<Long> ids) -> ids.toArray(Long[]::new)));
  }

  /** The cohort under a rule: its members, the most extreme first. */
  public Uni<Cohort> cohort(CohortRule rule) {
    var asked = new StandingsOf(rule.cohort() == CohortKind.NEVER_POSTED);
    var found =
        snapshot()
            .once(
                asked,
                () -> row(standings, Tuple.of(asked.neverPosted()), UserSetQueries::standings));
    var measuredOn = measuredOn(rule.measuredOn());
    return snapshot()
        .once(
            rule,
            () ->
                Uni.combine()
                    .all()
                    .unis(found, measuredOn)
                    .with((users, day) -> users.cohort(rule, day)));
  }

  /**
   * The UTC day at which activity rates are measured: the given one; if it is null, the day after
   * the newest event, which is null if nothing ever happened.
   */
  public Uni<LocalDate> measuredOn(LocalDate given) {
    if (given != null) {
      return Uni.createFrom().item(given);
    }
    return snapshot()
        .once(
            new NewestDay(),
            () -> row(newestDay, Tuple.tuple(), row -> new Newest(row.getInteger("day"))))
        .map(Newest::dayAfter);
  }

  /** A row's shape is never null, but its day may be. */
  private record Newest(Integer day) {

    LocalDate dayAfter() {
      return day == null ? null : LocalDate.ofEpochDay(day + 1L);
    }
  }

  private static Standings standings(Row row) {
    return Standings.of(row.getLong("users"), row.getBuffer("standings").getBytes());
  }
}
