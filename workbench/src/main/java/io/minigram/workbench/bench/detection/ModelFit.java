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
import java.util.TreeMap;

/**
 * Fits the intercept and the weights of bot-detector's model to trials. From where to where a
 * measurement counts, and which signals form a group, stays as the model has it; the signals of a
 * group share a weight, since only the largest of them counts.
 */
public final class ModelFit {

  private static final double LARGEST_WEIGHT = 12;

  /** What a signal contributes rises from one measurement to another one. */
  private record Ramp(String signal, double from, double to) {

    double at(double value) {
      return Math.min(1, Math.max(0, (value - from) / (to - from)));
    }
  }

  private final Map<String, List<Ramp>> groups = new TreeMap<>();
  private final List<double[]> features = new ArrayList<>();
  private final List<Boolean> isBot = new ArrayList<>();

  /**
   * @param model the model's file
   */
  public ModelFit(Path model) throws IOException {
    var properties = new Properties();
    try (var in = Files.newInputStream(model)) {
      properties.load(in);
    }
    for (var key : properties.stringPropertyNames().stream().sorted().toList()) {
      if (key.endsWith(".group")) {
        var signal = key.substring(0, key.length() - ".group".length());
        groups
            .computeIfAbsent(properties.getProperty(key), none -> new ArrayList<>())
            .add(
                new Ramp(
                    signal,
                    Double.parseDouble(properties.getProperty(signal + ".from")),
                    Double.parseDouble(properties.getProperty(signal + ".to"))));
      }
    }
  }

  /** Takes all accounts of a trial. */
  public void add(DetectionTrial trial) {
    add(trial.truth(), trial.scores().signals());
  }

  void add(Truth truth, Map<String, double[]> signals) {
    for (int user = 0; user < truth.users(); user++) {
      var row = new double[groups.size()];
      int feature = 0;
      for (var group : groups.values()) {
        for (var ramp : group) {
          double value = signals.get(ramp.signal())[user];
          row[feature] = Math.max(row[feature], ramp.at(value));
        }
        feature++;
      }
      features.add(row);
      isBot.add(truth.isBot(user));
    }
  }

  /** The intercept, then the weight of each group in alphabetical order. */
  double[] weights() {
    var known = new boolean[isBot.size()];
    for (int row = 0; row < known.length; row++) {
      known[row] = isBot.get(row);
    }
    return WeightFit.fit(features.toArray(double[][]::new), known, LARGEST_WEIGHT);
  }

  /** Prints the lines of the model's file that change. */
  public void print(PrintStream out) {
    var weights = weights();
    out.printf(Locale.ROOT, "intercept=%.2f%n", weights[0]);
    int feature = 1;
    for (var group : groups.values()) {
      for (var ramp : group) {
        out.printf(Locale.ROOT, "%s.weight=%.2f%n", ramp.signal(), weights[feature]);
      }
      feature++;
    }
  }
}
