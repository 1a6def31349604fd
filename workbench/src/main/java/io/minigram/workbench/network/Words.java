package io.minigram.workbench.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Words as bytes, ready to be written. */
final class Words {

  private Words() {}

  /**
   * @param in a list of words, separated by white space; closed here
   */
  static byte[][] read(InputStream in) {
    return bytes(Stream.of(text(in).strip().split("\\s+")));
  }

  /**
   * @param in a CSV file with a header and no quotes; closed here
   */
  static byte[][] readFirstColumn(InputStream in) {
    return bytes(text(in).lines().skip(1).map(line -> line.substring(0, line.indexOf(','))));
  }

  static byte[][] of(List<String> words) {
    return bytes(words.stream());
  }

  private static String text(InputStream in) {
    try (in) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[][] bytes(Stream<String> words) {
    return words.map(word -> word.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
  }
}
