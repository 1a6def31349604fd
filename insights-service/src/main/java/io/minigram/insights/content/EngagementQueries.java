package io.minigram.insights.content;

import io.minigram.insights.definitions.EngagementRule;
import io.minigram.insights.sql.AggregateQueries;
import io.minigram.insights.transactions.Snapshot;
import io.minigram.insights.transactions.Snapshots;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;

/** Which photos are highly engaged, for every question that depends on it. */
@Singleton
public class EngagementQueries extends AggregateQueries {

  private final String leastEngagement = statement("/sql/content/least_engagement.sql");
  private final String engagedPhotos = statement("/sql/content/engaged_photos.sql");

  EngagementQueries(Snapshots snapshots) {
    super(snapshots);
  }

  /**
   * What the first photos of an order have at least.
   *
   * @param photos photos that there are
   * @param wanted photos that are wanted of them
   * @param sum none of those wanted has less; null if none is
   */
  record Least(long photos, long wanted, Long sum) {}

  /**
   * The highly engaged photos under a rule, the most engaged first; found once an operation. To be
   * asked for before anything is waited for.
   */
  public Uni<List<EngagedPhoto>> photos(EngagementRule rule) {
    var snapshot = snapshot();
    return snapshot.once(rule, () -> find(snapshot, rule));
  }

  /** The least of a number of photos, by any weights. */
  static Tuple first(Weights weights, int photos) {
    return Tuple.of(weights.like(), weights.comment(), null, photos);
  }

  /** The least of the first photos, by any weights; arguments as of {@link #first}. */
  Uni<Least> least(Tuple arguments) {
    return least(snapshot(), arguments);
  }

  private Uni<Least> least(Snapshot snapshot, Tuple arguments) {
    return snapshot
        .rows(
            leastEngagement,
            arguments,
            row -> new Least(row.getLong("photos"), row.getLong("wanted"), row.getLong("least")))
        .map(rows -> rows.get(0));
  }

  private Uni<List<EngagedPhoto>> find(Snapshot snapshot, EngagementRule rule) {
    var weights = Weights.of(rule.commentWeight());
    if (rule.minEngagement() != null) {
      return find(snapshot, weights, weights.sum(rule.minEngagement()), Long.MAX_VALUE);
    }
    var share = Tuple.of(weights.like(), weights.comment(), rule.share().value(), null);
    return least(snapshot, share)
        .flatMap(
            least ->
                least.sum() == null
                    ? Uni.createFrom().item(List.of())
                    // photos without engagement are not highly engaged
                    : find(snapshot, weights, Math.max(1, least.sum()), least.wanted()));
  }

  private Uni<List<EngagedPhoto>> find(
      Snapshot snapshot, Weights weights, long leastSum, long photos) {
    return snapshot.rows(
        engagedPhotos,
        Tuple.of(
            weights.like(), weights.comment(), weights.leastOfIndex(leastSum), leastSum, photos),
        EngagementQueries::engagedPhoto);
  }

  private static EngagedPhoto engagedPhoto(Row row) {
    return new EngagedPhoto(
        row.getLong("photo_id"),
        row.getOffsetDateTime("created_at"),
        row.getLong("engagement"),
        row.getLong("rank"),
        row.getLong("likes"),
        List.of(row.getArrayOfLongs("tag_ids")));
  }
}
