package io.minigram.insights.audience;

import io.minigram.insights.definitions.CommentWeight;
import io.minigram.insights.definitions.InfluencerRule;
import io.minigram.insights.definitions.SuspectRule;
import io.minigram.insights.sql.AggregateQueries;
import io.minigram.insights.transactions.Snapshots;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

@Singleton
class AudienceQueries extends AggregateQueries {

  private final String influencers = statement("/sql/audience/influencers.sql");
  private final String cohort = statement("/sql/audience/cohort.sql");
  private final String cohortWeekdays = statement("/sql/audience/cohort_weekdays.sql");
  private final String activityMeans = statement("/sql/audience/activity_means.sql");
  private final String pairEngagement = statement("/sql/audience/pair_engagement.sql");

  AudienceQueries(Snapshots snapshots) {
    super(snapshots);
  }

  Uni<Influencers> influencers(InfluencerRule rule) {
    return rows(
            influencers,
            Tuple.of(rule.minFollowerShare().value(), rule.top()),
            row -> new Influencers(influencer(row), row.getDouble("share_of_users")))
        .map(
            rows ->
                new Influencers(
                    rows.stream().flatMap(row -> row.ranked().stream()).toList(),
                    rows.get(0).shareOfUsers()));
  }

  Uni<Cohort> cohort(CohortRule rule) {
    return rows(
            cohort,
            arguments(rule),
            row -> new Cohort(member(row), row.getLocalDate("measured_on")))
        .map(
            rows ->
                new Cohort(
                    rows.stream().flatMap(row -> row.members().stream()).toList(),
                    rows.get(0).measuredOn()));
  }

  Uni<List<CohortDay>> cohortWeekdays(CohortRule rule) {
    return rows(
        cohortWeekdays,
        arguments(rule),
        row ->
            new CohortDay(
                Weekday.ofIso(row.getInteger("iso_day")),
                row.getLong("photos"),
                row.getLong("likes"),
                row.getLong("comments"),
                row.getLong("follows")));
  }

  Uni<ActivityMeans> activityMeans(
      InfluencerRule influencerRule, SuspectRule suspectRule, LocalDate measuredOn) {
    return row(
        activityMeans,
        Tuple.of(
            influencerRule.minFollowerShare().value(),
            influencerRule.top(),
            suspectRule.minLikedShare().value(),
            measuredOn),
        row ->
            new ActivityMeans(
                row.getLocalDate("measured_on"),
                mean(row, "influencers"),
                mean(row, "others"),
                mean(row, "unsuspected")));
  }

  Uni<PairEngagement> pairEngagement(InfluencerRule rule, CommentWeight commentWeight) {
    return row(
        pairEngagement,
        Tuple.of(rule.minFollowerShare().value(), rule.top(), commentWeight.value()),
        row -> PairEngagement.of(pairs(row, "influencers"), pairs(row, "others")));
  }

  /** The row's influencer; none in the row that stands for an empty list. */
  private static List<Influencer> influencer(Row row) {
    return Stream.ofNullable(row.getLong("user_id"))
        .map(
            id ->
                new Influencer(
                    id,
                    row.getString("username"),
                    row.getLong("followers"),
                    row.getDouble("follower_share")))
        .toList();
  }

  /** The row's member; none in the row that stands for an empty list. */
  private static List<CohortMember> member(Row row) {
    return Stream.ofNullable(row.getLong("user_id"))
        .map(
            id ->
                new CohortMember(
                    id, row.getString("username"), row.getLong("activity"), row.getDouble("rate")))
        .toList();
  }

  private static ActivityMean mean(Row row, String group) {
    return new ActivityMean(
        row.getLong(group), row.getDouble(group + "_activity"), row.getDouble(group + "_rate"));
  }

  private static PairMean pairs(Row row, String group) {
    return new PairMean(
        row.getLong(group + "_pairs"),
        row.getDouble(group + "_mean"),
        row.getDouble(group + "_variance"));
  }

  private static Tuple arguments(CohortRule rule) {
    return Tuple.of(
        rule.cohort().name(),
        rule.measure().name(),
        rule.share().value(),
        rule.botLikeActivity(),
        rule.youngDays(),
        rule.measuredOn());
  }
}
