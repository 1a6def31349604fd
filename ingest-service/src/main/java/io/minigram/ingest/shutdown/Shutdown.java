package io.minigram.ingest.shutdown;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Whether the service has been told to stop. Quarkus lets requests in flight finish, for {@code
 * quarkus.shutdown.timeout} at most, so whatever takes longer has to look here and end by itself.
 */
@ApplicationScoped
public class Shutdown {

  private volatile boolean stopping;

  void begin(@Observes ShutdownDelayInitiatedEvent event) {
    stopping = true;
  }

  /** Once true, it stays so. */
  public boolean isStopping() {
    return stopping;
  }
}
