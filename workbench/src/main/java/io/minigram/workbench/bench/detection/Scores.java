package io.minigram.workbench.bench.detection;

import io.minigram.workbench.terminal.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the detector said, by user.
 *
 * @param values the score of each
 * @param signals what each signal measured
 * @param contributions what each signal of the model contributes by itself, in log odds
 * @param rings the members of each ring
 */
record Scores(
    double[] values,
    Map<String, double[]> signals,
    Map<Signal, double[]> contributions,
    List<int[]> rings) {

  private static final int BEFORE_SIGNALS = 4;
  private static final String CONTRIBUTION = "_CONTRIBUTION";
  private static final String SHADOW_CONTRIBUTION = "_SHADOW" + CONTRIBUTION;

  /**
   * A signal of the model.
   *
   * @param counts whether its contribution goes into the score; otherwise it is in the shadow
   */
  record Signal(String name, boolean counts) {}

  /**
   * Runs {@code score} as a process of its own.
   *
   * @param jar bot-detector's runnable jar
   */
  static Scores of(Path jar, Path folder, int users) throws IOException, InterruptedException {
    var out = folder.resolve("scores.csv");
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toString(),
                "score",
                folder.toString(),
                "--signals",
                "--out",
                out.toString())
            .inheritIO()
            .start();
    if (process.waitFor() != 0) {
      throw new CommandFailure("The detector failed on " + folder);
    }
    return read(out, users);
  }

  static Scores read(Path file, int users) throws IOException {
    var values = new double[users];
    var signals = new LinkedHashMap<String, double[]>();
    var contributions = new LinkedHashMap<Signal, double[]>();
    var columns = new ArrayList<double[]>();
    var members = new HashMap<Integer, List<Integer>>();
    try (var reader = Files.newBufferedReader(file)) {
      var header = reader.readLine().split(",");
      for (int column = BEFORE_SIGNALS; column < header.length; column++) {
        var name = header[column];
        var ofColumn = new double[users];
        columns.add(ofColumn);
        if (!name.endsWith(CONTRIBUTION)) {
          signals.put(name, ofColumn);
        } else if (name.endsWith(SHADOW_CONTRIBUTION)) {
          contributions.put(new Signal(without(SHADOW_CONTRIBUTION, name), false), ofColumn);
        } else {
          contributions.put(new Signal(without(CONTRIBUTION, name), true), ofColumn);
        }
      }
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        var first = line.split(",", 3);
        int user = Integer.parseInt(first[0]) - 1;
        values[user] = Double.parseDouble(first[1]);
        // the reason is in quotes, and may have commas, or is not there
        int reason = first[2].startsWith("\"") ? first[2].indexOf("\",") + 1 : 0;
        var rest = first[2].substring(reason + 1).split(",", -1);
        if (!rest[0].isEmpty()) {
          members.computeIfAbsent(Integer.parseInt(rest[0]), none -> new ArrayList<>()).add(user);
        }
        int column = 1;
        for (var ofColumn : columns) {
          ofColumn[user] = Double.parseDouble(rest[column++]);
        }
      }
    }
    return new Scores(values, signals, contributions, rings(members));
  }

  private static String without(String ending, String name) {
    return name.substring(0, name.length() - ending.length());
  }

  private static List<int[]> rings(Map<Integer, List<Integer>> members) {
    return members.values().stream()
        .map(ring -> ring.stream().mapToInt(Integer::intValue).sorted().toArray())
        .toList();
  }

  /**
   * The best F1 of any ring that was found: twice the members in common, by the members of both.
   *
   * @param truth the members of a ring that is there
   */
  double ringF1(int[] truth) {
    double best = 0;
    for (var ring : rings) {
      long common =
          Arrays.stream(truth).filter(user -> Arrays.binarySearch(ring, user) >= 0).count();
      best = Math.max(best, 2.0 * common / (truth.length + ring.length));
    }
    return best;
  }
}
