package io.minigram.botdetector.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.main.Launch;
import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainIntegrationTest;
import org.junit.jupiter.api.Test;

/** The packaged artifact, jar or native, knows the command and needs no settings for it. */
@QuarkusMainIntegrationTest
class ScoreCommandIT {

  @Test
  @Launch(
      value = {"score"},
      exitCode = 2)
  void scoreAsksForAFolder(LaunchResult result) {
    assertThat(result.getErrorOutput()).contains("Which folder?");
  }

  @Test
  @Launch(
      value = {"score", "no-such-folder"},
      exitCode = 1)
  void aFolderThatIsNotThereFails(LaunchResult result) {
    assertThat(result.getErrorOutput()).contains("no-such-folder");
  }

  @Test
  @Launch("--help")
  void helpTellsOfIt(LaunchResult result) {
    assertThat(result.getOutput())
        .contains("score DIR [--out FILE] [--signals] [--model FILE] [--times]");
  }
}
