package io.minigram.workbench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkPartsTest {

  @TempDir private Path folder;

  @Test
  void everyRowIsInOnePart() throws IOException {
    // given
    Files.writeString(folder.resolve("users.csv"), "id\n1\n2\n");
    Files.writeString(folder.resolve("likes.csv"), "id\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n");
    Files.createDirectories(folder.resolve("truth"));
    Files.writeString(folder.resolve("truth/bots.csv"), "id\n1\n");

    // when
    var parts =
        NetworkParts.cut(
            folder, Map.of("users.csv", 2L, "likes.csv", 11L, "truth/bots.csv", 1L), 0.2, 2);

    // then
    assertThat(parts).hasSize(3);
    assertThat(parts.get(0).resolve("users.csv")).hasContent("id\n1\n2\n");
    assertThat(parts.get(0).resolve("likes.csv")).hasContent("id\n1\n2\n3\n4\n5\n6\n7\n");
    assertThat(parts.get(1).resolve("likes.csv")).hasContent("id\n8\n9\n");
    assertThat(parts.get(2).resolve("likes.csv")).hasContent("id\n10\n11\n");
    assertThat(parts.get(1).resolve("users.csv")).doesNotExist();
    assertThat(folder.resolve("likes.csv")).doesNotExist();
    assertThat(folder.resolve("truth/bots.csv")).exists();
  }
}
