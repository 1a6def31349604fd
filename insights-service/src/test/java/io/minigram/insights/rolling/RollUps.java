package io.minigram.insights.rolling;

import io.minigram.workbench.testing.OwnerDatabase;
import io.quarkus.arc.Arc;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Rolls up what tests have put into the facts; the service's own roller is off in tests. */
public final class RollUps {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  private RollUps() {}

  /** Rolls up all facts anew, whatever was changed in them by hand. */
  public static void rebuild() {
    OwnerDatabase.clearRollUps();
    tellBatches();
    roll();
  }

  /** Tells the batches again from the rows that were put into the facts by hand. */
  public static void tellBatches() {
    OwnerDatabase.execute(
        """
        truncate facts.batch;
        insert into facts.batch
          (id, users, photos, tags, photo_tags, likes, comments, follows, retractions)
        select
          part.batch_id, sum(part.users), sum(part.photos), sum(part.tags), sum(part.photo_tags),
          sum(part.likes), sum(part.comments), sum(part.follows), sum(part.retractions)
        from (
          select batch_id, 1, 0, 0, 0, 0, 0, 0, 0 from facts.users
          union all select batch_id, 0, 1, 0, 0, 0, 0, 0, 0 from facts.photos
          union all select batch_id, 0, 0, 1, 0, 0, 0, 0, 0 from facts.tags
          union all select batch_id, 0, 0, 0, 1, 0, 0, 0, 0 from facts.photo_tags
          union all select batch_id, 0, 0, 0, 0, 1, 0, 0, 0 from facts.likes
          union all select batch_id, 0, 0, 0, 0, 0, 1, 0, 0 from facts.comments
          union all select batch_id, 0, 0, 0, 0, 0, 0, 1, 0 from facts.follows
          union all
          select
            origin_batch_id, (fact = 'USERS')::int, (fact = 'PHOTOS')::int, 0,
            (fact = 'PHOTO_TAGS')::int, (fact = 'LIKES')::int, (fact = 'COMMENTS')::int,
            (fact = 'FOLLOWS')::int, 0
          from facts.retraction
          union all select batch_id, 0, 0, 0, 0, 0, 0, 0, 1 from facts.retraction
        ) as part
          (batch_id, users, photos, tags, photo_tags, likes, comments, follows, retractions)
        group by part.batch_id
        """);
  }

  /** Until there is nothing left to roll. */
  public static void roll() {
    while (writer().roll().await().atMost(LIMIT).batches() > 0) {
      // a roll is one transaction of some rows
    }
  }

  /**
   * Those of the given batches that can be rolled, in one transaction.
   *
   * @return how many could
   */
  public static int roll(List<Long> batches) {
    return writer().roll(batches).await().atMost(LIMIT).batches();
  }

  /** Gives up the lead, so that another instance can take it. */
  public static void release() {
    writer().close().await().atMost(LIMIT);
  }

  /** Another instance of the service's roller. */
  public static Instance instance(int rows) {
    return new Instance(rows);
  }

  /** A roller that may lead or not. */
  public static final class Instance implements AutoCloseable {

    private final RollWriter writer;

    private Instance(int rows) {
      var pool = Arc.container().instance(Pool.class).get();
      writer = new RollWriter(pool, new Limits(rows));
    }

    /** One transaction; whether it folded something in. */
    public boolean roll() {
      return writer.roll().await().atMost(LIMIT).batches() > 0;
    }

    /** Begins one transaction; ends with whether it folded something in, or fails. */
    public CompletableFuture<Boolean> begin() {
      return writer.roll().map(roll -> roll.batches() > 0).subscribeAsCompletionStage();
    }

    /** Tries to roll, and tells whether it is this instance that may. */
    public boolean leads() {
      return writer.roll().await().atMost(LIMIT).isLeading();
    }

    @Override
    public void close() {
      writer.close().await().atMost(LIMIT);
    }
  }

  private record Limits(int rows) implements RollingConfig {

    @Override
    public boolean enabled() {
      return true;
    }

    @Override
    public Duration every() {
      return Duration.ofMillis(1);
    }
  }

  private static RollWriter writer() {
    return Arc.container().instance(RollWriter.class).get();
  }
}
