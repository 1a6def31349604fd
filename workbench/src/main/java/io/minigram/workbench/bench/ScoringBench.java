package io.minigram.workbench.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import io.minigram.workbench.bench.detection.PeelingTrial;
import io.minigram.workbench.bench.detection.ScoringTrial;
import io.minigram.workbench.identity.LocalFolder;
import io.minigram.workbench.network.NetworkGenerator;
import io.minigram.workbench.terminal.CommandFailure;
import io.minigram.workbench.terminal.Progress;
import io.minigram.workbench.terminal.TextTable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code workbench bench scoring}. */
@Command(
    name = "scoring",
    description = {
      "Measure how long bot-detector's score takes over generated networks of some numbers of"
          + " likes, and the comments and follows that go with them.",
      "",
      "Each turn is a process of its own, whose heap is limited to --heap bytes a like; it tells"
          + " what it took beside reading its files. FRAUDAR works on the same likes, in this"
          + " process. Figures are medians of the turns.",
      ""
    })
public final class ScoringBench implements Callable<Integer> {

  private static final long MILLION = 1_000_000;
  private static final double MOST_SECONDS = 3;
  private static final double MOST_GROWTH = 12;
  private static final long MOST_BYTES = 64;

  /** A generated network has about as many comments and follows as it has likes. */
  private static final int INTERACTIONS_A_LIKE = 2;

  @Option(
      names = "--likes",
      split = ",",
      defaultValue = "1000000,10000000",
      paramLabel = "N",
      description = "About so many likes. Default: ${DEFAULT-VALUE}")
  private List<Long> sizes;

  @Option(
      names = "--turns",
      defaultValue = "3",
      paramLabel = "N",
      description = "Runs of each. Default: ${DEFAULT-VALUE}")
  private int turns;

  @Option(
      names = "--heap",
      defaultValue = "64",
      paramLabel = "BYTES",
      description = "Heap that the process may use for each like. Default: ${DEFAULT-VALUE}")
  private long heap;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Also write the result for machines.")
  private Path json;

  /** The medians of a size. */
  private record Size(
      long about,
      Map<String, Long> rows,
      long likes,
      double reading,
      double computing,
      double processor,
      double resident,
      double peeling,
      double peelingProcessor) {}

  @Override
  public Integer call() throws Exception {
    var jar = LocalFolder.projectHome().resolve("bot-detector/target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new CommandFailure("There is no " + jar + "; build the project first");
    }
    var results = new ArrayList<Size>();
    for (long about : sizes) {
      results.add(measure(about, jar));
    }
    print(results);
    if (json != null) {
      new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), results);
    }
    return 0;
  }

  private Size measure(long about, Path jar) throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("minigram-bench");
    try {
      var parameters = NetworkBuild.network(INTERACTIONS_A_LIKE * about);
      var network = new NetworkGenerator(parameters).writeTo(folder, true, Progress.onTerminal());
      var scoring = new ArrayList<ScoringTrial>();
      var peeling = new ArrayList<PeelingTrial>();
      long rows = network.rows().get("likes.csv");
      for (int turn = 0; turn < turns; turn++) {
        scoring.add(ScoringTrial.run(jar, folder, heap * rows));
        peeling.add(PeelingTrial.run(folder, parameters.users(), parameters.photos()));
        System.err.printf(Locale.ROOT, "%,d likes, turn %d: %s%n", rows, turn, scoring.get(turn));
      }
      return new Size(
          about,
          new LinkedHashMap<>(network.rows()),
          scoring.get(0).likes(),
          median(scoring, ScoringTrial::reading),
          median(scoring, ScoringTrial::computing),
          median(scoring, ScoringTrial::processor),
          median(scoring, trial -> trial.resident()),
          median(peeling, PeelingTrial::computing),
          median(peeling, PeelingTrial::processor));
    } finally {
      Folders.delete(folder);
    }
  }

  private static <T> double median(List<T> trials, ToDoubleFunction<T> figure) {
    return Medians.of(trials.stream().mapToDouble(figure).toArray());
  }

  private void print(List<Size> results) {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.out.printf(
        Locale.ROOT,
        "%d cores, %.0f GiB, %s %s, JDK %s, %d turns, heap of %d bytes a like%n",
        Runtime.getRuntime().availableProcessors(),
        system.getTotalMemorySize() / (double) (1 << 30),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        System.getProperty("java.version"),
        turns,
        heap);
    var table =
        new TextTable(
            "likes",
            "comments",
            "follows",
            "users",
            "computing, s",
            "processor, s",
            "reading, s",
            "resident, bytes a like",
            "FRAUDAR, s",
            "processor, s");
    for (var size : results) {
      table.row(
          size.likes,
          size.rows.get("comments.csv"),
          size.rows.get("follows.csv"),
          size.rows.get("users.csv"),
          size.computing,
          size.processor,
          size.reading,
          size.resident / size.likes,
          size.peeling,
          size.peelingProcessor);
    }
    table.print(System.out);
    System.out.println();
    var goals = new TextTable("goal", "aim", "measured", "met");
    for (var goal : goals(results)) {
      goals.row(goal.what(), goal.aim(), goal.measured(), goal.isMet() ? "yes" : "no");
    }
    goals.print(System.out);
  }

  private List<Goal> goals(List<Size> results) {
    var goals = new ArrayList<Goal>();
    for (var size : results) {
      if (size.about == MILLION) {
        goals.add(Goal.atMost("1 million likes: computing, s", MOST_SECONDS, size.computing));
        results.stream()
            .filter(other -> other.about == 10 * MILLION)
            .forEach(
                other ->
                    goals.add(
                        Goal.atMost(
                            "10 million against 1: computing, times",
                            MOST_GROWTH,
                            other.computing / size.computing)));
      }
    }
    // it would have failed otherwise
    goals.add(Goal.atMost("heap, bytes a like", MOST_BYTES, heap));
    return goals;
  }
}
