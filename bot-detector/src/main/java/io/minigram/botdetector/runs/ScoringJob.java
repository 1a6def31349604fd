package io.minigram.botdetector.runs;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.minigram.botdetector.runs.RunOutcome.Kind;
import io.minigram.botdetector.scoring.Baseline;
import io.minigram.botdetector.scoring.LikedShare;
import io.minigram.botdetector.scoring.Score;
import io.minigram.botdetector.scoring.Scorer;
import io.minigram.botdetector.suspects.SuspectsRepository;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Scores every account when something new is there. A run is one transaction: readers see all of it
 * or nothing, and the lock that keeps other replicas out goes with it, however it ends.
 */
@ApplicationScoped
class ScoringJob {

  private static final Logger LOG = Logger.getLogger(ScoringJob.class);

  private final Scorer scorer = new Scorer(List.of(new LikedShare()));
  private final ScoringConfig config;
  private final RunRepository repository;
  private final SuspectsRepository suspects;
  private final Clock clock;

  ScoringJob(
      ScoringConfig config, RunRepository repository, SuspectsRepository suspects, Clock clock) {
    this.config = config;
    this.repository = repository;
    this.suspects = suspects;
    this.clock = clock;
  }

  @Scheduled(every = "{minigram.scoring.every}", concurrentExecution = SKIP)
  Uni<Void> tick() {
    return Uni.createFrom()
        .deferred(this::run)
        .replaceWithVoid()
        .onFailure()
        .invoke(e -> LOG.error("A scoring run failed; the next one is tried on schedule", e))
        .onFailure()
        .recoverWithNull();
  }

  /** A run, unless nothing has changed since the last one or another one is going. */
  Uni<RunOutcome> run() {
    return runIfNew().invoke(ScoringJob::log);
  }

  @WithTransaction
  Uni<RunOutcome> runIfNew() {
    var parameters = RunParameters.of(config);
    return repository
        .tryLock()
        .flatMap(
            locked ->
                locked
                    ? Uni.combine()
                        .all()
                        .unis(repository.last(), repository.watermark())
                        .usingConcurrencyOf(1)
                        .asTuple()
                        .flatMap(
                            seen ->
                                isNew(seen.getItem1(), seen.getItem2(), parameters)
                                    ? score(parameters)
                                    : outcome(Kind.NOTHING_NEW, seen.getItem1()))
                        // Also where nothing is new: while a cluster is renewed, a replica that
                        // publishes nothing may have scored or taken decisions since the migration.
                        .call(() -> suspects.publish())
                    : outcome(Kind.BUSY, null));
  }

  private static boolean isNew(RunEntity last, Watermark watermark, RunParameters parameters) {
    return last == null
        || !last.watermark().equals(watermark)
        || !last.parameters().sameAs(parameters);
  }

  private Uni<RunOutcome> score(RunParameters parameters) {
    var startedAt = now();
    return repository.network().flatMap(network -> score(network, parameters, startedAt));
  }

  private Uni<RunOutcome> score(Network network, RunParameters parameters, Instant startedAt) {
    var baseline = new Baseline(network.photos(), parameters.minShare());
    var scores =
        network.accounts().stream()
            .map(account -> scorer.score(account, baseline, startedAt))
            .filter(score -> score.reaches(parameters.storedFrom()))
            .toList();

    var run = new RunEntity();
    run.startedAt = startedAt;
    run.finishedAt = now();
    run.batches = network.watermark().batches();
    run.highestBatch = network.watermark().highestBatch();
    run.photos = network.photos();
    run.likes = network.likes();
    run.accounts = network.accounts().size();
    run.flagged = scores.stream().filter(s -> s.reaches(parameters.flagThreshold())).count();
    run.minShare = parameters.minShare();
    run.flagThreshold = parameters.flagThreshold();
    run.storedFrom = parameters.storedFrom();
    return run.<RunEntity>persist()
        .call(saved -> repository.store(entities(saved.id, scores)))
        .call(saved -> repository.openReviews(saved))
        .call(() -> repository.purgeScores(config.runsKept()))
        .flatMap(saved -> outcome(Kind.SCORED, saved));
  }

  /** As exact as the database keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static List<ScoreEntity> entities(long runId, List<Score> scores) {
    return scores.stream().map(score -> ScoreEntity.of(runId, score)).toList();
  }

  private static Uni<RunOutcome> outcome(Kind kind, RunEntity run) {
    return Uni.createFrom().item(new RunOutcome(kind, run));
  }

  private static void log(RunOutcome outcome) {
    if (outcome.kind() == Kind.SCORED) {
      var run = outcome.run();
      LOG.infof(
          "Run %d flagged %d of %d accounts (%d photos, %d likes, %d batches) in %d ms",
          run.id,
          run.flagged,
          run.accounts,
          run.photos,
          run.likes,
          run.batches,
          Duration.between(run.startedAt, run.finishedAt).toMillis());
    }
  }
}
