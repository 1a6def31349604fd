package io.minigram.workbench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvChunksTest {

  @Test
  void eachHasTheHeaderAndSoManyRows() throws IOException {
    assertThat(chunks("id,name\n1,a\n2,b\n3,c", 2))
        .containsExactly("2 after 0: id,name\n1,a\n2,b\n", "1 after 2: id,name\n3,c");
  }

  @Test
  void aLineEndInQuotesEndsNoRow() throws IOException {
    assertThat(chunks("id,text\n1,\"a\nb \"\"c\"\"\n\"\n2,d\n3,e\n", 1))
        .containsExactly(
            "1 after 0: id,text\n1,\"a\nb \"\"c\"\"\n\"\n",
            "1 after 3: id,text\n2,d\n",
            "1 after 4: id,text\n3,e\n");
  }

  @Test
  void aQuoteThatIsNeverClosedDoesNotTakeTheRestOfTheFile() throws IOException {
    // given
    var rows = "2,b\n".repeat(500_000);

    // when
    var chunks = chunks("id,name\n1,\"a\n" + rows, 100_000);

    // then
    assertThat(chunks).hasSize(3);
  }

  @Test
  void withoutRowsThereAreNone() throws IOException {
    assertThat(chunks("id,name\n", 5)).isEmpty();
    assertThat(chunks("", 5)).isEmpty();
  }

  private static List<String> chunks(String csv, int rows) throws IOException {
    var told = new ArrayList<String>();
    try (var chunks =
        new CsvChunks(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), rows)) {
      for (var next = chunks.next(); next.isPresent(); next = chunks.next()) {
        var chunk = next.get();
        told.add(
            "%d after %d: %s"
                .formatted(
                    chunk.rows(),
                    chunk.linesBefore(),
                    new String(chunk.body(), StandardCharsets.UTF_8)));
      }
    }
    return told;
  }
}
