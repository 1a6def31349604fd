package io.minigram.botdetector.runs;

import io.minigram.botdetector.scoring.AccountActivity;
import io.minigram.edge.sql.SqlFile;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What a run reads and writes; every method joins the transaction of the run. */
@ApplicationScoped
class RunRepository {

  private static final String TRY_LOCK = read("/sql/runs/try_lock.sql");
  private static final String WATERMARK = read("/sql/runs/watermark.sql");
  private static final String ACCOUNT_ACTIVITY = read("/sql/runs/account_activity.sql");
  private static final String OPEN_REVIEWS = read("/sql/runs/open_reviews.sql");
  private static final String PURGE_SCORES = read("/sql/runs/purge_scores.sql");

  private final ScoringConfig config;

  RunRepository(ScoringConfig config) {
    if (config.evidenceMargin().signum() < 0) {
      throw new IllegalArgumentException(
          "minigram.scoring.evidence-margin must not be negative: " + config.evidenceMargin());
    }
    this.config = config;
  }

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

  Uni<Network> network() {
    return Panache.getSession()
        .flatMap(
            session -> session.createNativeQuery(ACCOUNT_ACTIVITY, Object[].class).getResultList())
        .map(RunRepository::network);
  }

  Uni<Void> store(List<ScoreEntity> scores) {
    // Panache takes no empty list.
    return scores.isEmpty() ? Uni.createFrom().voidItem() : PanacheEntityBase.persist(scores);
  }

  /**
   * Sees to it that each account that the run flagged has a case which names the run, and opens
   * those that were dismissed on less evidence again; gives the number of cases it opened.
   */
  Uni<Integer> openReviews(RunEntity run) {
    return Panache.getSession()
        .call(session -> session.flush())
        .flatMap(
            session ->
                session
                    .createNativeQuery(OPEN_REVIEWS)
                    .setParameter(1, run.id)
                    .setParameter(2, run.flagThreshold)
                    .setParameter(3, config.evidenceMargin())
                    .executeUpdate());
  }

  /** Removes the scores of all but the newest runs, except those that a review rests on. */
  Uni<Integer> purgeScores(int runsKept) {
    return Panache.getSession()
        .flatMap(
            session ->
                session.createNativeQuery(PURGE_SCORES).setParameter(1, runsKept).executeUpdate());
  }

  private static Network network(List<Object[]> rows) {
    var totals = rows.get(0);
    var accounts =
        rows.stream()
            .filter(row -> row[3] != null)
            .map(row -> new AccountActivity((Long) row[3], (Long) row[4]))
            .toList();
    return new Network(
        new Watermark((Long) totals[0], (Long) totals[1]), (Long) totals[2], accounts);
  }

  private static String read(String path) {
    return SqlFile.read(RunRepository.class, path);
  }
}
