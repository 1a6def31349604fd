package io.minigram.insights.rolling;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * What {@code /q/metrics} tells of how far the roll-ups are behind. Every instance looks for
 * itself, so that it is told also where none rolls. While the database is away the age goes on
 * growing, which is true of the answers.
 */
@Singleton
class Backlog {

  private static final Logger LOG = Logger.getLogger(Backlog.class);
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final Vertx vertx;
  private final BacklogQueries queries;
  private final RollingConfig config;
  private final Clock clock;
  private volatile boolean stopping;
  private volatile BacklogQueries.State seen;

  Backlog(
      Vertx vertx,
      BacklogQueries queries,
      RollingConfig config,
      Clock clock,
      MeterRegistry registry) {
    this.vertx = vertx;
    this.queries = queries;
    this.config = config;
    this.clock = clock;
    Gauge.builder("minigram.as.of.age", this, Backlog::seconds)
        .description("How far the answers are behind: the time since their asOf")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("minigram.batches.waiting", this, Backlog::batches)
        .description("Committed batches of facts that are not rolled up yet")
        .register(registry);
  }

  void start(@Observes StartupEvent event) {
    if (config.enabled()) {
      next();
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
  }

  private void next() {
    if (stopping) {
      return;
    }
    vertx.setTimer(EVERY.toMillis(), timer -> look());
  }

  private void look() {
    queries
        .state()
        .subscribe()
        .with(
            state -> {
              seen = state;
              next();
            },
            failure -> {
              LOG.debug("How far the roll-ups are is asked again", failure);
              next();
            });
  }

  /** Unknown until it was asked for the first time. */
  private double seconds() {
    var state = seen;
    return state == null
        ? Double.NaN
        : Math.max(0, Duration.between(state.asOf(), clock.instant()).toMillis() / 1000.0);
  }

  private double batches() {
    var state = seen;
    return state == null ? Double.NaN : state.batches();
  }
}
