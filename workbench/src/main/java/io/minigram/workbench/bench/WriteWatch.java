package io.minigram.workbench.bench;

import io.minigram.workbench.terminal.CommandFailure;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/**
 * Asks insights-service for what was just written, and waits for it: positions one after the other,
 * since a later one is not there before an earlier one.
 */
final class WriteWatch {

  private static final Optional<Written> END = Optional.empty();

  private final URI insights;
  private final Supplier<String> tokens;
  private final BlockingQueue<Optional<Written>> written = new LinkedBlockingQueue<>();
  private final List<Long> nanos = new ArrayList<>();
  private final CompletableFuture<Void> watching;

  private record Written(String position, long answeredAt) {}

  WriteWatch(URI insights, Supplier<String> tokens) {
    this.insights = insights;
    this.tokens = tokens;
    this.watching = CompletableFuture.runAsync(this::watch);
  }

  /** Something was committed just now. */
  void committed(String position) {
    written.add(Optional.of(new Written(position, System.nanoTime())));
  }

  private void watch() {
    try {
      for (var next = written.take(); next.isPresent(); next = written.take()) {
        await(next.get().position());
        nanos.add(System.nanoTime() - next.get().answeredAt());
      }
    } catch (IOException e) {
      throw new CommandFailure("insights-service does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void await(String position) throws IOException {
    var document =
        "{\"query\":\"query @atLeast(position: \\\"%s\\\") { asOf { version } }\"}"
            .formatted(position);
    try (var connection = new KeptConnection(insights, "/graphql", tokens.get())) {
      for (var answer = connection.post(document);
          !answer.contains("\"version\":");
          answer = connection.post(document)) {
        if (!answer.contains("NOT_YET")) {
          throw new CommandFailure("insights-service answered " + answer);
        }
      }
    }
  }

  /**
   * Waits for all, and tells how long each took from its commit's answer until it could be read.
   */
  Latencies end() {
    written.add(END);
    watching.join();
    return Latencies.ofNanos(nanos.stream().mapToLong(Long::longValue).toArray());
  }
}
