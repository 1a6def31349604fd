package io.minigram.botdetector.suspects;

import io.minigram.edge.sql.SqlFile;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Publishes which accounts enter and leave the sets of suspects. Every method joins the transaction
 * that has changed the sets and has to be the last thing in it: from then on until it ends, no
 * other transaction publishes.
 */
@ApplicationScoped
public class SuspectsRepository {

  private static final String LOCK_CHANGES = read("/sql/suspects/lock_changes.sql");
  private static final String PUBLISH_CHANGES = read("/sql/suspects/publish_changes.sql");

  SuspectsRepository() {}

  /** Publishes what has changed, whichever account it is; gives the number of changes. */
  public Uni<Integer> publish() {
    return publish(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** Publishes what has changed for one account; gives the number of changes, 0 to 2. */
  public Uni<Integer> publish(long userId) {
    return publish(userId, userId);
  }

  private static Uni<Integer> publish(long lowest, long highest) {
    return Panache.getSession()
        // what is still to be written takes its locks now, before the one that has to be the last
        .call(session -> session.flush())
        .call(session -> session.createNativeQuery(LOCK_CHANGES, Boolean.class).getSingleResult())
        .flatMap(
            session ->
                session
                    .createNativeQuery(PUBLISH_CHANGES)
                    .setParameter(1, lowest)
                    .setParameter(2, highest)
                    .executeUpdate());
  }

  private static String read(String path) {
    return SqlFile.read(SuspectsRepository.class, path);
  }
}
