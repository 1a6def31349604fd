package io.minigram.workbench.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.minigram.workbench.terminal.CommandFailure;
import io.minigram.workbench.terminal.TextTable;
import io.minigram.workbench.up.BenchSystem;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code workbench bench writes}. */
@Command(
    name = "writes",
    description = {
      "Like photos one by one, as a front end does, from many clients at once.",
      "",
      "By turns: gathered into batches, as ingest-service does it; one transaction a write, each on"
          + " one of 16 connections; and likes that are refused before they reach the database, as"
          + " the ceiling of what GraphQL over HTTP gives. All on one PostgreSQL with fsync on.",
      ""
    })
public final class WritesBench implements Callable<Integer> {

  private static final long USERS = 100_000;
  private static final long PHOTOS = 100_000;
  private static final int ALONE_PORT = 18_084;

  @Option(
      names = "--clients",
      defaultValue = "64",
      description = "Clients that each wait for their answer. Default: ${DEFAULT-VALUE}")
  private int clients;

  @Option(
      names = "--seconds",
      defaultValue = "10",
      description = "Length of a turn. Default: ${DEFAULT-VALUE}")
  private int seconds;

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "Turns of each. Default: ${DEFAULT-VALUE}")
  private int rounds;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Also write the result for machines.")
  private Path json;

  private final AtomicLong likes = new AtomicLong();

  private enum Way {
    GATHERED("gathered"),
    ALONE("one transaction a write"),
    REFUSED("refused by validation");

    private final String label;

    Way(String label) {
      this.label = label;
    }
  }

  /**
   * One turn.
   *
   * @param rate answers a second
   * @param millis median and 99th percentile of the time to an answer
   */
  private record Turn(double rate, double median, double p99) {}

  @Override
  public Integer call() throws Exception {
    var folder = Files.createTempDirectory("minigram-bench");
    try (var system = BenchSystem.start(folder.resolve("data"));
        var owner = system.owner().connect()) {
      prepare(owner);
      var alone =
          system.serveAnother(
              ALONE_PORT,
              Map.of(
                  "MINIGRAM_WRITES_BATCH_SIZE", "1",
                  "MINIGRAM_WRITES_LONGEST_WAIT", "0",
                  "MINIGRAM_WRITES_WRITERS", "16"));
      var addresses =
          Map.of(Way.GATHERED, system.ingest(), Way.ALONE, alone, Way.REFUSED, system.ingest());
      for (var way : Way.values()) {
        turn(way, addresses.get(way), system.tokens().get());
      }
      var turns = new LinkedHashMap<Way, List<Turn>>();
      for (int round = 0; round < rounds; round++) {
        for (var way : Way.values()) {
          var turn = turn(way, addresses.get(way), system.tokens().get());
          turns.computeIfAbsent(way, none -> new ArrayList<>()).add(turn);
          System.err.printf(Locale.ROOT, "%s: %,.0f a second%n", way.label, turn.rate());
        }
      }
      print(owner, turns);
      return 0;
    } finally {
      Folders.delete(folder);
    }
  }

  private static void prepare(Connection owner) throws SQLException {
    try (var statement = owner.createStatement()) {
      statement.execute(
          """
          insert into facts.users (id, username, created_at, batch_id)
          select id, 'user' || id, '2019-01-01Z', 0 from generate_series(1, %d) as id;
          insert into facts.photos (id, owner_id, image_url, created_at, batch_id)
          select id, id, 'https://example.org/' || id, '2019-06-01Z', 0
          from generate_series(1, %d) as id;
          analyze facts.users; analyze facts.photos;
          """
              .formatted(USERS, PHOTOS));
    }
  }

  private Turn turn(Way way, URI address, String token) throws Exception {
    var expected = way == Way.REFUSED ? "BAD_ARGUMENT" : "\"changed\":true";
    var answers =
        new Clients(clients, Duration.ofSeconds(seconds))
            .run(
                address,
                token,
                connection -> {
                  var answer = connection.post(body(way));
                  if (!answer.contains(expected)) {
                    throw new CommandFailure("ingest-service answered " + answer);
                  }
                });
    return new Turn(answers.rate(), answers.latencies().p50(), answers.latencies().p99());
  }

  /** Every like is a new one. */
  private String body(Way way) {
    long number = likes.getAndIncrement();
    return """
    {"query":"mutation($p:ID!,$u:ID!){like(photoId:$p,userId:$u){changed}}",\
    "variables":{"p":"%d","u":"%d"}}\
    """
        .formatted(
            way == Way.REFUSED ? 0 : 1 + number % PHOTOS,
            1 + (number / PHOTOS * 7 + number) % USERS);
  }

  private void print(Connection owner, Map<Way, List<Turn>> turns) throws Exception {
    System.out.printf(
        Locale.ROOT,
        "%d cores, JDK %s, PostgreSQL %s, fsync on, %d clients, %d turns of %d s each%n",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version"),
        owner.getMetaData().getDatabaseProductVersion(),
        clients,
        rounds,
        seconds);
    var table =
        new TextTable("way", "writes/s", "median ms", "p99 ms", "gathered is", "least", "most");
    var results = new LinkedHashMap<String, Object>();
    turns.forEach(
        (way, some) -> {
          var ratios = new double[some.size()];
          for (int round = 0; round < ratios.length; round++) {
            ratios[round] = turns.get(Way.GATHERED).get(round).rate() / some.get(round).rate();
          }
          Arrays.sort(ratios);
          table.row(
              way.label,
              Math.round(Medians.of(some.stream().mapToDouble(Turn::rate).toArray())),
              Medians.of(some.stream().mapToDouble(Turn::median).toArray()),
              Medians.of(some.stream().mapToDouble(Turn::p99).toArray()),
              Medians.of(ratios),
              ratios[0],
              ratios[ratios.length - 1]);
          results.put(way.label, some);
        });
    table.print(System.out);
    if (json != null) {
      new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), results);
    }
  }
}
