package io.minigram.workbench.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.workbench.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorMemoryTest {

  @TempDir private Path folder;

  /**
   * A twentieth of 10 million users in less than a twentieth of 1 GiB, with bots and influencers.
   */
  @Test
  void streamsThroughASmallHeap() throws IOException, InterruptedException {
    // when
    var run =
        ChildJvm.workbench(
            "48m",
            "generate",
            folder.toString(),
            "--users=500000",
            "--photos=2500000",
            "--photo-tag-draws=100000",
            "--follow-draws=1500000",
            "--like-draws=2000000",
            "--comment-draws=50000",
            "--bots=200",
            "--bot-likes=1000..1500",
            "--influencers=100",
            "--followers=1000..1200");

    // then
    assertThat(run.output()).contains("users.csv", "500,000", "rows/s");
    assertThat(run.exitCode()).isZero();
  }
}
