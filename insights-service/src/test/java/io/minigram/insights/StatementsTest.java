package io.minigram.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.minigram.workbench.testing.OwnerDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every packed statement is valid on the migrated schemas and says what it is. */
@InsightsTest
class StatementsTest {

  private static final Path FOLDER = Path.of("src/main/resources/sql");

  static List<Path> files() throws IOException {
    try (var files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".sql"))
          .map(FOLDER::relativize)
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void prepares(Path file) throws IOException, SQLException {
    var text = Files.readString(FOLDER.resolve(file));

    try (var connection = OwnerDatabase.connect();
        var statement = connection.createStatement()) {
      assertThatCode(() -> statement.execute("prepare statement as " + text))
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void opensWithItsQuestionGrainAndParameters(Path file) throws IOException {
    var text = Files.readString(FOLDER.resolve(file));

    var header = text.lines().takeWhile(line -> line.startsWith("--")).toList();

    assertThat(header).anyMatch(line -> line.contains("?"));
    assertThat(header).anyMatch(line -> line.startsWith("-- grain: "));
    assertThat(header).anyMatch(line -> line.startsWith("-- parameters:"));
    assertThat(text).doesNotContain("*,").doesNotContain("select *");
  }
}
