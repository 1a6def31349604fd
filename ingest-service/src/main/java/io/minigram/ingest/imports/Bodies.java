package io.minigram.ingest.imports;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import io.minigram.ingest.shutdown.Shutdown;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Duration;

/**
 * Watches bodies while they are being read, so that none holds its place for ever, and none holds
 * up a service that stops.
 */
@ApplicationScoped
class Bodies {

  private static final Duration LONGEST_TICK = Duration.ofSeconds(1);

  private final ImportConfig config;
  private final Shutdown shutdown;
  private final Vertx vertx;

  Bodies(ImportConfig config, Shutdown shutdown, Vertx vertx) {
    this.config = config;
    this.shutdown = shutdown;
    this.vertx = vertx;
  }

  /**
   * The body; it is watched until it is closed.
   *
   * @throws RequestException UNAVAILABLE if the service is stopping; later also from its {@code
   *     read}
   */
  WatchedBody watch(InputStream body) {
    if (shutdown.isStopping()) {
      throw stopping("The service is stopping; nothing was imported, send the file again");
    }
    var watched =
        new WatchedBody(body, config.patience(), config.leastBytesInPatience(), System::nanoTime);
    long tick = Math.max(1, Math.min(LONGEST_TICK.toMillis(), config.patience().toMillis() / 4));
    long timer = vertx.setPeriodic(tick, id -> check(watched));
    watched.onClose(() -> vertx.cancelTimer(timer));
    return watched;
  }

  private void check(WatchedBody watched) {
    if (shutdown.isStopping()) {
      watched.breakOff(stopping("The service is stopping"));
    } else {
      watched.check();
    }
  }

  private static RequestException stopping(String message) {
    return RequestException.of(ErrorCode.UNAVAILABLE, message);
  }
}
