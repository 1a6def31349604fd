package io.minigram.workbench.bench.detection;

import io.minigram.workbench.terminal.CommandFailure;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What one run of {@code score} has taken, as it tells itself; {@code score} runs as a process of
 * its own, so that nothing is warm.
 *
 * @param likes how many different ones there are
 * @param reading seconds, for parsing files
 * @param computing seconds, from the columns to the scores
 * @param processor seconds of all threads while it computed
 * @param resident the most memory that the process had, in bytes
 */
public record ScoringTrial(
    long likes, double reading, double computing, double processor, long resident) {

  /**
   * @param jar bot-detector's runnable jar
   * @param heap what the process may have at most, in bytes; it fails if it needs more
   */
  public static ScoringTrial run(Path jar, Path network, long heap)
      throws IOException, InterruptedException {
    var scores = Files.createTempFile("minigram-scores", ".csv");
    try {
      var process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  // Most of the heap is one network: with the usual third of it for what is new,
                  // there would be no room.
                  "-XX:+UseParallelGC",
                  "-XX:NewRatio=12",
                  "-Xmx" + heap,
                  "-jar",
                  jar.toString(),
                  "score",
                  network.toString(),
                  "--times",
                  "--out",
                  scores.toString())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      var told = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new CommandFailure(
            "The detector failed on %s with a heap of %,d bytes: %s"
                .formatted(network, heap, told));
      }
      return of(told);
    } finally {
      Files.delete(scores);
    }
  }

  static ScoringTrial of(String told) throws IOException {
    var times = new Properties();
    times.load(new StringReader(told));
    return new ScoringTrial(
        Long.parseLong(times.getProperty("likes")),
        Double.parseDouble(times.getProperty("readSeconds")),
        Double.parseDouble(times.getProperty("computeSeconds")),
        Double.parseDouble(times.getProperty("computeProcessorSeconds")),
        Long.parseLong(times.getProperty("peakResidentBytes")));
  }
}
