package io.minigram.botdetector.runs;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.minigram.botdetector.models.ModelFile;
import io.minigram.botdetector.models.ModelRepository;
import io.minigram.botdetector.runs.RunOutcome.Kind;
import io.minigram.botdetector.runs.RunTelemetry.Phase;
import io.minigram.botdetector.scoring.Detector;
import io.minigram.botdetector.suspects.SuspectsRepository;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Scores every account when something new is there. A run is one transaction: readers see all of it
 * or nothing, and the lock that keeps other replicas out goes with it, however it ends.
 */
@ApplicationScoped
class ScoringJob {

  private static final Logger LOG = Logger.getLogger(ScoringJob.class);

  private final ScoringConfig config;
  private final Map<String, String> model;
  private final Detector detector;
  private final FactsRepository facts;
  private final ModelRepository models;
  private final RunRepository repository;
  private final SuspectsRepository suspects;
  private final RunTelemetry telemetry;
  private final Clock clock;

  ScoringJob(
      ScoringConfig config,
      FactsRepository facts,
      ModelRepository models,
      RunRepository repository,
      SuspectsRepository suspects,
      RunTelemetry telemetry,
      Clock clock) {
    this.config = config;
    this.model = model(config);
    this.detector = Detector.of(model);
    this.facts = facts;
    this.models = models;
    this.repository = repository;
    this.suspects = suspects;
    this.telemetry = telemetry;
    this.clock = clock;
  }

  private static Map<String, String> model(ScoringConfig config) {
    try {
      return config.model().isPresent()
          ? ModelFile.read(config.model().get())
          : ModelFile.packaged();
    } catch (IOException e) {
      throw new UncheckedIOException("minigram.scoring.model cannot be read", e);
    }
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
    return runIfNew()
        .invoke(ScoringJob::log)
        .invoke(telemetry::ended)
        .onFailure()
        .invoke(telemetry::failed);
  }

  @WithTransaction
  Uni<RunOutcome> runIfNew() {
    var parameters =
        new RunParameters(model.get("version"), config.flagThreshold(), config.storedFrom());
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
                                    ? score(seen.getItem1(), parameters)
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

  private Uni<RunOutcome> score(RunEntity last, RunParameters parameters) {
    var startedAt = now();
    return models
        .store(model, startedAt)
        .chain(() -> findings(parameters))
        .flatMap(
            findings ->
                repository
                    .flaggedBy(last)
                    .map(before -> run(findings, before, parameters, startedAt))
                    .flatMap(run -> telemetry.time(Phase.STORE, store(run, findings))));
  }

  /** Reads and computes on a thread that may block; the transaction goes on where it was. */
  private Uni<Findings> findings(RunParameters parameters) {
    return Uni.createFrom()
        .item(
            () -> {
              var read = telemetry.time(Phase.READ, facts::read);
              return telemetry.time(
                  Phase.COMPUTE,
                  () -> Findings.of(read, detector.detect(read.network().network()), parameters));
            })
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .emitOn(MutinyHelper.executor(Vertx.currentContext()));
  }

  private RunEntity run(
      Findings findings, Set<Long> before, RunParameters parameters, Instant startedAt) {
    var network = findings.read().network();
    var flagged = findings.flagged(parameters);
    var run = new RunEntity();
    run.startedAt = startedAt;
    run.finishedAt = now();
    run.batches = findings.facts().watermark().batches();
    run.highestBatch = findings.facts().watermark().highestBatch();
    run.photos = network.photos();
    run.likes = network.likes().size();
    run.comments = (long) network.texts().size();
    run.follows = (long) network.follows().size();
    run.accounts = network.accounts();
    run.rings = (long) findings.rings().size();
    run.flagged = flagged.size();
    run.newlyFlagged = flagged.stream().filter(user -> !before.contains(user)).count();
    run.noLongerFlagged = before.stream().filter(user -> !flagged.contains(user)).count();
    run.model = parameters.model();
    run.flagThreshold = parameters.flagThreshold();
    run.storedFrom = parameters.storedFrom();
    return run;
  }

  private Uni<RunOutcome> store(RunEntity run, Findings findings) {
    return run.<RunEntity>persist()
        .call(saved -> repository.store(saved, findings))
        .call(saved -> repository.openReviews(saved))
        .call(() -> repository.purge(config.runsKept()))
        .flatMap(saved -> outcome(Kind.SCORED, saved));
  }

  /** As exact as the database keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Uni<RunOutcome> outcome(Kind kind, RunEntity run) {
    return Uni.createFrom().item(new RunOutcome(kind, run));
  }

  private static void log(RunOutcome outcome) {
    if (outcome.kind() == Kind.SCORED) {
      var run = outcome.run();
      LOG.infof(
          "Run %d flagged %d of %d accounts, %d anew and %d no longer, and found %d rings"
              + " (model %s, %d photos, %d likes, %d batches) in %d ms",
          run.id,
          run.flagged,
          run.accounts,
          run.newlyFlagged,
          run.noLongerFlagged,
          run.rings,
          run.model,
          run.photos,
          run.likes,
          run.batches,
          Duration.between(run.startedAt, run.finishedAt).toMillis());
    }
  }
}
