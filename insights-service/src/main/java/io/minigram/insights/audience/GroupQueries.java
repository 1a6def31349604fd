package io.minigram.insights.audience;

import io.minigram.insights.definitions.InfluencerRule;
import io.minigram.insights.definitions.Share;
import io.minigram.insights.definitions.UserSet;
import io.minigram.insights.definitions.UserSets;
import io.minigram.insights.sql.AggregateQueries;
import io.minigram.insights.transactions.Snapshots;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class GroupQueries extends AggregateQueries implements UserSets {

  private final String byActivity = statement("/sql/audience/group_by_activity.sql");
  private final String influencers = statement("/sql/audience/group_of_influencers.sql");
  private final String neverPosted = statement("/sql/audience/group_never_posted.sql");

  /** What is asked for once an operation. */
  private record Ids(UserSet set) {}

  GroupQueries(Snapshots snapshots) {
    super(snapshots);
  }

  @Override
  public Uni<Long[]> ids(UserSet set) {
    return snapshot()
        .once(
            new Ids(set),
            () ->
                switch (set.group()) {
                  case ACTIVE_BY_ACTIVITY ->
                      byActivity(rule(set, CohortKind.ACTIVE, Measure.ACTIVITY));
                  case INACTIVE_BY_ACTIVITY ->
                      byActivity(rule(set, CohortKind.INACTIVE, Measure.ACTIVITY));
                  case ACTIVE_BY_RATE -> byActivity(rule(set, CohortKind.ACTIVE, Measure.RATE));
                  case INACTIVE_BY_RATE ->
                      byActivity(rule(set, CohortKind.INACTIVE, Measure.RATE));
                  case INFLUENCERS -> influencers(set.influencers());
                  case NEVER_POSTED -> ids(neverPosted, Tuple.tuple());
                });
  }

  private static CohortRule rule(UserSet set, CohortKind kind, Measure measure) {
    return new CohortRule(
        kind,
        measure,
        Share.of("share", set.share()),
        set.botLikeActivity(),
        set.youngDays(),
        set.measuredOn());
  }

  private Uni<Long[]> byActivity(CohortRule rule) {
    return ids(
        byActivity,
        Tuple.of(
            rule.cohort().name(),
            rule.measure().name(),
            rule.share().value(),
            rule.botLikeActivity(),
            rule.youngDays(),
            rule.measuredOn()));
  }

  private Uni<Long[]> influencers(InfluencerRule rule) {
    return ids(influencers, Tuple.of(rule.minFollowerShare().value(), rule.top()));
  }

  private Uni<Long[]> ids(String statement, Tuple arguments) {
    return rows(statement, arguments, row -> row.getLong("user_id"))
        .map((List<Long> ids) -> ids.toArray(Long[]::new));
  }
}
