package io.minigram.edge.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads a statement that is packed with its service. */
public final class SqlFile {

  private SqlFile() {}

  /**
   * The text of a packed statement.
   *
   * @param owner a class of the service that packs the file
   * @param path absolute resource path, such as {@code /sql/audience/influencers.sql}
   * @throws IllegalArgumentException if there is no such file
   */
  public static String read(Class<?> owner, String path) {
    try (var in = owner.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("No statement at " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
