package io.minigram.workbench.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.minigram.workbench.load.Loader;
import io.minigram.workbench.load.TokenBucket;
import io.minigram.workbench.terminal.CommandFailure;
import io.minigram.workbench.terminal.Progress;
import io.minigram.workbench.terminal.TextTable;
import io.minigram.workbench.up.BenchSystem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code workbench bench freshness}. */
@Command(
    name = "freshness",
    description = {
      "How far insights-service's answers are behind what is written.",
      "",
      "Likes, comments and follows are imported at a steady rate into a network that is there, five"
          + " small imports a second, while one client asks as of when the answers are and another"
          + " waits for each import to be in them (@atLeast). Then at higher and higher rates, as"
          + " long as the answers are at most 2 s behind at the 99th percentile. Last, many rows at"
          + " full speed: how long the answers take to catch up, and whether they advance all the"
          + " time. One PostgreSQL with fsync on.",
      ""
    })
public final class FreshnessBench implements Callable<Integer> {

  private static final double MOST_BEHIND = 2_000;

  /** Of the rate that was asked for; less means that ingest-service did not take it. */
  private static final double HELD = 0.97;

  private static final double STEP = 1.25;
  private static final int CHUNKS_A_SECOND = 5;
  private static final int CHUNK_OF_FILE = 50_000;

  @Option(
      names = "--interactions",
      paramLabel = "N",
      defaultValue = "2000000",
      description =
          "Size of the network that is there before, as of `bench insights`. Default:"
              + " ${DEFAULT-VALUE}")
  private long interactions;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Rows a second. Default: ${DEFAULT-VALUE}")
  private int rate;

  @Option(
      names = "--seconds",
      defaultValue = "60",
      description = "How long at this rate. Default: ${DEFAULT-VALUE}")
  private int seconds;

