package io.minigram.workbench.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.minigram.workbench.terminal.CommandFailure;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Asks insights-service again and again as of when its answers are, until it is closed. */
final class AsOfWatch implements AutoCloseable {

  private static final Duration EVERY = Duration.ofMillis(20);

  /** A token does not last for ever, and is that of a connection. */
  private static final int SAMPLES_PER_CONNECTION = 1_000;

  private static final String DOCUMENT = "{\"query\":\"{ asOf { time } }\"}";

  private final URI insights;
  private final Supplier<String> tokens;
  private final List<Sample> samples = new ArrayList<>();
  private final CompletableFuture<Void> watching;
  private volatile boolean isClosed;

  /**
   * One answer.
   *
   * @param at when it came
   */
  record Sample(Instant at, Instant asOf) {

    long lagNanos() {
      return Duration.between(asOf, at).toNanos();
    }
  }

  /** Begins at once. */
  AsOfWatch(URI insights, Supplier<String> tokens) {
    this.insights = insights;
    this.tokens = tokens;
    this.watching = CompletableFuture.runAsync(this::watch);
  }

  private void watch() {
    var json = new ObjectMapper();
    try {
      while (!isClosed) {
        try (var connection = new KeptConnection(insights, "/graphql", tokens.get())) {
          for (int sample = 0; sample < SAMPLES_PER_CONNECTION && !isClosed; sample++) {
            var answer = connection.post(DOCUMENT);
            var asOf = Instant.parse(json.readTree(answer).at("/data/asOf/time").asText());
            samples.add(new Sample(Instant.now(), asOf));
            TimeUnit.NANOSECONDS.sleep(EVERY.toNanos());
          }
        }
      }
    } catch (IOException e) {
      throw new CommandFailure("insights-service does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops, and gives what was seen. */
  List<Sample> end() {
    close();
    watching.join();
    return List.copyOf(samples);
  }

  @Override
  public void close() {
    isClosed = true;
  }

  /** How far the answers were behind. */
  static Latencies lag(List<Sample> samples) {
    return Latencies.ofNanos(samples.stream().mapToLong(Sample::lagNanos).toArray());
  }

  /**
   * The longest time between two samples in a row of which the second is further than any before.
   */
  static Duration longestStandstill(List<Sample> samples) {
    var longest = Duration.ZERO;
    var advanced = samples.get(0);
    for (var sample : samples) {
      if (sample.asOf().isAfter(advanced.asOf())) {
        var stood = Duration.between(advanced.at(), sample.at());
        longest = stood.compareTo(longest) > 0 ? stood : longest;
        advanced = sample;
      }
    }
    var last = Duration.between(advanced.at(), samples.get(samples.size() - 1).at());
    return last.compareTo(longest) > 0 ? last : longest;
  }
}
