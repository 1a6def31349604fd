package io.minigram.insights.rolling;

import io.minigram.edge.error.Outage;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Keeps the roll-ups fresh: one instance in the cluster looks for new facts again and again. */
@Singleton
class Roller {

  private static final Logger LOG = Logger.getLogger(Roller.class);
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration UNTIL_STOPPED = Duration.ofSeconds(10);

  private final Vertx vertx;
  private final RollingConfig config;
  private final RollWriter writer;
  private final RollTelemetry telemetry;
  private volatile boolean stopping;

  Roller(Vertx vertx, RollingConfig config, RollWriter writer, RollTelemetry telemetry) {
    this.vertx = vertx;
    this.config = config;
    this.writer = writer;
    this.telemetry = telemetry;
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
        .invoke(roll -> telemetry.rolled(roll, since(start)))
        .subscribe()
        .with(
            roll -> next(roll.isBehind() ? Duration.ZERO : config.every()),
            failure -> failed(failure, since(start)));
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private void failed(Throwable failure, Duration took) {
    if (stopping) {
      return;
    }
    telemetry.failed(failure, took);
    if (Outage.isBehind(failure)) {
      LOG.debugf(failure, "The roll-ups go on when the database is back");
    } else {
      LOG.error("A roll failed; nothing of it is in, and it is tried again", failure);
    }
    // the connection may be the reason
    writer.close().onFailure().recoverWithNull().subscribe().with(closed -> next(PATIENCE));
  }
}
