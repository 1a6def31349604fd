package io.minigram.workbench.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * Clients that each send one request after the other, each on a connection of its own.
 *
 * @param count how many at the same time
 * @param time how long they go on
 */
record Clients(int count, Duration time) {

  /** Sends one request and waits for its answer. */
  @FunctionalInterface
  interface Request {

    void send(KeptConnection connection) throws IOException;
  }

  /**
   * What came of it.
   *
   * @param rate answers a second
   */
  record Answers(double rate, Latencies latencies) {}

  Answers run(URI address, String token, Request request) throws Exception {
    var pool = Executors.newFixedThreadPool(count);
    try {
      long end = System.nanoTime() + time.toNanos();
      var calls = new ArrayList<Callable<long[]>>();
      for (int client = 0; client < count; client++) {
        calls.add(() -> client(address, token, request, end));
      }
      long start = System.nanoTime();
      var times = new ArrayList<long[]>();
      for (var client : pool.invokeAll(calls)) {
        times.add(client.get());
      }
      double took = (System.nanoTime() - start) / 1e9;
      var nanos = times.stream().flatMapToLong(Arrays::stream).toArray();
      return new Answers(nanos.length / took, Latencies.ofNanos(nanos));
    } finally {
      pool.shutdown();
    }
  }

  private static long[] client(URI address, String token, Request request, long end)
      throws IOException {
    var times = new ArrayList<Long>();
    try (var connection = new KeptConnection(address, "/graphql", token)) {
      while (System.nanoTime() < end) {
        long start = System.nanoTime();
        request.send(connection);
        times.add(System.nanoTime() - start);
      }
    }
    return times.stream().mapToLong(Long::longValue).toArray();
  }
}
