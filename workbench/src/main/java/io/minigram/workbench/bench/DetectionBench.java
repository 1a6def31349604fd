package io.minigram.workbench.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.minigram.workbench.bench.detection.DetectionReport;
import io.minigram.workbench.bench.detection.DetectionTrial;
import io.minigram.workbench.bench.detection.ModelFit;
import io.minigram.workbench.identity.LocalFolder;
import io.minigram.workbench.terminal.CommandFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code workbench bench detection}. */
@Command(
    name = "detection",
    description = {
      "Inject known bots into generated networks, and tell how many bot-detector finds.",
      "",
      "Bots of eight kinds hide among people who are hard to tell from bots. Each bot does"
          + " --camouflage times as many innocent things as fake ones. Shares of bots go from 0.1"
          + " to 5 %% of the users by turns, and a network has 2, 4 or 8 kinds of them."
          + " bot-detector's score runs as a process of its own; beside it stand the seed rule (the"
          + " share of photos liked) and FRAUDAR. Scores of all networks with the same camouflage"
          + " are put together.",
      ""
    })
public final class DetectionBench implements Callable<Integer> {

  private static final double[] SHARES = {0.001, 0.005, 0.01, 0.02, 0.05};
  private static final int MOST_DRAWN = 1_000_000_000;
  private static final int TUNING_SEEDS = 1_000;

  @Option(
      names = "--networks",
      defaultValue = "10",
      description = "Networks for each camouflage, from seeds that are drawn. Default: 10")
  private int networks;

  @Option(
      names = "--seeds",
      split = ",",
      paramLabel = "N",
      description = "Seeds to use instead; those below 1000 are for tuning.")
  private List<Long> seeds;

  @Option(
      names = "--camouflage",
      split = ",",
      defaultValue = "0,1,3,10",
      paramLabel = "C",
      description = "Innocent actions for each fake one. Default: ${DEFAULT-VALUE}")
  private List<Integer> camouflage;

  @Option(
      names = "--users",
      defaultValue = "10000",
      paramLabel = "N",
      description = "Users of each network. Default: ${DEFAULT-VALUE}")
  private int users;

  @Option(
      names = "--fit",
      description = {
        "Fit the weights of bot-detector's model on these networks instead, and print them. Name"
            + " seeds below 1000."
      })
  private boolean fit;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Also write the result for machines.")
  private Path json;

  @Override
  public Integer call() throws Exception {
    var home = LocalFolder.projectHome();
    var jar = home.resolve("bot-detector/target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new CommandFailure("There is no " + jar + "; build the project first");
    }
    var drawn = seeds == null ? draw() : seeds;
    System.out.printf(
        Locale.ROOT,
        "%,d users a network, seeds %s%n",
        users,
        drawn.stream().map(String::valueOf).collect(Collectors.joining(",")));
    long start = System.nanoTime();
    var report = new DetectionReport();
    var weights =
        fit
            ? new ModelFit(home.resolve("bot-detector/src/main/resources/scoring/model.properties"))
            : null;
    for (int hidden : camouflage) {
      for (int number = 0; number < drawn.size(); number++) {
        var folder = Files.createTempDirectory("minigram-bench");
        try {
          double share = SHARES[number % SHARES.length];
          var trial = DetectionTrial.run(drawn.get(number), users, share, hidden, folder, jar);
          if (fit) {
            weights.add(trial);
          } else {
            report.add(hidden, trial);
          }
        } finally {
          Folders.delete(folder);
        }
      }
      System.err.printf(
          Locale.ROOT,
          "camouflage %d done after %.0f s%n",
          hidden,
          (System.nanoTime() - start) / 1e9);
    }
    if (fit) {
      weights.print(System.out);
      return 0;
    }
    var results = report.print(System.out);
    if (json != null) {
      new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), results);
    }
    return 0;
  }

  private List<Long> draw() {
    var random = new SecureRandom();
    return LongStream.generate(() -> TUNING_SEEDS + random.nextInt(MOST_DRAWN))
        .limit(networks)
        .boxed()
        .toList();
  }
}
