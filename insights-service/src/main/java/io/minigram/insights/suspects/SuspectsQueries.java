package io.minigram.insights.suspects;

import io.minigram.insights.definitions.SuspectRule;
import io.minigram.insights.sql.AggregateQueries;
import io.minigram.insights.transactions.Snapshots;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;

/** Who is suspected to be a bot, for every question that depends on it. */
@Singleton
public class SuspectsQueries extends AggregateQueries {

  private final String published = statement("/sql/suspects/published.sql");
  private final String byLikedShare = statement("/sql/suspects/by_liked_share.sql");
  private final String smallerSide = statement("/sql/suspects/smaller_side.sql");

  /** What is asked for once an operation. */
  private record Ids(SuspectRule rule) {}

  private record SmallerSide(SuspectRule rule) {}

  /**
   * The suspects, or everyone else who liked or commented, whichever have fewer likes: what one did
   * is what all did less what the other did.
   *
   * @param ids ascending
   * @param isOthers whether it is everyone else
   */
  public record Side(Long[] ids, boolean isOthers) {}

  private record Member(Long id, boolean isOther) {}

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

  /**
   * Whose actions tell the suspects' from everyone else's, under a rule that is not materialised;
   * worked out once an operation. To be asked for before anything is waited for.
   */
  public Uni<Side> smallerSide(SuspectRule rule) {
    return snapshot()
        .once(
            new SmallerSide(rule),
            () ->
                rows(
                        smallerSide,
                        Tuple.of(rule.minLikedShare().value()),
                        row -> new Member(row.getLong("user_id"), row.getBoolean("is_others")))
                    .map(
                        // a single row without an id if nobody is on it
                        members ->
                            new Side(
                                members.stream()
                                    .map(Member::id)
                                    .filter(Objects::nonNull)
                                    .toArray(Long[]::new),
                                members.get(0).isOther())));
  }
}
