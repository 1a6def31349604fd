package io.minigram.botdetector.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvRowsTest {

  @TempDir private Path folder;

  @Test
  void columnsAreFoundByName() throws IOException {
    assertThat(read("created_at,text,id\n2000-01-02 00:00:03,hello,12\n2000-01-01 00:01:00,,7\n"))
        .containsExactly("12 86403 hello", "7 60 ");
  }

  @Test
  void quotesAndLineEndsOfAnyKindAreRead() throws IOException {
    assertThat(
            read(
                "id,text,created_at\r\n"
                    + "1,\"a, \"\"b\"\"\nc\",2000-01-01 00:00:00\r\n"
                    + "\r\n"
                    + "2,très \uD83D\uDE0D,2000-01-01 00:00:01"))
        .containsExactly("1 0 a, \"b\"\nc", "2 1 très \uD83D\uDE0D");
  }

  @ParameterizedTest
  @CsvSource({
    "2016-08-13 01:28:43,2016-08-13T01:28:43Z",
    "2016-08-13T01:28:43.25Z,2016-08-13T01:28:43Z",
    "1999-12-31 23:59:59,1999-12-31T23:59:59Z",
    "2067-01-01 00:00:00,2067-01-01T00:00:00Z"
  })
  void momentsAreSecondsSinceTheYear2000(String written, String moment) throws IOException {
    long second =
        Instant.parse(moment).getEpochSecond()
            - Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

    assertThat(read("id,text,created_at\n1,," + written)).containsExactly("1 " + second + " ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x,,2000-01-01 00:00:00   | row 2 has no id in column 1
          ,,2000-01-01 00:00:00    | row 2 has no id in column 1
          1,,2000-01-01            | row 2 has no moment in column 3
          1,,2000-13-01 00:00:00   | row 2 has no moment between 1932 and 2068 in column 3
          1,,2100-01-01 00:00:00   | row 2 has no moment between 1932 and 2068 in column 3
          1,,2000-01-0x 00:00:00   | row 2 has a moment that is none
          1,hello                  | row 2 has too few fields
          1,"hello                 | row 2 has a quote that does not end
          """,
      quoteCharacter = '\'')
  void whatIsWrongIsSaid(String row, String message) {
    assertThatThrownBy(() -> read("id,text,created_at\n" + row))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith(message);
  }

  @Test
  void aMissingColumnIsNamed() {
    assertThatThrownBy(() -> read("id,created_at\n")).hasMessageEndingWith("has no column text");
  }

  @Test
  void anEmptyFileHasNoHeader() {
    assertThatThrownBy(() -> read("")).hasMessageContaining("it must begin with a header");
  }

  private List<String> read(String content) throws IOException {
    var file = Files.writeString(folder.resolve("rows.csv"), content);
    var read = new ArrayList<String>();
    try (var rows = CsvRows.open(file, List.of("id", "text", "created_at"))) {
      while (rows.next()) {
        read.add("%d %d %s".formatted(rows.number(0), rows.second(2), rows.text(1)));
      }
    }
    return read;
  }
}
