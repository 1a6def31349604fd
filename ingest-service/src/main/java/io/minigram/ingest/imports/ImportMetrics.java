package io.minigram.ingest.imports;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What {@code /q/metrics} tells of imports. */
@Singleton
@Startup
class ImportMetrics {

  /** How an import can end; {@code INTERRUPTED} where the process died that ran it. */
  enum Outcome {
    COMPLETED,
    FAILED,
    INTERRUPTED
  }

  private final Map<Outcome, Counter> ended = new EnumMap<>(Outcome.class);
  private final AtomicInteger running = new AtomicInteger();

  ImportMetrics(MeterRegistry registry) {
    // all of them from the start, so that the first failure is seen as an increase
    Arrays.stream(Outcome.values())
        .forEach(
            outcome ->
                ended.put(
                    outcome,
                    Counter.builder("minigram.imports")
                        .description("Imports that have ended, by how they did")
                        .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                        .register(registry)));
    Gauge.builder("minigram.imports.running", running, AtomicInteger::get)
        .description("Imports that are running in this instance")
        .register(registry);
  }

  void begun() {
    running.incrementAndGet();
  }

  /** It runs no longer, however it ended. */
  void left() {
    running.decrementAndGet();
  }

  void ended(Outcome outcome) {
    ended.get(outcome).increment();
  }
}
