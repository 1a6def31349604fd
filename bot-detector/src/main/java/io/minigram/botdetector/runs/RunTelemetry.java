package io.minigram.botdetector.runs;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.minigram.edge.error.RequestException;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * What is told of scoring runs: metrics, and a trace of each run with a span for each of its parts.
 * The figures of the last run are told by whatever instance has looked for something new since. A
 * span holds counts and the type of a failure: no account, no statement, and no message.
 */
@Singleton
@Startup
class RunTelemetry {

  /** What a run spends its time on. */
  enum Phase {
    READ,
    COMPUTE,
    STORE
  }

  private static final String FAILED = "failed";
  private static final AttributeKey<Long> RUN_ID = AttributeKey.longKey("minigram.run.id");
  private static final AttributeKey<Long> ACCOUNTS = AttributeKey.longKey("minigram.accounts");
  private static final AttributeKey<Long> FLAGGED = AttributeKey.longKey("minigram.flagged");
  private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

  private record Seen(RunEntity run, Instant at) {}

  private record Done(Phase phase, Instant from, Instant until) {}

  private final MeterRegistry registry;
  private final Clock clock;
  private final Map<String, Counter> runs = new HashMap<>();
  private final Map<Phase, Timer> phases = new HashMap<>();
  private final AtomicReference<Seen> last = new AtomicReference<>();

  /** What the run that is going on has done; the lock of the cluster lets no other one be. */
  private final Queue<Done> done = new ConcurrentLinkedQueue<>();

  private final Tracer tracer;

  RunTelemetry(MeterRegistry registry, Tracer tracer, Clock clock) {
    this.registry = registry;
    this.tracer = tracer;
    this.clock = clock;
    // all of them from the start, so that the first failure is seen as an increase
    Arrays.stream(RunOutcome.Kind.values()).map(RunTelemetry::name).forEach(this::count);
    count(FAILED);
    Arrays.stream(Phase.values()).forEach(this::time);
    gauge(
        "accounts.flagged",
        null,
        "Accounts that the last scoring run flagged",
        seen -> seen.run().flagged);
    gauge(
        "accounts.scored",
        null,
        "Accounts that the last scoring run scored",
        seen -> seen.run().accounts);
    gauge(
        "run.age",
        "seconds",
        "Time since the last scoring run ended, in whatever instance",
        seen -> age(seen.run().finishedAt));
    gauge(
        "scores.checked.age",
        "seconds",
        "Time since a run ended, or it was seen that nothing is new to score",
        seen -> age(seen.at()));
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private void count(String outcome) {
    runs.put(
        outcome,
        Counter.builder("minigram.runs")
            .description("Looks for something new to score, by what came of them")
            .tag("outcome", outcome)
            .register(registry));
  }

  private void time(Phase phase) {
    phases.put(
        phase,
        Timer.builder("minigram.run")
            .description("Time that scoring runs took to read, compute and store")
            .tag("phase", name(phase))
            .register(registry));
  }

  /** Unknown until this instance has seen a run. */
  private void gauge(String what, String unit, String help, ToDoubleFunction<Seen> figure) {
    Gauge.builder(
            "minigram." + what,
            last,
            seen -> seen.get() == null ? Double.NaN : figure.applyAsDouble(seen.get()))
        .description(help)
        .baseUnit(unit)
        .register(registry);
  }

  private double age(Instant since) {
    return Duration.between(since, clock.instant()).toMillis() / 1000.0;
  }

  void ended(RunOutcome outcome) {
    runs.get(name(outcome.kind())).increment();
    if (outcome.run() != null) {
      last.set(new Seen(outcome.run(), clock.instant()));
    }
    if (outcome.kind() == RunOutcome.Kind.SCORED) {
      var run = outcome.run();
      trace(
          root ->
              root.setAttribute(RUN_ID, run.id)
                  .setAttribute(ACCOUNTS, run.accounts)
                  .setAttribute(FLAGGED, run.flagged));
    }
  }

  void failed(Throwable failure) {
    runs.get(FAILED).increment();
    trace(
        root ->
            root.setStatus(StatusCode.ERROR)
                .setAttribute(
                    ERROR_TYPE,
                    failure instanceof RequestException refused
                        ? refused.code().name()
                        : failure.getClass().getName()));
  }

  private void trace(Consumer<Span> attributes) {
    var parts = new ArrayList<Done>();
    for (var part = done.poll(); part != null; part = done.poll()) {
      parts.add(part);
    }
    var start = parts.isEmpty() ? clock.instant() : parts.get(0).from();
    var root = tracer.spanBuilder("scoring run").setNoParent().setStartTimestamp(start).startSpan();
    attributes.accept(root);
    for (var part : parts) {
      tracer
          .spanBuilder(name(part.phase()))
          .setParent(Context.root().with(root))
          .setStartTimestamp(part.from())
          .startSpan()
          .end(part.until());
    }
    root.end();
  }

  /** Does a part of a run that blocks. */
  <T> T time(Phase phase, Supplier<T> work) {
    var from = clock.instant();
    var result = work.get();
    record(phase, from);
    return result;
  }

  /** The same for a part that does not. */
  <T> Uni<T> time(Phase phase, Uni<T> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              var from = clock.instant();
              return work.invoke(() -> record(phase, from));
            });
  }

  private void record(Phase phase, Instant from) {
    var until = clock.instant();
    phases.get(phase).record(Duration.between(from, until));
    done.add(new Done(phase, from, until));
  }
}
