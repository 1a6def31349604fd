package io.minigram.workbench.bench.detection;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;

/**
 * Fits the intercept and the weights of bot-detector's model to trials. From where to where a
 * measurement counts, and which signals form a group, stays as the model has it; the signals of a
 * group share a weight, since only the largest of them counts. Signals in the shadow do not take
 * part; of each it is told what would change if it counted too.
 */
public final class ModelFit {

  private static final double LARGEST_WEIGHT = 12;

  /** What a signal contributes rises from one measurement to another one. */
  private record Ramp(String signal, String group, double from, double to, boolean shadow) {

    static Ramp of(String signal, Properties model) {
      return new Ramp(
          signal,
          model.getProperty(signal + ".group"),
          Double.parseDouble(model.getProperty(signal + ".from")),
          Double.parseDouble(model.getProperty(signal + ".to")),
          Boolean.parseBoolean(model.getProperty(signal + ".shadow")));
    }

    double at(double value) {
      return Math.min(1, Math.max(0, (value - from) / (to - from)));
    }
  }

  private final List<Ramp> ramps;
  // an entry a ramp
  private final List<double[]> accounts = new ArrayList<>();
  private final List<Boolean> isBot = new ArrayList<>();

  /**
   * @param model the model's file
   */
  public ModelFit(Path model) throws IOException {
    var properties = new Properties();
    try (var in = Files.newInputStream(model)) {
      properties.load(in);
    }
    this.ramps =
        properties.stringPropertyNames().stream()
            .filter(key -> key.endsWith(".group"))
            .map(key -> Ramp.of(key.substring(0, key.length() - ".group".length()), properties))
            .sorted((one, other) -> one.signal.compareTo(other.signal))
            .toList();
  }

  /** Takes all accounts of a trial. */
  public void add(DetectionTrial trial) {
    add(trial.truth(), trial.scores().signals());
  }

  void add(Truth truth, Map<String, double[]> signals) {
    for (int user = 0; user < truth.users(); user++) {
      int account = user;
      accounts.add(
          ramps.stream().mapToDouble(ramp -> ramp.at(signals.get(ramp.signal)[account])).toArray());
      isBot.add(truth.isBot(user));
    }
  }

  /** Prints the lines of the model's file that change, and what those in the shadow would do. */
  public void print(PrintStream out) {
    Predicate<Ramp> counts = ramp -> !ramp.shadow;
    var groups = groups(counts);
    var fit = fit(counts);
    out.printf(Locale.ROOT, "intercept=%.2f%n", fit.weights()[0]);
    for (var ramp : ramps.stream().filter(counts).toList()) {
      out.printf(Locale.ROOT, "%s.weight=%.2f%n", ramp.signal, weight(ramp, groups, fit));
    }
    out.printf(Locale.ROOT, "# loss=%.6f nats an account%n", fit.loss());
    for (var shadow : ramps.stream().filter(Ramp::shadow).toList()) {
      Predicate<Ramp> both = ramp -> !ramp.shadow || ramp.equals(shadow);
      var with = fit(both);
      out.printf(
          Locale.ROOT,
          "# loss=%.6f if %s counted too, with a weight of %.2f%n",
          with.loss(),
          shadow.signal,
          weight(shadow, groups(both), with));
    }
  }

  private static double weight(Ramp ramp, List<String> groups, WeightFit.Fit fit) {
    return fit.weights()[1 + groups.indexOf(ramp.group)];
  }

  private List<String> groups(Predicate<Ramp> included) {
    return ramps.stream().filter(included).map(Ramp::group).distinct().sorted().toList();
  }

  private WeightFit.Fit fit(Predicate<Ramp> included) {
    var groups = groups(included);
    var features = new double[accounts.size()][groups.size()];
    for (int ramp = 0; ramp < ramps.size(); ramp++) {
      if (included.test(ramps.get(ramp))) {
        int group = groups.indexOf(ramps.get(ramp).group);
        for (int row = 0; row < features.length; row++) {
          features[row][group] = Math.max(features[row][group], accounts.get(row)[ramp]);
        }
      }
    }
    var known = new boolean[isBot.size()];
    for (int row = 0; row < known.length; row++) {
      known[row] = isBot.get(row);
    }
    return WeightFit.fit(features, known, LARGEST_WEIGHT);
  }
}
