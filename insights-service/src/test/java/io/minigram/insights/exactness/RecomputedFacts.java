package io.minigram.insights.exactness;

import io.minigram.workbench.testing.OwnerDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The facts as of a version of the roll-ups, in the schema {@code recompute}, and answers worked
 * out from them by plain SQL. {@code recompute.suspect} holds the published sets of suspects; plain
 * files call it {@code moderation.suspect}, where bot-detector shows the same.
 */
public final class RecomputedFacts {

  private static final Path PLAIN = Path.of("src/test/resources/plain");
  private static final Path PACKED = Path.of("src/main/resources/sql");

  private RecomputedFacts() {}

  /**
   * The rows of a plain statement over the facts as of the newest version.
   *
   * @param plainFile such as {@code totals/totals.sql}; it reads {@code facts}
   * @param arguments those of {@code $1}, {@code $2}, ...: numbers, texts, booleans, dates, or null
   * @return the rows, in order, with their columns by name
   */
  public static List<Map<String, Object>> rows(String plainFile, Object... arguments) {
    return rowsAsOf(Long.MAX_VALUE, plainFile, arguments);
  }

  /** The same, as of an earlier version; the sets of DETECTOR and CONFIRMED are the newest. */
  public static List<Map<String, Object>> rowsAsOf(
      long version, String plainFile, Object... arguments) {
    var file = PLAIN.resolve(plainFile);
    var text = read(Files.exists(file) ? file : PACKED.resolve(plainFile));
    return query(version, recomputed(text), arguments);
  }

  /** The rows of a statement that may read {@code recompute}. */
  static List<Map<String, Object>> query(long version, String text, Object... arguments) {
    try (var connection = OwnerDatabase.connect()) {
      prepare(connection, version);
      try (var statement = NumberedStatement.of(text).prepare(connection, arguments);
          var answer = statement.executeQuery()) {
        var columns = answer.getMetaData();
        var rows = new ArrayList<Map<String, Object>>();
        while (answer.next()) {
          var row = new LinkedHashMap<String, Object>();
          for (int column = 1; column <= columns.getColumnCount(); column++) {
            row.put(columns.getColumnLabel(column), answer.getObject(column));
          }
          rows.add(row);
        }
        return rows;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(text, e);
    }
  }

  private static void prepare(Connection connection, long version) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("set timezone = 'UTC'; set jit = off");
      statement.execute("set recompute.version = '%d'".formatted(version));
      try (var found = statement.executeQuery("select to_regnamespace('recompute') is null")) {
        found.next();
        if (!found.getBoolean(1)) {
          return;
        }
      }
      // all of it or nothing
      statement.execute("begin;" + packed("recompute/views.sql") + "commit;");
    }
  }

  private static String recomputed(String text) {
    return text.replaceAll("\\bfacts\\.", "recompute.")
        .replaceAll("\\bmoderation\\.suspect\\b", "recompute.suspect");
  }

  /** The text of a resource of the tests. */
  static String packed(String name) {
    return read(Path.of("src/test/resources").resolve(name));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
