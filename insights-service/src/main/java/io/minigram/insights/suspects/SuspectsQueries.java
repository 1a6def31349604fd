package io.minigram.insights.suspects;

import io.minigram.insights.definitions.SuspectRule;
import io.minigram.insights.sql.AggregateQueries;
import io.minigram.insights.transactions.Snapshots;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;

/** Who is suspected to be a bot, for every question that depends on it. */
@Singleton
public class SuspectsQueries extends AggregateQueries {

  private final String published = statement("/sql/suspects/published.sql");
  private final String byLikedShare = statement("/sql/suspects/by_liked_share.sql");

  /** What is asked for once an operation. */
  private record Ids(SuspectRule rule) {}

  SuspectsQueries(Snapshots snapshots) {
    super(snapshots);
  }

  /**
   * The ids of all suspects under a rule, ascending; worked out once an operation. To be asked for
   * before anything is waited for.
   */
  public Uni<Long[]> ids(SuspectRule rule) {
    return snapshot()
        .once(
            new Ids(rule),
            () ->
                rows(
                        rule.isMaterialised() ? published : byLikedShare,
                        rule.isMaterialised()
                            ? Tuple.of(rule.set().name())
                            : Tuple.of(rule.minLikedShare().value()),
                        row -> row.getLong("user_id"))
                    .map((List<Long> ids) -> ids.toArray(Long[]::new)));
  }
}
