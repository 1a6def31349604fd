package io.minigram.workbench.bench.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoresTest {

  @TempDir private Path folder;

  @Test
  void scoresAndRingsAreRead() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("scores.csv"),
            """
            user_id,score,reason,ring,ONE,OTHER,ONE_CONTRIBUTION,OTHER_SHADOW_CONTRIBUTION
            3,0.900000,"Liked 1,321 of 25,000 photos (5.28 %).",1,0.5,7,1.5,2
            1,0.800000,"Followed others 20 times within 3 days of the same 3 accounts.",1,0,0,0,0
            4,0.100000,,,1.25,-1,3,0
            2,0.000000,,2,0,3,0,1
            """);

    var scores = Scores.read(file, 4);

    assertThat(scores.values()).containsExactly(0.8, 0, 0.9, 0.1);
    assertThat(scores.signals()).containsOnlyKeys("ONE", "OTHER");
    assertThat(scores.signals().get("ONE")).containsExactly(0, 0, 0.5, 1.25);
    assertThat(scores.signals().get("OTHER")).containsExactly(0, 3, 7, -1);
    assertThat(scores.contributions())
        .containsOnlyKeys(new Scores.Signal("ONE", true), new Scores.Signal("OTHER", false));
    assertThat(scores.contributions().get(new Scores.Signal("ONE", true)))
        .containsExactly(0, 0, 1.5, 3);
    assertThat(scores.contributions().get(new Scores.Signal("OTHER", false)))
        .containsExactly(0, 1, 2, 0);
    assertThat(scores.rings()).containsExactlyInAnyOrder(new int[] {0, 2}, new int[] {1});
    // members 1 and 3 (ids 2 and 4): the second ring has one of them, 2 x 1 / (2 + 1)
    assertThat(scores.ringF1(new int[] {1, 3})).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(scores.ringF1(new int[] {0, 2})).isEqualTo(1);
  }
}
