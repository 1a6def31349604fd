package io.minigram.workbench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikesFileTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"10, 30, 0, 300", "1000, 5000, 0, 20000", "7, 11, 20, 57", "1, 64, 0, 64"})
  void everyPairComesOnce(long users, long photos, long first, long rows) throws IOException {
    var file = LikesFile.write(folder.resolve("likes.csv"), users, photos, first, rows, 0);

    var pairs = pairs(file);

    assertThat(pairs).hasSize((int) rows).doesNotHaveDuplicates();
    assertThat(file.distinct()).isEqualTo(rows);
    assertThat(pairs)
        .allSatisfy(
            pair -> {
              assertThat(Long.parseLong(pair.split(",")[0])).isBetween(1L, users);
              assertThat(Long.parseLong(pair.split(",")[1])).isBetween(1L, photos);
            });
  }

  @Test
  void theShareOfDuplicatesIsWhatWasAskedFor() throws IOException {
    var file = LikesFile.write(folder.resolve("likes.csv"), 1_000, 5_000, 0, 50_000, 0.2);

    assertThat(new HashSet<>(pairs(file))).hasSize((int) file.distinct());
    assertThat(file.distinct()).isBetween(39_000L, 41_000L);
  }

  @Test
  void anotherStartGivesOtherPairs() throws IOException {
    var one = LikesFile.write(folder.resolve("one.csv"), 100, 500, 0, 20_000, 0);
    var two = LikesFile.write(folder.resolve("two.csv"), 100, 500, 20_000, 20_000, 0);

    assertThat(pairs(one)).doesNotContainAnyElementsOf(pairs(two));
  }

  private static List<String> pairs(LikesFile file) throws IOException {
    var lines = Files.readAllLines(file.path());
    assertThat(lines.get(0)).isEqualTo("user_id,photo_id,created_at");
    return lines.stream().skip(1).map(line -> line.substring(0, line.lastIndexOf(','))).toList();
  }
}
