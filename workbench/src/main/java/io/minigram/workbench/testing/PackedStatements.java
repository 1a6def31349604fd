package io.minigram.workbench.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** The statements that a service packs in {@code src/main/resources/sql}. */
public final class PackedStatements {

  private static final Path FOLDER = Path.of("src/main/resources/sql");

  /** In a statement's header: what has to run before it can be prepared. */
  private static final String AFTER = "-- after: ";

  private PackedStatements() {}

  /** The files, for a test of each. */
  public static List<Path> files() throws IOException {
    try (var files = Files.walk(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    }
  }

  /**
   * Fails if a statement does not fit the migrated schemas, or does not open with its question, its
   * grain and its parameters.
   */
  public static void check(Path file) throws IOException {
    var text = Files.readString(file);
    var header = text.lines().takeWhile(line -> line.startsWith("--")).toList();
    demand(header.stream().anyMatch(line -> line.contains("?")), file, "states no question");
    demand(
        header.stream().anyMatch(line -> line.startsWith("-- grain: ")), file, "states no grain");
    demand(
        header.stream().anyMatch(line -> line.startsWith("-- parameters:")),
        file,
        "states no parameters");
    demand(!text.contains("select *"), file, "selects whatever is there");
    try (var connection = OwnerDatabase.connect();
        var statement = connection.createStatement()) {
      for (var line : header) {
        if (line.startsWith(AFTER)) {
          statement.execute(line.substring(AFTER.length()));
        }
      }
      // Hibernate writes ?1 where PostgreSQL has $1; the driver would take a bare ? for its own
      statement.setEscapeProcessing(false);
      var body = String.join("\n", text.lines().skip(header.size()).toList());
      statement.execute("prepare statement as " + body.replaceAll("\\?(\\d)", "\\$$1"));
    } catch (SQLException e) {
      throw new AssertionError(file + " does not fit the schemas: " + e.getMessage(), e);
    }
  }

  private static void demand(boolean holds, Path file, String otherwise) {
    if (!holds) {
      throw new AssertionError(file + " " + otherwise);
    }
  }
}
