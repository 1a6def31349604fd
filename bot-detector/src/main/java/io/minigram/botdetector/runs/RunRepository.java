package io.minigram.botdetector.runs;

import io.minigram.edge.sql.SqlFile;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a run reads and writes; every method joins the transaction of the run. */
@ApplicationScoped
class RunRepository {

  private static final String TRY_LOCK = read("/sql/runs/try_lock.sql");
  private static final String WATERMARK = read("/sql/runs/watermark.sql");
  private static final String FLAGGED_BY_RUN = read("/sql/runs/flagged_by_run.sql");
  private static final String STORE_SCORES = read("/sql/runs/store_scores.sql");
  private static final String STORE_RINGS = read("/sql/runs/store_rings.sql");
  private static final String OPEN_REVIEWS = read("/sql/runs/open_reviews.sql");
  private static final String PURGE_SCORES = read("/sql/runs/purge_scores.sql");
  private static final String PURGE_RINGS = read("/sql/runs/purge_rings.sql");

  /** Scores or rings that go into the database with one statement. */
  private static final int TOGETHER = 500;

  /**
   * Makes this transaction the only run in the cluster until it ends; false if there is another.
   */
  Uni<Boolean> tryLock() {
    return Panache.getSession()
        .flatMap(session -> session.createNativeQuery(TRY_LOCK, Boolean.class).getSingleResult());
  }

  /** The last run, or null before the first. */
  Uni<RunEntity> last() {
    return RunEntity.<RunEntity>findAll(Sort.descending("id")).firstResult();
  }

  Uni<Watermark> watermark() {
    return Panache.getSession()
        .flatMap(session -> session.createNativeQuery(WATERMARK, Object[].class).getSingleResult())
        .map(row -> new Watermark((Long) row[0], (Long) row[1]));
  }

  /** The ids of the accounts that a run flagged; none if there is no run. */
  Uni<Set<Long>> flaggedBy(RunEntity run) {
    if (run == null) {
      return Uni.createFrom().item(Set.of());
    }
    return Panache.getSession()
        .flatMap(
            session ->
                session
                    .createNativeQuery(FLAGGED_BY_RUN, Long.class)
                    .setParameter(1, run.id)
                    .setParameter(2, run.flagThreshold)
                    .getResultList())
        .map(Set::copyOf);
  }

  /** Stores what a run found. */
  Uni<Void> store(RunEntity run, Findings findings) {
    var read = findings.read();
    var scores =
        findings.stored().stream()
            .map(
                finding ->
                    StoredFinding.score(
                        finding, findings.detection().evidence(finding.account()), read))
            .toList();
    var rings = new ArrayList<JsonObject>();
    for (var ring : findings.rings()) {
      rings.add(StoredFinding.ring(rings.size() + 1, ring, read));
    }
    return Panache.getSession()
        .call(session -> session.flush())
        .chain(() -> store(run, STORE_SCORES, scores))
        .chain(() -> store(run, STORE_RINGS, rings));
  }

  private static Uni<Void> store(RunEntity run, String statement, List<JsonObject> found) {
    Uni<Void> stored = Uni.createFrom().voidItem();
    for (int from = 0; from < found.size(); from += TOGETHER) {
      var some = new JsonArray(found.subList(from, Math.min(found.size(), from + TOGETHER)));
      stored =
          stored
              .chain(Panache::getSession)
              .flatMap(
                  session ->
                      session
                          .createNativeQuery(statement)
                          .setParameter(1, run.id)
                          .setParameter(2, some.encode())
                          .executeUpdate())
              .replaceWithVoid();
    }
    return stored;
  }

  /** Sees to it that each account that the run flagged has a review, and that it names the run. */
  Uni<Integer> openReviews(RunEntity run) {
    return Panache.getSession()
        .call(session -> session.flush())
        .flatMap(
            session ->
                session
                    .createNativeQuery(OPEN_REVIEWS)
                    .setParameter(1, run.id)
                    .setParameter(2, run.flagThreshold)
                    .executeUpdate());
  }

  /**
   * Removes the scores and rings of all but the newest runs, except the scores that a review rests
   * on.
   */
  Uni<Void> purge(int runsKept) {
    return purge(PURGE_SCORES, runsKept).chain(() -> purge(PURGE_RINGS, runsKept));
  }

  private static Uni<Void> purge(String statement, int runsKept) {
    return Panache.getSession()
        .flatMap(
            session ->
                session.createNativeQuery(statement).setParameter(1, runsKept).executeUpdate())
        .replaceWithVoid();
  }

  private static String read(String path) {
    return SqlFile.read(RunRepository.class, path);
  }
}
