package io.minigram.insights.live;

import io.minigram.edge.error.Outage;
import io.minigram.edge.sql.SqlFile;
import io.minigram.insights.transactions.AsOf;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;

/** Looks for new figures on behalf of all who listen: one statement, however many they are. */
@Singleton
class LiveQueries {

  private final String headline = SqlFile.read(LiveQueries.class, "/sql/live/headline.sql");
  private final Pool pool;
  private final Multi<Headline> changes;

  LiveQueries(Pool pool, LiveConfig config) {
    this.pool = pool;
    this.changes =
        Multi.createFrom()
            .ticks()
            .every(config.every())
            .onOverflow()
            .drop()
            .onItem()
            .transformToUniAndConcatenate(tick -> headline())
            .broadcast()
            .withCancellationAfterLastSubscriberDeparture()
            .toAllSubscribers();
  }

  /** The figures at once, and again with each version that follows. */
  Multi<Headline> headlines() {
    return Multi.createBy()
        .concatenating()
        .streams(headline().toMulti(), changes)
        .skip()
        .repetitions(Comparator.comparingLong(headline -> headline.asOf().version()));
  }

  private Uni<Headline> headline() {
    return pool.preparedQuery(headline)
        .execute()
        .map(answer -> shape(answer.iterator().next()))
        // whoever listens goes on listening: the figures come when the database is back
        .onFailure(Outage::isBehind)
        .retry()
        .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(2))
        .indefinitely();
  }

  private static Headline shape(Row row) {
    return new Headline(
        new AsOf(row.getLong("version"), row.getOffsetDateTime("as_of")),
        row.getLong("users"),
        row.getLong("photos"),
        row.getLong("likes"),
        row.getLong("comments"),
        row.getLong("follows"),
        row.getLong("suspected_bots"));
  }
}
