package io.minigram.workbench.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.minigram.workbench.identity.LocalFolder;
import io.minigram.workbench.terminal.CommandFailure;
import io.minigram.workbench.terminal.TextTable;
import io.minigram.workbench.up.BenchSystem;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code workbench bench insights}. */
@Command(
    name = "insights",
    description = {
      "Ask insights-service every question, on networks of several sizes.",
      "",
      "Each network is generated, imported through ingest-service while nobody rolls, and rolled"
          + " up, on a PostgreSQL of its own with fsync on. Then every question is asked over HTTP"
          + " by one client, with default arguments and with others: of a service that keeps no"
          + " answers, and of one that does; beside them plain SQL over the facts on the same"
          + " database. Last, many clients ask for the totals at the same time, and an HTTP server"
          + " that only returns the same bytes. Users, photos, likes, comments and follows grow"
          + " together; a million interactions are the default network.",
      "",
      "50 million interactions take some 25 GB while they are built.",
      ""
    })
public final class InsightsBench implements Callable<Integer> {

  @Spec private CommandSpec spec;

  private static final Map<String, String> WITHOUT_CACHE =
      Map.of("MINIGRAM_READING_CACHED_ROWS", "0", "MINIGRAM_ROLLING_ENABLED", "false");

  private static final double MILLION = 1e6;
  private static final double MEBIBYTE = 1 << 20;

