package io.minigram.workbench.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A generated network in parts, to be loaded one after the other. */
final class NetworkParts {

  /** Their rows come in random order, so the end of a file is like all of it. */
  private static final List<String> EVENTS = List.of("follows.csv", "likes.csv", "comments.csv");

  private NetworkParts() {}

  /**
   * Cuts the files of a folder into parts: most in the first, and in each of the others a share of
   * the follows, likes and comments. The files themselves are gone then.
   *
   * @param rows of each file
   * @param share of the rows of those files in each part but the first
   * @param samples how many parts there are beside the first
   */
  static List<Path> cut(Path network, Map<String, Long> rows, double share, int samples)
      throws IOException {
    var parts = new ArrayList<Path>();
    for (int part = 0; part <= samples; part++) {
      parts.add(Files.createDirectories(network.resolve("part-" + part)));
    }
    for (var file : rows.keySet()) {
      if (EVENTS.contains(file)) {
        cut(network.resolve(file), rows.get(file), share, parts);
      } else if (!file.contains("/")) {
        Files.move(network.resolve(file), parts.get(0).resolve(file));
      }
    }
    return parts;
  }

  private static void cut(Path file, long rows, double share, List<Path> parts) throws IOException {
    long sample = Math.round(rows * share);
    try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 20)) {
      var header = line(in);
      for (int part = 0; part < parts.size(); part++) {
        long taken = part == 0 ? rows - sample * (parts.size() - 1) : sample;
        try (var out =
            new BufferedOutputStream(
                Files.newOutputStream(parts.get(part).resolve(file.getFileName())), 1 << 20)) {
          out.write(header);
          copyLines(in, out, taken);
        }
      }
    }
    Files.delete(file);
  }

  private static byte[] line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    copyLines(in, line, 1);
    return line.toByteArray();
  }

  // texts of generated comments have no line ends
  private static void copyLines(InputStream in, OutputStream out, long lines) throws IOException {
    long left = lines;
    while (left > 0) {
      int read = in.read();
      if (read < 0) {
        return;
      }
      out.write(read);
      if (read == '\n') {
        left--;
      }
    }
  }
}
