package io.minigram.ingest.imports;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Duration;

/** Watches bodies while they are being read, so that none holds its place for ever. */
@ApplicationScoped
class Bodies {

  private static final Duration LONGEST_TICK = Duration.ofSeconds(1);

  private final ImportConfig config;
  private final Vertx vertx;

  Bodies(ImportConfig config, Vertx vertx) {
    this.config = config;
    this.vertx = vertx;
  }

  /** The body; it is watched until it is closed. */
  WatchedBody watch(InputStream body) {
    var watched =
        new WatchedBody(body, config.patience(), config.leastBytesInPatience(), System::nanoTime);
    long tick = Math.max(1, Math.min(LONGEST_TICK.toMillis(), config.patience().toMillis() / 4));
    long timer = vertx.setPeriodic(tick, id -> watched.check());
    watched.onClose(() -> vertx.cancelTimer(timer));
    return watched;
  }
}