  @Option(
      names = "--interactions",
      paramLabel = "N",
      split = ",",
      defaultValue = "1000000,10000000,50000000",
      description =
          "Sizes of the networks: users, photos, tags of photos, likes, comments and follows"
              + " together. Default: ${DEFAULT-VALUE}")
  private List<Long> interactions;

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "Turns over all questions, after one to warm up. Default: ${DEFAULT-VALUE}")
  private int rounds;

  @Option(
      names = "--requests",
      defaultValue = "40",
      description =
          "Requests of each question in a turn, or as many as there is time for in"
              + " --question-seconds. Default: ${DEFAULT-VALUE}")
  private int requests;

  @Option(
      names = "--question-seconds",
      defaultValue = "2",
      description = "Most time of a question in a turn. Default: ${DEFAULT-VALUE}")
  private int questionSeconds;

  @Option(
      names = "--clients",
      defaultValue = "32",
      description = "Clients that ask at the same time in the end. Default: ${DEFAULT-VALUE}")
  private int clients;

  @Option(
      names = "--seconds",
      defaultValue = "5",
      description = "Length of a turn of these clients. Default: ${DEFAULT-VALUE}")
  private int seconds;

  @Option(
      names = "--plain-limit",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "When a plain statement is given up. Default: ${DEFAULT-VALUE}")
  private int plainLimit;

  @Option(
      names = "--questions",
      paramLabel = "NAME",
      split = ",",
      description =
          "Ask these only, such as totals,SecondReport, of the two services, and measure nothing"
              + " else. Default: all")
  private Set<String> questions;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Keep the databases in this folder, one a size, and use those that are there. Default: a"
              + " folder that is deleted in the end")
  private Path data;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Also write the result for machines.")
  private Path json;

  @Override
  public Integer call() throws Exception {
    demandKnownQuestions();
    var results = new ArrayList<SizeResult>();
    for (long size : interactions) {
      var folder =
          data == null
              ? Files.createTempDirectory("minigram-bench")
              : Files.createDirectories(data.resolve(Long.toString(size)));
      try {
        results.add(measure(size, folder));
      } finally {
        if (data == null) {
          Folders.delete(folder);
        }
      }
      // what was measured so far is not lost if the next size fails
      if (json != null) {
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), results);
      }
    }
    printSizes(results);
    if (questions != null) {
      return 0;
    }
    var goals = Goal.of(results);
    if (!goals.isEmpty()) {
      System.out.println();
      var table = new TextTable("goal", "aim", "measured", "");
      goals.forEach(
          goal ->
              table.row(goal.what(), goal.aim(), goal.measured(), goal.isMet() ? "met" : "MISSED"));
      table.print(System.out);
    }
    return 0;
  }

  private SizeResult measure(long size, Path folder) throws Exception {
    try (var system = BenchSystem.start(folder.resolve("data"));
        var owner = system.owner().connect()) {
      var kept = folder.resolve("build.json");
      URI cached;
      BuildFigures build;
      if (Files.exists(kept)) {
        build = NetworkBuild.kept(kept);
        cached = system.serveInsights(Map.of());
      } else {
        var started = new ArrayList<URI>();
        build =
            new NetworkBuild(system)
                .build(
                    size,
                    folder.resolve("network"),
                    () -> {
                      started.add(system.serveInsights(Map.of()));
                      return started.get(0);
                    });
        cached = started.get(0);
        vacuum(owner);
        NetworkBuild.keep(kept, build);
      }
      system.awaitRollUps(cached);
      var worked = system.serveInsights(WITHOUT_CACHE);
      var result = ask(size, system, owner, build, worked, cached);
      print(owner, result);
      return result;
    }
  }

  // so that no background work falls into the measurements, and plans know the tables
  private static void vacuum(Connection owner) throws SQLException {
    try (var statement = owner.createStatement()) {
      statement.execute("vacuum (analyze)");
      statement.execute("checkpoint");
    }
  }

  private SizeResult ask(
      long size, BenchSystem system, Connection owner, BuildFigures build, URI worked, URI cached)
      throws Exception {
    var defaults = Question.withDefaults();
    var report = Question.secondReport();
    var all = asked(defaults, Question.withOthers(), report);
    var ofWorked = new Times(system, worked);
    var ofCached = new Times(system, cached);
    for (int round = 0; round <= rounds; round++) {
      if (round == 1) {
        ofWorked.forget();
        ofCached.forget();
      }
      for (var question : all) {
        ofWorked.ask(question);
        ofCached.ask(question);
      }
      System.err.printf(Locale.ROOT, "%,d interactions: turn %d of %d%n", size, round, rounds);
    }
    var plain = new PlainTimes(owner, Duration.ofSeconds(plainLimit));
    var times = new ArrayList<QuestionTimes>();
    for (var question : all) {
      times.add(
          new QuestionTimes(
              question.name(),
              defaults.contains(question),
              ofWorked.of(question),
              ofCached.of(question),
              questions == null ? plain.of(question.plain()) : null));
    }
    var timesOfReport = all.contains(report) ? times.remove(times.size() - 1) : null;
    return new SizeResult(
        size,
        rowsThatAreIn(owner),
        build,
        RollUpSize.of(owner, "insights"),
        RollUpSize.of(owner, "facts").allBytes(),
        times,
        timesOfReport,
        questions == null ? rates(system, worked, cached) : Map.of());
  }

  private void demandKnownQuestions() {
    if (questions != null) {
      var unknown = new TreeSet<>(questions);
      Stream.of(Question.withDefaults(), Question.withOthers(), List.of(Question.secondReport()))
          .flatMap(List::stream)
          .forEach(question -> unknown.remove(question.name()));
      if (!unknown.isEmpty()) {
        throw new ParameterException(
            spec.commandLine(), "There is no question " + String.join(", ", unknown));
      }
    }
  }

  private List<Question> asked(List<Question> defaults, List<Question> others, Question report) {
    var all = new ArrayList<>(defaults);
    all.addAll(others);
    all.add(report);
    if (questions != null) {
      all.removeIf(question -> !questions.contains(question.name()));
    }
    return all;
  }

  /** What one client sees of a service. */
  private final class Times {

    private final BenchSystem system;
    private final URI address;
    private final Map<String, List<Long>> nanos = new LinkedHashMap<>();

    private Times(BenchSystem system, URI address) {
      this.system = system;
      this.address = address;
    }

    void forget() {
      nanos.clear();
    }

    void ask(Question question) throws IOException {
      var some = nanos.computeIfAbsent(question.name(), none -> new ArrayList<>());
      var body = body(question);
      long end = System.nanoTime() + Duration.ofSeconds(questionSeconds).toNanos();
      try (var connection = new KeptConnection(address, "/graphql", system.viewers().get())) {
        for (int request = 0; request < requests && System.nanoTime() < end; request++) {
          long start = System.nanoTime();
          var answer = connection.post(body);
          some.add(System.nanoTime() - start);
          demandData(question, answer);
        }
      }
    }

    Latencies of(Question question) {
      return Latencies.ofNanos(
          nanos.get(question.name()).stream().mapToLong(Long::longValue).toArray());
    }
  }

  private static String body(Question question) throws IOException {
    return new ObjectMapper().writeValueAsString(Map.of("query", question.document()));
  }

  private static void demandData(Question question, String answer) {
    if (answer.contains("\"errors\":") || !answer.contains("\"data\":")) {
      throw new CommandFailure(
          "insights-service answered to %s: %s"
              .formatted(question.name(), answer.substring(0, Math.min(500, answer.length()))));
    }
  }

  private static Map<String, Long> rowsThatAreIn(Connection owner) throws SQLException {
    var rows = new LinkedHashMap<String, Long>();
    try (var statement = owner.createStatement();
        var counted =
            statement.executeQuery(
                """
                select users, photos, photo_tags, likes, comments, follows
                from insights.network
                """)) {
      counted.next();
      for (var kind : List.of("users", "photos", "photo_tags", "likes", "comments", "follows")) {
        rows.put(kind, counted.getLong(kind));
      }
    }
    return rows;
  }

  /** Answers a second to many clients, by turns. */
  private Map<String, Double> rates(BenchSystem system, URI worked, URI cached) throws Exception {
    var totals = Question.withDefaults().get(0);
    var body = body(totals);
    String answer;
    try (var connection = new KeptConnection(cached, "/graphql", system.viewers().get())) {
      answer = connection.post(body);
    }
    var file = Files.createTempFile("minigram-bench", ".json");
    try {
      Files.writeString(file, answer, StandardCharsets.UTF_8);
      try (var bare = BareServer.start(LocalFolder.projectHome(), file)) {
        var ways = new LinkedHashMap<String, URI>();
        ways.put("totals, worked out", worked);
        ways.put("totals, kept", cached);
        ways.put("the same bytes from Vert.x alone", bare.address());
        var rates = new LinkedHashMap<String, List<Double>>();
        for (int round = 0; round <= rounds; round++) {
          for (var way : ways.entrySet()) {
            var answers =
                new Clients(clients, Duration.ofSeconds(seconds))
                    .run(
                        way.getValue(),
                        system.viewers().get(),
                        connection -> demandData(totals, connection.post(body)));
            if (round > 0) {
              rates.computeIfAbsent(way.getKey(), none -> new ArrayList<>()).add(answers.rate());
            }
          }
        }
        var medians = new LinkedHashMap<String, Double>();
        rates.forEach(
            (way, some) ->
                medians.put(
                    way, Medians.of(some.stream().mapToDouble(Double::doubleValue).toArray())));
        return medians;
      }
    } finally {
      Files.delete(file);
    }
  }

  private void print(Connection owner, SizeResult result) throws SQLException {
    System.out.printf(
        Locale.ROOT,
        "%n%d cores, JDK %s, PostgreSQL %s, fsync on, %d turns of up to %d requests%n",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version"),
        owner.getMetaData().getDatabaseProductVersion(),
        rounds,
        requests);
    var rows = result.rows();
    System.out.printf(
        Locale.ROOT,
        "%,d interactions: %,d users, %,d photos, %,d tags of photos, %,d likes, %,d comments, %,d"
            + " follows%n",
        result.allRows(),
        rows.get("users"),
        rows.get("photos"),
        rows.get("photo_tags"),
        rows.get("likes"),
        rows.get("comments"),
        rows.get("follows"));
    var table =
        new TextTable(
            "question", "p50 ms", "p99 ms", "kept p50 ms", "kept p99 ms", "plain SQL ms", "");
    boolean hasGoals = result.interactions() == (long) MILLION;
    for (var question : result.questions()) {
      row(table, question, !hasGoals ? "" : Goal.isFast(question) ? "met" : "MISSED");
    }
    if (result.report() != null) {
      row(table, result.report(), "");
    }
    table.print(System.out);
    result
        .rates()
        .forEach(
            (way, rate) ->
                System.out.printf(
                    Locale.ROOT, "%d clients, %s: %,.0f a second%n", clients, way, rate));
  }

  private void row(TextTable table, QuestionTimes question, String mark) {
    table.row(
        question.name(),
        question.worked().p50(),
        question.worked().p99(),
        question.cached().p50(),
        question.cached().p99(),
        plain(question.plain()),
        mark);
  }

  private Object plain(Double millis) {
    if (millis == null) {
      return "";
    }
    return millis.isInfinite()
        ? "> " + String.format(Locale.ROOT, "%,d", plainLimit * 1_000)
        : millis;
  }

  private static void printSizes(List<SizeResult> results) {
    System.out.println();
    var table =
        new TextTable(
            "interactions",
            "import rows/s",
            "beside the roller",
            "roller takes %",
            "roller µs/row",
            "at the end",
            "roll-up rows a million",
            "MiB a million",
            "facts MiB a million");
    for (var result : results) {
      double millions = result.allRows() / MILLION;
      var build = result.build();
      table.row(
          result.allRows(),
          Math.round(build.importRate()),
          Math.round(build.importRateWhileRolling()),
          100 * build.shareOfRoller(),
          build.rollMicros(),
          build.rollMicrosAtEnd(),
          Math.round(result.rollUps().allRows() / millions),
          result.rollUps().allBytes() / MEBIBYTE / millions,
          result.bytesOfFacts() / MEBIBYTE / millions);
    }
    table.print(System.out);
  }
}
