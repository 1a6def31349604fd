package io.minigram.workbench.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.minigram.workbench.terminal.CommandFailure;
import io.minigram.workbench.terminal.TextTable;
import io.minigram.workbench.up.BenchSystem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.postgresql.PGConnection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code workbench bench ingest}. */
@Command(
    name = "ingest",
    description = {
      "Import likes through ingest-service, and COPY the same file, by turns.",
      "",
      "Both go over TCP to one PostgreSQL (fsync on) into tables with the same columns, keys and"
          + " indexes, batch_id included; each begins after a CHECKPOINT with the same rows in"
          + " place. COPY gets the file without its duplicates, since it fails at the first one.",
      ""
    })
public final class IngestBench implements Callable<Integer> {

  @Option(
      names = "--rows",
      defaultValue = "5000000",
      description = "Rows of the file. Default: ${DEFAULT-VALUE}")
  private long rows;

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "Turns of each. Default: ${DEFAULT-VALUE}")
  private int rounds;

  @Option(
      names = "--duplicates",
      split = ",",
      defaultValue = "0,20",
      description = "Per cent of the rows that repeat an earlier one. Default: ${DEFAULT-VALUE}")
  private List<Integer> duplicates;

  @Option(
      names = "--existing",
      defaultValue = "0",
      description = "Rows that are there before each turn. Default: ${DEFAULT-VALUE}")
  private long existing;

  @Option(
      names = "--where",
      description = {
        "Also tell where the time goes: what the service and PostgreSQL compute when the file is",
        "imported, imported into a table without indexes, and only read (sent again under its"
            + " key)."
      })
  private boolean where;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Also write the result for machines.")
  private Path json;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Seconds of one turn. */
  private record Turn(double copy, double ingest) {}

  @Override
  public Integer call() throws Exception {
    var folder = Files.createTempDirectory("minigram-bench");
    try (var system = BenchSystem.start(folder.resolve("data"));
        var owner = system.owner().connect()) {
      long users = Math.max(1_000, (rows + existing) / 50);
      long photos = Math.max(5_000, (rows + existing) / 10);
      prepare(owner, folder, users, photos);
      var table =
          new TextTable(
              "duplicates %", "rows", "COPY rows/s", "ingest rows/s", "ratio", "least", "most");
      var results = new ArrayList<Map<String, Object>>();
      for (int share : duplicates) {
        var file =
            LikesFile.write(
                folder.resolve("likes-" + share + ".csv"),
                users,
                photos,
                existing,
                rows,
                share / 100.0);
        var distinct =
            share == 0
                ? file
                : LikesFile.write(
                    folder.resolve("distinct.csv"), users, photos, existing, file.distinct(), 0);
        var turns = new ArrayList<Turn>();
        for (int round = 0; round < rounds; round++) {
          turns.add(turn(system, owner, file, distinct, round % 2 == 0));
        }
        results.add(add(table, share, file, distinct, turns));
      }
      System.out.printf(
          Locale.ROOT,
          "%d cores, %s, PostgreSQL %s, fsync on, %,d likes there before each turn%n",
          Runtime.getRuntime().availableProcessors(),
          "JDK " + System.getProperty("java.version"),
          owner.getMetaData().getDatabaseProductVersion(),
          existing);
      table.print(System.out);
      System.out.printf(
          Locale.ROOT, "ingest-service took at most %,d MiB%n", system.peakMemory() >> 20);
      if (where) {
        tellWhere(system, owner, folder, users, photos);
      }
      if (json != null) {
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), results);
      }
      return 0;
    } finally {
      Folders.delete(folder);
    }
  }

  private void prepare(Connection owner, Path folder, long users, long photos)
      throws SQLException, IOException {
    try (var statement = owner.createStatement()) {
      statement.execute(
          """
          insert into facts.users (id, username, created_at, batch_id)
          select id, 'user' || id, '2019-01-01Z', 0 from generate_series(1, %d) as id;
          insert into facts.photos (id, owner_id, image_url, created_at, batch_id)
          select id, 1 + id %% %d, 'https://example.org/' || id, '2019-06-01Z', 0
          from generate_series(1, %d) as id;
          create schema bench;
          create table bench.likes (like facts.likes including all);
          alter table bench.likes alter column batch_id set default 1;
          create table bench.existing (like facts.likes);
          alter table bench.existing alter column batch_id set default 1;
          analyze facts.users; analyze facts.photos;
          """
              .formatted(users, users, photos));
    }
    if (existing > 0) {
      var file = LikesFile.write(folder.resolve("existing.csv"), users, photos, 0, existing, 0);
      copy(owner, "bench.existing", file.path());
      Files.delete(file.path());
      try (var statement = owner.createStatement()) {
        // in the order of the key, so that it is soon there before each turn
        statement.execute(
            """
            create table bench.sorted as
            select * from bench.existing order by photo_id, user_id;
            drop table bench.existing;
            alter table bench.sorted rename to existing
            """);
      }
    }
  }

  private Turn turn(
      BenchSystem system, Connection owner, LikesFile file, LikesFile distinct, boolean copyFirst)
      throws Exception {
    double copy = 0;
    double ingest = 0;
    for (boolean isCopy : List.of(copyFirst, !copyFirst)) {
      reset(owner, isCopy ? "bench.likes" : "facts.likes");
      long start = System.nanoTime();
      if (isCopy) {
        copy(owner, "bench.likes", distinct.path());
        copy = (System.nanoTime() - start) / 1e9;
      } else {
        send(system, file, null);
        ingest = (System.nanoTime() - start) / 1e9;
      }
    }
    System.err.printf(Locale.ROOT, "COPY %.2f s, ingest %.2f s%n", copy, ingest);
    return new Turn(copy, ingest);
  }

  /** Both tables are emptied, so that the disk has room; the one that is used gets its rows. */
  private static void reset(Connection owner, String table) throws SQLException {
    try (var statement = owner.createStatement()) {
      statement.execute("truncate facts.likes, bench.likes");
      statement.execute("insert into " + table + " select * from bench.existing");
      statement.execute("vacuum (analyze) " + table);
      statement.execute("checkpoint");
    }
  }

  private void tellWhere(BenchSystem system, Connection owner, Path folder, long users, long photos)
      throws Exception {
    var file = LikesFile.write(folder.resolve("where.csv"), users, photos, existing, rows, 0);
    var table =
        new TextTable(
            "%,d likes".formatted(rows), "seconds", "service computes", "PostgreSQL computes");
    reset(owner, "facts.likes");
    work(system, table, "imported", () -> send(system, file, "where"));
    work(system, table, "only read", () -> send(system, file, "where"));
    try (var statement = owner.createStatement()) {
      statement.execute("alter table facts.likes drop constraint likes_pk");
      statement.execute("drop index facts.likes_batch");
    }
    reset(owner, "facts.likes");
    work(system, table, "imported without indexes", () -> send(system, file, "without-index"));
    table.print(System.out);
  }

  private interface Work {
    void run() throws Exception;
  }

  private static void work(BenchSystem system, TextTable table, String what, Work work)
      throws Exception {
    var service = system.processorTime();
    var postgres = system.processorTimeOfPostgres();
    long start = System.nanoTime();
    work.run();
    table.row(
        what,
        (System.nanoTime() - start) / 1e9,
        system.processorTime().minus(service).toMillis() / 1e3,
        system.processorTimeOfPostgres().minus(postgres).toMillis() / 1e3);
  }

  private static void copy(Connection owner, String table, Path file)
      throws SQLException, IOException {
    try (var in = Files.newInputStream(file)) {
      owner
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "copy %s (user_id, photo_id, created_at) from stdin (format csv, header)"
                  .formatted(table),
              in,
              1 << 16);
    }
  }

  private void send(BenchSystem system, LikesFile file, String key)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(system.ingest() + "/imports/likes"))
            .header("Content-Type", "text/csv")
            .header("Authorization", "Bearer " + system.tokens().get())
            .POST(HttpRequest.BodyPublishers.ofFile(file.path()));
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    var response = client.send(request.build(), BodyHandlers.ofString());
    var answer = new ObjectMapper().readTree(response.body());
    if (response.statusCode() != 200
        || answer.get("inserted").asLong() != file.distinct()
        || answer.get("received").asLong() != file.rows()) {
      throw new CommandFailure("ingest-service answered " + response.body());
    }
  }

  private static Map<String, Object> add(
      TextTable table, int share, LikesFile file, LikesFile distinct, List<Turn> turns) {
    var ratios =
        turns.stream()
            .mapToDouble(turn -> (file.rows() / turn.ingest()) / (distinct.rows() / turn.copy()))
            .sorted()
            .toArray();
    double copyRate =
        distinct.rows() / Medians.of(turns.stream().mapToDouble(Turn::copy).toArray());
    double ingestRate =
        file.rows() / Medians.of(turns.stream().mapToDouble(Turn::ingest).toArray());
    table.row(
        share,
        file.rows(),
        Math.round(copyRate),
        Math.round(ingestRate),
        Medians.of(ratios),
        ratios[0],
        ratios[ratios.length - 1]);
    var result = new LinkedHashMap<String, Object>();
    result.put("duplicatesPercent", share);
    result.put("rows", file.rows());
    result.put("copyRowsPerSecond", copyRate);
    result.put("ingestRowsPerSecond", ingestRate);
    result.put("ratios", ratios);
    result.put("turns", turns);
    return result;
  }
}
