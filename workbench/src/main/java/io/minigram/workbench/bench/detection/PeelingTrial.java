package io.minigram.workbench.bench.detection;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What FRAUDAR takes on the likes of a network.
 *
 * @param computing seconds, from the likes in memory to the users in order
 * @param processor seconds of its only thread
 */
public record PeelingTrial(double computing, double processor) {

  public static PeelingTrial run(Path network, int users, int photos) throws IOException {
    var likes = new Actions();
    try (var lines = Files.lines(network.resolve("likes.csv"))) {
      lines
          .skip(1)
          .forEach(
              line -> {
                int afterUser = line.indexOf(',');
                int afterPhoto = line.indexOf(',', afterUser + 1);
                likes.add(
                    Integer.parseInt(line, 0, afterUser, 10) - 1,
                    Integer.parseInt(line, afterUser + 1, afterPhoto, 10) - 1,
                    0);
              });
    }
    var threads = ManagementFactory.getThreadMXBean();
    long start = System.nanoTime();
    long processor = threads.getCurrentThreadCpuTime();
    new Fraudar(users, photos, likes);
    return new PeelingTrial(
        (System.nanoTime() - start) / 1e9, (threads.getCurrentThreadCpuTime() - processor) / 1e9);
  }
}
