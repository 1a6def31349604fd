package io.minigram.insights;

import io.minigram.workbench.testing.PackedStatements;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every packed statement is valid on the migrated schemas and says what it is. */
@InsightsTest
class StatementsTest {

  static List<Path> files() throws IOException {
    return PackedStatements.files();
  }

  @ParameterizedTest
  @MethodSource("files")
  void fitsTheSchemasAndSaysWhatItIs(Path file) throws IOException {
    PackedStatements.check(file);
  }
}
