package io.minigram.workbench.bench.detection;

import io.minigram.workbench.terminal.TextTable;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Puts trials together, by camouflage and kind of bot. */
public final class DetectionReport {

  static final double FLAGGED = 0.5;

  private final SortedMap<Integer, List<DetectionTrial>> trials = new TreeMap<>();

  public void add(int camouflage, DetectionTrial trial) {
    trials.computeIfAbsent(camouflage, none -> new ArrayList<>()).add(trial);
  }

  /**
   * Prints tables.
   *
   * @return the same for machines
   */
  public List<Map<String, Object>> print(PrintStream out) {
    var results = new ArrayList<Map<String, Object>>();
    kinds(results).print(out);
    out.println();
    everything(results).print(out);
    out.println();
    people(results).print(out);
    out.println();
    new SignalTable(trials).table(results).print(out);
    return results;
  }

  private TextTable kinds(List<Map<String, Object>> results) {
    var table =
        new TextTable(
            "camouflage",
            "kind",
            "bots",
            "average precision",
            "recall at 1 %",
            "at 0.1 %",
            "flagged",
            "calibration error",
            "ring F1",
            "seed rule's AP",
            "FRAUDAR's AP");
    trials.forEach(
        (camouflage, some) -> {
          var sums = new double[7];
          int kinds = 0;
          for (var kind : BotKind.values()) {
            var ranking = ranking(some, trial -> trial.scores().values(), kind::equals);
            if (ranking.bots() > 0) {
              kinds++;
              var figures =
                  new double[] {
                    ranking.averagePrecision(),
                    ranking.recall(0.01),
                    ranking.recall(0.001),
                    ranking.shareOfBotsFrom(FLAGGED),
                    ranking.calibrationError(),
                    ranking(some, DetectionTrial::likedShare, kind::equals).averagePrecision(),
                    ranking(some, DetectionTrial::fraudar, kind::equals).averagePrecision()
                  };
              for (int figure = 0; figure < figures.length; figure++) {
                sums[figure] += figures[figure];
              }
              row(
                  table,
                  results,
                  camouflage,
                  kind.toString(),
                  ranking.bots(),
                  figures,
                  f1(some, kind));
            }
          }
          for (int figure = 0; figure < sums.length; figure++) {
            sums[figure] /= kinds;
          }
          var inRings =
              Arrays.stream(BotKind.values())
                  .filter(BotKind::inRings)
                  .flatMapToDouble(kind -> f1(some, kind).stream().mapToDouble(f1 -> f1))
                  .boxed()
                  .toList();
          row(table, results, camouflage, "mean", 0, sums, inRings);
        });
    return table;
  }

  private static void row(
      TextTable table,
      List<Map<String, Object>> results,
      int camouflage,
      String kind,
      int bots,
      double[] figures,
      List<Double> f1) {
    var rings = f1.stream().mapToDouble(value -> value).average();
    table.row(
        camouflage,
        kind,
        bots == 0 ? "" : String.valueOf(bots),
        three(figures[0]),
        three(figures[1]),
        three(figures[2]),
        three(figures[3]),
        three(figures[4]),
        rings.isPresent() ? three(rings.getAsDouble()) : "",
        three(figures[5]),
        three(figures[6]));
    var result = new LinkedHashMap<String, Object>();
    result.put("camouflage", camouflage);
    result.put("kind", kind);
    result.put("bots", bots);
    result.put("averagePrecision", figures[0]);
    result.put("recallAt1Percent", figures[1]);
    result.put("recallAt01Percent", figures[2]);
    result.put("flagged", figures[3]);
    result.put("calibrationError", figures[4]);
    rings.ifPresent(value -> result.put("ringF1", value));
    result.put("seedRuleAveragePrecision", figures[5]);
    result.put("fraudarAveragePrecision", figures[6]);
    results.add(result);
  }

  private static List<Double> f1(List<DetectionTrial> some, BotKind kind) {
    return some.stream()
        .flatMap(
            trial ->
                trial.truth().rings().stream()
                    .filter(ring -> ring.kind() == kind)
                    .map(ring -> trial.scores().ringF1(ring.members())))
        .toList();
  }

