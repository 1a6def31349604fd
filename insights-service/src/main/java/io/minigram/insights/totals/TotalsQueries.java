package io.minigram.insights.totals;

import io.minigram.insights.sql.AggregateQueries;
import io.minigram.insights.transactions.Snapshots;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** How large the network is. */
@Singleton
public class TotalsQueries extends AggregateQueries {

  private final String totals = statement("/sql/totals/totals.sql");

  TotalsQueries(Snapshots snapshots) {
    super(snapshots);
  }

  public Uni<Totals> totals() {
    return row(totals, Tuple.tuple(), TotalsQueries::totals);
  }

  private static Totals totals(Row row) {
    return new Totals(
        row.getLong("users"),
        row.getLong("photos"),
        row.getLong("tags"),
        row.getLong("photo_tags"),
        row.getLong("likes"),
        row.getLong("comments"),
        row.getLong("follows"),
        row.getDouble("photos_per_user"),
        row.getDouble("likes_per_photo"),
        row.getDouble("comments_per_photo"));
  }
}