  @Option(
      names = "--step-seconds",
      defaultValue = "20",
      description = "How long at each higher rate; 0: none is tried. Default: ${DEFAULT-VALUE}")
  private int stepSeconds;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "5000000",
      description = "Rows at full speed; 0: none. Default: ${DEFAULT-VALUE}")
  private int rows;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Also write the result for machines.")
  private Path json;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * What was seen at one rate.
   *
   * @param asked rows a second
   * @param reached rows a second
   * @param behind how far the answers were behind
   * @param readable how long from an import's answer until it could be read
   */
  private record Steady(int asked, double reached, Latencies behind, Latencies readable) {

    boolean holds() {
      return reached >= asked * HELD && behind.p99() <= MOST_BEHIND;
    }
  }

  /**
   * What was seen at full speed.
   *
   * @param seconds until everything was imported
   * @param catchUp seconds from then until everything was in the answers
   * @param standstill seconds between two advances, at most
   * @param behind how far the answers were behind until then
   */
  private record FullSpeed(
      long rows, double seconds, double catchUp, double standstill, Latencies behind) {}

  @Override
  public Integer call() throws Exception {
    var folder = Files.createTempDirectory("minigram-bench");
    try (var system = BenchSystem.start(folder.resolve("data"))) {
      var started = new ArrayList<URI>();
      new NetworkBuild(system)
          .build(
              interactions,
              folder.resolve("network"),
              () -> {
                started.add(system.serveInsights(Map.of()));
                return started.get(0);
              });
      var insights = started.get(0);
      var stream = stream(system);
      var results = new LinkedHashMap<String, Object>();
      var steady = new ArrayList<Steady>();
      steady.add(steady(system, insights, stream, rate, seconds));
      if (stepSeconds > 0) {
        int next = rate;
        while (steady.get(steady.size() - 1).holds()) {
          next = (int) (next * STEP);
          steady.add(steady(system, insights, stream, next, stepSeconds));
        }
      }
      print(system, steady);
      results.put("steady", steady);
      if (rows > 0) {
        var full = fullSpeed(system, insights, stream, folder.resolve("full"));
        print(full);
        results.put("fullSpeed", full);
      }
      if (json != null) {
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), results);
      }
      return 0;
    } finally {
      Folders.delete(folder);
    }
  }

  private static EventStream stream(BenchSystem system) throws SQLException {
    try (var owner = system.owner().connect();
        var statement = owner.createStatement();
        var counts = statement.executeQuery("select users, photos from insights.network")) {
      counts.next();
      return new EventStream(counts.getLong("users"), counts.getLong("photos"));
    }
  }

  private Steady steady(
      BenchSystem system, URI insights, EventStream stream, int rowsPerSecond, int length)
      throws Exception {
    int size = Math.max(1, rowsPerSecond / CHUNKS_A_SECOND);
    var chunks = new ArrayList<EventStream.Chunk>();
    for (int chunk = 0; chunk < length * CHUNKS_A_SECOND; chunk++) {
      chunks.add(stream.next(size));
    }
    system.awaitRollUps(insights);
    try (var watch = new AsOfWatch(insights, system.viewers())) {
      var writes = new WriteWatch(insights, system.viewers());
      long start = System.nanoTime();
      var bucket = new TokenBucket(rowsPerSecond, start);
      for (var chunk : chunks) {
        TimeUnit.NANOSECONDS.sleep(bucket.take(chunk.rows(), System.nanoTime()));
        writes.committed(send(system, chunk));
      }
      // the last chunk has its time, too
      TimeUnit.NANOSECONDS.sleep(bucket.take(0, System.nanoTime()));
      double took = (System.nanoTime() - start) / 1e9;
      var behind = AsOfWatch.lag(watch.end());
      var result =
          new Steady(rowsPerSecond, (double) size * chunks.size() / took, behind, writes.end());
      System.err.printf(
          Locale.ROOT,
          "%,d rows/s: %,.0f reached, %,.0f ms behind at p99%n",
          rowsPerSecond,
          result.reached(),
          behind.p99());
      return result;
    }
  }

  /** The position of what was sent. */
  private String send(BenchSystem system, EventStream.Chunk chunk)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(system.ingest().resolve("/imports/" + chunk.kind().resource()))
            .header("Content-Type", "text/csv")
            .header("Authorization", "Bearer " + system.tokens().get())
            .POST(HttpRequest.BodyPublishers.ofByteArray(chunk.body()))
            .build();
    var answer = new ObjectMapper().readTree(client.send(request, BodyHandlers.ofString()).body());
    if (!answer.path("state").asText().equals("COMPLETED")
        || answer.path("rejected").asLong() > 0) {
      throw new CommandFailure("ingest-service answered " + answer);
    }
    return answer.get("position").asText();
  }

  private FullSpeed fullSpeed(BenchSystem system, URI insights, EventStream stream, Path folder)
      throws Exception {
    write(stream, Files.createDirectories(folder));
    system.awaitRollUps(insights);
    try (var watch = new AsOfWatch(insights, system.viewers())) {
      long start = System.nanoTime();
      var result = new Loader(system.ingest(), system.tokens(), Progress.onTerminal()).load(folder);
      result
          .failure()
          .ifPresent(
              failure -> {
                throw new CommandFailure(failure);
              });
      long imported = System.nanoTime();
      system.awaitRollUps(insights);
      long caughtUp = System.nanoTime();
      var samples = watch.end();
      return new FullSpeed(
          result.received(),
          (imported - start) / 1e9,
          (caughtUp - imported) / 1e9,
          AsOfWatch.longestStandstill(samples).toMillis() / 1e3,
          AsOfWatch.lag(samples));
    }
  }

  private void write(EventStream stream, Path folder) throws IOException {
    var kinds = EventStream.Kind.values();
    int[] shares = {2, 2, 1};
    for (int kind = 0; kind < kinds.length; kind++) {
      try (var out =
          new BufferedOutputStream(
              Files.newOutputStream(folder.resolve(kinds[kind].resource() + ".csv")))) {
        int left = (int) ((long) rows * shares[kind] / 5);
        boolean isFirst = true;
        while (left > 0) {
          var chunk = stream.next(kinds[kind], Math.min(left, CHUNK_OF_FILE));
          int from = isFirst ? 0 : headerLength(chunk.body());
          out.write(chunk.body(), from, chunk.body().length - from);
          left -= chunk.rows();
          isFirst = false;
        }
      }
    }
  }

  private static int headerLength(byte[] body) {
    int length = 0;
    while (body[length++] != '\n') {
      // up to the first line end
    }
    return length;
  }

  private void print(BenchSystem system, List<Steady> steady) throws SQLException {
    try (var owner = system.owner().connect()) {
      System.out.printf(
          Locale.ROOT,
          "%d cores, JDK %s, PostgreSQL %s, fsync on, %,d interactions there before%n",
          Runtime.getRuntime().availableProcessors(),
          System.getProperty("java.version"),
          owner.getMetaData().getDatabaseProductVersion(),
          interactions);
    }
    var table =
        new TextTable(
            "rows/s asked",
            "reached",
            "behind p50 ms",
            "p99 ms",
            "most",
            "readable after p50 ms",
            "p99 ms",
            "most",
            "");
    for (var at : steady) {
      table.row(
          at.asked(),
          Math.round(at.reached()),
          at.behind().p50(),
          at.behind().p99(),
          at.behind().longest(),
          at.readable().p50(),
          at.readable().p99(),
          at.readable().longest(),
          at.holds() ? "held" : "not held");
    }
    table.print(System.out);
    steady.stream()
        .filter(Steady::holds)
        .mapToInt(Steady::asked)
        .max()
        .ifPresentOrElse(
            highest ->
                System.out.printf(
                    Locale.ROOT, "At most 2 s behind at p99: up to %,d rows a second%n", highest),
            () -> System.out.println("No rate was held at most 2 s behind at p99"));
  }

  private static void print(FullSpeed full) {
    System.out.printf(
        Locale.ROOT,
        "%,d rows at full speed: imported in %.1f s (%,.0f rows/s), in the answers %.1f s later;"
            + " asOf stood still for at most %.2f s, and was at most %.1f s behind%n",
        full.rows(),
        full.seconds(),
        full.rows() / full.seconds(),
        full.catchUp(),
        full.standstill(),
        full.behind().longest() / 1e3);
  }
}
