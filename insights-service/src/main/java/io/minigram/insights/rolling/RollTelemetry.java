package io.minigram.insights.rolling;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/**
 * What is told of the rolls of this instance: metrics, and a trace of each roll that took something
 * in or failed. A span holds counts and the type of a failure: no statement, and no message, which
 * may have rows in it.
 */
@Singleton
class RollTelemetry {

  private static final AttributeKey<Long> BATCHES = AttributeKey.longKey("minigram.batches");
  private static final AttributeKey<Long> ROWS = AttributeKey.longKey("minigram.rows.rolled");
  private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

  private final Timer rolls;
  private final Counter rows;
  private final Counter failures;
  private final Tracer tracer;
  private final Clock clock;

  RollTelemetry(MeterRegistry registry, Tracer tracer, Clock clock, RollWriter writer) {
    this.tracer = tracer;
    this.clock = clock;
    this.rolls =
        Timer.builder("minigram.roll")
            .description("Time of the rolls that took something in")
            .register(registry);
    this.rows =
        Counter.builder("minigram.rolled.rows")
            .description("Rows of facts that were rolled up")
            .register(registry);
    this.failures =
        Counter.builder("minigram.roll.failures")
            .description("Rolls that failed and are tried again")
            .register(registry);
    Gauge.builder("minigram.rolling.leader", writer, leader -> leader.isLeading() ? 1 : 0)
        .description("Whether this instance is the one that rolls: 1 or 0")
        .register(registry);
  }

  void rolled(Roll roll, Duration took) {
    if (roll.batches() > 0) {
      rolls.record(took);
      rows.increment(roll.rows());
      span(took).setAttribute(BATCHES, roll.batches()).setAttribute(ROWS, roll.rows()).end();
    }
  }

  void failed(Throwable failure, Duration took) {
    failures.increment();
    span(took)
        .setStatus(StatusCode.ERROR)
        .setAttribute(ERROR_TYPE, failure.getClass().getName())
        .end();
  }

  private Span span(Duration took) {
    return tracer
        .spanBuilder("roll")
        .setNoParent()
        .setStartTimestamp(clock.instant().minus(took))
        .startSpan();
  }
}
