package io.minigram.insights.rolling;

import io.minigram.workbench.testing.OwnerDatabase;
import io.quarkus.arc.Arc;
import java.time.Duration;
import java.util.List;

/** Rolls up what tests have put into the facts; the service's own roller is off in tests. */
public final class RollUps {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  private RollUps() {}

  /**
   * Rolls up all facts anew, whatever was changed in them by hand: the batches are told again from
   * their rows.
   */
  public static void rebuild() {
    OwnerDatabase.clearRollUps();
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
    roll();
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

  private static RollWriter writer() {
    return Arc.container().instance(RollWriter.class).get();
  }
}
