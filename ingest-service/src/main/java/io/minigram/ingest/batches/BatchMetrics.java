package io.minigram.ingest.batches;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;

/**
 * What {@code /q/metrics} tells of batches.
 *
 * <ul>
 *   <li>{@code minigram_rows_total{kind, outcome}}: rows inserted, by their table; what was
 *       retracted, duplicate or rejected, by where it came from: an import's kind, {@code events},
 *       {@code writes} or {@code removals}
 *   <li>{@code minigram_rejects_total{kind, code}}: rejected rows by their code
 *   <li>{@code minigram_batch_rows{kind}}: rows of a batch
 *   <li>{@code minigram_batch_seconds{kind, way}}: time until a batch is committed, by COPY or
 *       INSERT
 * </ul>
 */
@Singleton
final class BatchMetrics {

  private final MeterRegistry registry;

  BatchMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void committed(String source, BatchOutcome outcome, boolean copied, Duration took) {
    outcome.inserted().forEach((table, count) -> rows(table.table(), "inserted", count));
    rows(source, "retracted", outcome.retracted());
    rows(source, "duplicate", outcome.duplicate());
    rows(source, "rejected", outcome.refused().size());
    outcome
        .refused()
        .forEach(
            row ->
                registry
                    .counter(
                        "minigram.rejects",
                        "kind",
                        source,
                        "code",
                        row.code().name().toLowerCase(Locale.ROOT))
                    .increment());
    DistributionSummary.builder("minigram.batch.rows")
        .tag("kind", source)
        .register(registry)
        .record(outcome.received());
    Timer.builder("minigram.batch")
        .tag("kind", source)
        .tag("way", copied ? "copy" : "insert")
        .publishPercentileHistogram()
        .register(registry)
        .record(took);
  }

  private void rows(String kind, String outcome, long count) {
    registry.counter("minigram.rows", "kind", kind, "outcome", outcome).increment(count);
  }
}
