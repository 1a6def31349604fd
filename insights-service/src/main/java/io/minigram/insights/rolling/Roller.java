package io.minigram.insights.rolling;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.minigram.edge.error.Outage;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Keeps the roll-ups fresh: one instance in the cluster looks for new facts again and again. {@code
 * /q/metrics} tells how long it takes: {@code minigram_roll_seconds} of the rolls that took
 * something in, and {@code minigram_rolled_rows_total}, the rows of facts in them.
 */
@Singleton
class Roller {

  private static final Logger LOG = Logger.getLogger(Roller.class);
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration UNTIL_STOPPED = Duration.ofSeconds(10);

  private final Vertx vertx;
  private final RollingConfig config;
  private final RollWriter writer;
  private final Timer rolls;
  private final Counter rows;
  private volatile boolean stopping;

  Roller(Vertx vertx, RollingConfig config, RollWriter writer, MeterRegistry metrics) {
    this.vertx = vertx;
    this.config = config;
    this.writer = writer;
    this.rolls = metrics.timer("minigram.roll");
    this.rows = metrics.counter("minigram.rolled.rows");
  }

  void start(@Observes StartupEvent event) {
    if (config.enabled()) {
      next(config.every());
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
    // another instance leads as soon as this one has let go
    writer.close().onFailure().recoverWithNull().await().atMost(UNTIL_STOPPED);
  }

  private void next(Duration wait) {
    if (!stopping) {
      vertx.setTimer(Math.max(1, wait.toMillis()), timer -> turn());
    }
  }

  private void turn() {
    long start = System.nanoTime();
    writer
        .roll()
        .invoke(roll -> record(roll, System.nanoTime() - start))
        .subscribe()
        .with(roll -> next(roll.isBehind() ? Duration.ZERO : config.every()), this::failed);
  }

  private void record(Roll roll, long nanos) {
    if (roll.batches() > 0) {
      rolls.record(nanos, TimeUnit.NANOSECONDS);
      rows.increment(roll.rows());
    }
  }

  private void failed(Throwable failure) {
    if (stopping) {
      return;
    }
    if (Outage.isBehind(failure)) {
      LOG.debugf(failure, "The roll-ups go on when the database is back");
    } else {
      LOG.error("A roll failed; nothing of it is in, and it is tried again", failure);
    }
    // the connection may be the reason
    writer.close().onFailure().recoverWithNull().subscribe().with(closed -> next(PATIENCE));
  }
}
