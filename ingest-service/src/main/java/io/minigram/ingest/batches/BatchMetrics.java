package io.minigram.ingest.batches;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;

/**
 * What {@code /q/metrics} tells of batches. The kind of inserted rows is their table; the kind of
 * everything else is where it came from: an import's kind, {@code events}, {@code writes} or {@code
 * removals}.
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
                Counter.builder("minigram.rejects")
                    .description("Rejected rows by the code of their rejection")
                    .tag("kind", source)
                    .tag("code", row.code().name().toLowerCase(Locale.ROOT))
                    .register(registry)
                    .increment());
    DistributionSummary.builder("minigram.batch.rows")
        .description("Rows of a batch")
        .tag("kind", source)
        .register(registry)
        .record(outcome.received());
    Timer.builder("minigram.batch")
        .description("Time until a batch was committed")
        .tag("kind", source)
        .tag("way", copied ? "copy" : "insert")
        .publishPercentileHistogram()
        .register(registry)
        .record(took);
  }

  private void rows(String kind, String outcome, long count) {
    Counter.builder("minigram.rows")
        .description("Rows of facts by what became of them")
        .tag("kind", kind)
        .tag("outcome", outcome)
        .register(registry)
        .increment(count);
  }
}
