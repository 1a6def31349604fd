package io.minigram.ingest.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {

  private static final String HEADER = "id,tag_name,created_at\n";
  private static final String TIME = "1970-01-01 00:00:01";

  @Test
  void readsFieldsAsTheyAreMeant() {
    var rows =
        read(
            HEADER
                + "1,plain,1970-01-01 00:00:01\n"
                + "2,\"with, comma\",\"1970-01-01 00:00:01\"\r\n"
                + "\n"
                + " 3 ,\"a \"\"quoted\"\" word\", 1970-01-01 00:00:01 \r"
                + "4,\"two\nlines\",1970-01-01 00:00:01\n"
                + "5,a \"stray\" quote,1970-01-01 00:00:01\n"
                + "6,zoë,1970-01-01 00:00:01");

    assertThat(rows.rows())
        .containsExactly(
            "2|1|plain|1000000",
            "3|2|with, comma|1000000",
            "5|3|a \"quoted\" word|1000000",
            "6|4|two\nlines|1000000",
            "8|5|a \"stray\" quote|1000000",
            "9|6|zoë|1000000");
    assertThat(rows.rejects()).isEmpty();
  }

  @Test
  void aLineThatIsNotCsvSpoilsNothingButItself() {
    var rows =
        read(
            HEADER
                + ("1,one," + TIME + "\n")
                + ("2,\"closed\" too early," + TIME + "\n")
                + ("3,three," + TIME + "\n")
                + ("4,\"never closed," + TIME + "\n")
                + ("5,five," + TIME + "\n")
                + "6,six\n"
                + ("7,seven," + TIME));

    assertThat(rows.rows())
        .containsExactly(
            "2|1|one|1000000", "4|3|three|1000000", "6|5|five|1000000", "8|7|seven|1000000");
    assertThat(rows.rejects())
        .containsExactly(
            "3|MALFORMED|2,\"closed\" too early," + TIME,
            "5|MALFORMED|4,\"never closed," + TIME,
            "7|FIELD_COUNT|6,six");
  }

  @Test
  void aRowThatIsTooLongIsPassedOver() {
    var rows =
        read(
            HEADER
                + ("1," + "x".repeat(5_000) + "," + TIME + "\n")
                + ("2,two," + TIME + "\n")
                + ("3,\"" + "y\n".repeat(1_000)));

    assertThat(rows.rows()).containsExactly("3|2|two|1000000");
    assertThat(rows.rejects().get(0)).startsWith("2|TOO_LONG|1,xxx");
    assertThat(rows.rejects().get(1)).startsWith("4|TOO_LONG|3,\"y");
    assertThat(rows.rejects()).hasSize(1_001).last().isEqualTo("1003|FIELD_COUNT|y");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        "id,tag_name\n",
        "id,tag_name,created_at,id\n",
        "id,tag_name,created_at,colour\n",
        "1,one,1970-01-01 00:00:01\n",
        "id;tag_name;created_at\n",
        "\"id,tag_name,created_at\n",
        "i\0d\0,\0\n",
        "a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a\n"
      })
  void aFileThatDoesNotSayWhatItsColumnsAreIsRefused(String file) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            RequestException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.BAD_HEADER));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFFid,tag_name,created_at\n",
        "\uFEFF\"id\",tag_name,created_at\n",
        "\r\n created_at , id , \"tag_name\" \r\n"
      })
  void aHeaderMayBeWrittenInSeveralWays(String header) {
    boolean reordered = header.contains("created_at , id");
    var row = reordered ? TIME + ",1,one" : "1,one," + TIME;

    // a blank before a quote makes it part of the name, as RFC 4180 has it
    var file = (reordered ? header.replace(" \"tag_name\" ", "\"tag_name\"") : header) + row;

    assertThat(read(file).rows()).hasSize(1).first().asString().endsWith("|1|one|1000000");
  }

  /** Any mixture of what matters in CSV is read as another well-tried reader reads it. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void readsRandomFilesAsFastCsvDoes(long seed) {
    var random = new Random(seed);
    for (int file = 0; file < 300; file++) {
      var body = new StringBuilder(HEADER);
      var expected = new ArrayList<String>();
      int rows = random.nextInt(20);
      for (int row = 0; row < rows; row++) {
        body.append(1 + random.nextInt(1_000)).append(',');
        body.append(quoted(random)).append(',').append(TIME);
        body.append(random.nextBoolean() ? "\n" : "\r\n");
      }
      try (var csv = CsvReader.builder().skipEmptyLines(true).ofCsvRecord(body.toString())) {
        csv.stream()
            .skip(1)
            .filter(row -> !row.getField(1).isBlank())
            .forEach(
                row ->
                    expected.add(
                        "%d|%s|%s|1000000"
                            .formatted(
                                row.getStartingLineNumber(), row.getField(0), row.getField(1))));
      } catch (java.io.IOException e) {
        throw new IllegalStateException(e);
      }

      var read = RowCollector.read(Rows.Format.CSV, FactTable.TAGS, bytes(body.toString()), seed);

      assertThat(read.rows()).as(body.toString()).isEqualTo(expected);
    }
  }

  private static String quoted(Random random) {
    var alphabet = List.of("a", "é", "\"\"", ",", "\n", "\r\n", " ", "😀", "b");
    var text = new StringBuilder("\"");
    int length = random.nextInt(12);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.get(random.nextInt(alphabet.size())));
    }
    return text.append('"').toString();
  }

  private static RowCollector read(String file) {
    return RowCollector.read(Rows.Format.CSV, FactTable.TAGS, bytes(file), 7);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