  private TextTable everything(List<Map<String, Object>> results) {
    var table =
        new TextTable(
            "camouflage",
            "all kinds",
            "bots",
            "average precision",
            "precision at 100",
            "calibration error",
            "seconds a network");
    Map<String, Function<DetectionTrial, double[]>> detectors = new LinkedHashMap<>();
    detectors.put("bot-detector", trial -> trial.scores().values());
    detectors.put("seed rule", DetectionTrial::likedShare);
    detectors.put("FRAUDAR", DetectionTrial::fraudar);
    trials.forEach(
        (camouflage, some) -> {
          detectors.forEach(
              (name, scores) -> {
                var ranking = ranking(some, scores, kind -> true);
                double seconds =
                    switch (name) {
                      case "bot-detector" -> seconds(some, t -> t.scoring().toMillis() / 1e3);
                      case "FRAUDAR" -> seconds(some, t -> t.peeling().toMillis() / 1e3);
                      default -> 0;
                    };
                table.row(
                    camouflage,
                    name,
                    ranking.bots(),
                    three(ranking.averagePrecision()),
                    three(ranking.precision(100)),
                    name.equals("FRAUDAR") ? "" : three(ranking.calibrationError()),
                    seconds == 0 ? "" : String.format(Locale.ROOT, "%.1f", seconds));
                results.add(
                    Map.of(
                        "camouflage",
                        camouflage,
                        "detector",
                        name,
                        "averagePrecision",
                        ranking.averagePrecision(),
                        "precisionAt100",
                        ranking.precision(100)));
              });
        });
    return table;
  }

  private static double seconds(
      List<DetectionTrial> some, ToDoubleFunction<DetectionTrial> seconds) {
    return some.stream().mapToDouble(seconds).average().orElse(0);
  }

  /** How many of the people are flagged, and what a guess by id, name and so on is worth. */
  private TextTable people(List<Map<String, Object>> results) {
    var table = new TextTable("people", "how many", "flagged", "flagged %");
    var all = trials.values().stream().flatMap(List::stream).toList();
    for (var kind : HardNegative.values()) {
      count(table, results, kind.toString(), all, trial -> trial.truth().people(kind));
    }
    count(
        table,
        results,
        "everybody",
        all,
        trial ->
            IntStream.range(0, trial.truth().users())
                .filter(user -> !trial.truth().isBot(user))
                .toArray());
    var guesses =
        all.stream()
            .mapToDouble(
                trial ->
                    ranking(List.of(trial), DetectionTrial::guess, kind -> true).areaUnderCurve())
            .toArray();
    double mean = DoubleStream.of(guesses).average().orElse(0);
    double variance =
        DoubleStream.of(guesses).map(guess -> (guess - mean) * (guess - mean)).sum()
            / Math.max(1, guesses.length - 1);
    double error = Math.sqrt(variance / guesses.length);
    table.row(
        "guess by id, name, row, registration", "AUC " + three(mean), "± " + three(error), "");
    results.add(Map.of("guessAreaUnderCurve", mean, "standardError", error));
    return table;
  }

  private static void count(
      TextTable table,
      List<Map<String, Object>> results,
      String name,
      List<DetectionTrial> all,
      Function<DetectionTrial, int[]> people) {
    long total = 0;
    long flagged = 0;
    for (var trial : all) {
      for (int user : people.apply(trial)) {
        total++;
        flagged += trial.scores().values()[user] >= FLAGGED ? 1 : 0;
      }
    }
    double share = (double) flagged / total;
    table.row(name, String.valueOf(total), String.valueOf(flagged), three(100 * share));
    results.add(Map.of("people", name, "count", total, "flagged", flagged));
  }

  static Ranking ranking(
      List<DetectionTrial> some,
      Function<DetectionTrial, double[]> scores,
      Predicate<BotKind> kinds) {
    var bots = DoubleStream.builder();
    var people = DoubleStream.builder();
    for (var trial : some) {
      var values = scores.apply(trial);
      for (int user = 0; user < values.length; user++) {
        if (!trial.truth().isBot(user)) {
          people.add(values[user]);
        } else if (kinds.test(trial.truth().kind(user))) {
          bots.add(values[user]);
        }
      }
    }
    return new Ranking(bots.build().toArray(), people.build().toArray());
  }

  private static String three(double figure) {
    return String.format(Locale.ROOT, "%.3f", figure);
  }
}
