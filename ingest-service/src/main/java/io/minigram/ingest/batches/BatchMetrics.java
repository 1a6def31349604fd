package io.minigram.ingest.batches;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.minigram.ingest.rows.ImportKind;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;

/**
 * What {@code /q/metrics} tells of batches.
 *
 * <ul>
 *   <li>{@code minigram_rows_total{kind, outcome}}: rows by inserted, duplicate and rejected
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

  void committed(ImportKind kind, BatchOutcome outcome, boolean copied, Duration took) {
    var name = kind.table();
    rows(name, "inserted", outcome.inserted());
    rows(name, "duplicate", outcome.duplicate());
    rows(name, "rejected", outcome.refused().size());
    outcome
        .refused()
        .forEach(
            row ->
                registry
                    .counter(
                        "minigram.rejects",
                        "kind",
                        name,
                        "code",
                        row.code().name().toLowerCase(Locale.ROOT))
                    .increment());
    DistributionSummary.builder("minigram.batch.rows")
        .tag("kind", name)
        .register(registry)
        .record(outcome.received());
    Timer.builder("minigram.batch")
        .tag("kind", name)
        .tag("way", copied ? "copy" : "insert")
        .publishPercentileHistogram()
        .register(registry)
        .record(took);
  }

  private void rows(String kind, String outcome, long count) {
    registry.counter("minigram.rows", "kind", kind, "outcome", outcome).increment(count);
  }
}
