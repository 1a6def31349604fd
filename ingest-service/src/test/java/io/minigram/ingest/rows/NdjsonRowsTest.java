package io.minigram.ingest.rows;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NdjsonRowsTest {

  private static final String GOOD =
      "{\"id\": 1, \"tagName\": \"one\", \"createdAt\": \"1970-01-01T00:00:01Z\"}";

  @Test
  void readsOneObjectALine() {
    var rows =
        read(
            GOOD
                + "\r\n\n  \n"
                + "{\"createdAt\":\"1970-01-01 00:00:01\",\"id\":\"9223372036854775807\","
                + "\"tagName\":\"zo\\u00eb \\\"q\\\"\\n\"}");

    assertThat(rows.rows())
        .containsExactly("1|1|one|1000000", "4|9223372036854775807|zoë \"q\"\n|1000000");
    assertThat(rows.rejects()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [                                                                              | MALFORMED
          [{"id":2,"tagName":"t","createdAt":"1970-01-01T00:00:01Z"}]                    | MALFORMED
          "text"                                                                         | MALFORMED
          null                                                                           | MALFORMED
          {                                                                              | MALFORMED
          {"id":2,"tagName":"t","createdAt":"1970-01-01T00:00:01Z"} {}                   | MALFORMED
          {"id":2,"tagName":"t","createdAt":"1970-01-01T00:00:01Z"},                     | MALFORMED
          {"id":2,"id":2,"tagName":"t","createdAt":"1970-01-01T00:00:01Z"}               | MALFORMED
          {"id":2,"tagName":"t","createdAt":"1970-01-01T00:00:01Z","colour":"red"}       | UNKNOWN_FIELD
          {"id":2,"tag_name":"t","createdAt":"1970-01-01T00:00:01Z"}                     | UNKNOWN_FIELD
          {"id":2,"tagName":[[[[[[[[[[[[1]]]]]]]]]]]],"createdAt":"1970-01-01T00:00:01Z"} | MALFORMED
          {"id":2,"tagName":{"a":1},"createdAt":"1970-01-01T00:00:01Z"}                  | WRONG_TYPE
          {"id":2,"tagName":7,"createdAt":"1970-01-01T00:00:01Z"}                        | WRONG_TYPE
          {"id":2,"tagName":"t","createdAt":1}                                           | WRONG_TYPE
          {"id":2,"tagName":null,"createdAt":"1970-01-01T00:00:01Z"}                     | MISSING_VALUE
          {"id":2,"tagName":" ","createdAt":"1970-01-01T00:00:01Z"}                      | MISSING_VALUE
          {"tagName":"t","createdAt":"1970-01-01T00:00:01Z"}                             | MISSING_VALUE
          {}                                                                             | MISSING_VALUE
          {"id":0,"tagName":"t","createdAt":"1970-01-01T00:00:01Z"}                      | BAD_ID
          {"id":-1,"tagName":"t","createdAt":"1970-01-01T00:00:01Z"}                     | BAD_ID
          {"id":1.0,"tagName":"t","createdAt":"1970-01-01T00:00:01Z"}                    | BAD_ID
          {"id":1e3,"tagName":"t","createdAt":"1970-01-01T00:00:01Z"}                    | BAD_ID
          {"id":true,"tagName":"t","createdAt":"1970-01-01T00:00:01Z"}                   | BAD_ID
          {"id":"two","tagName":"t","createdAt":"1970-01-01T00:00:01Z"}                  | BAD_ID
          {"id":9223372036854775808,"tagName":"t","createdAt":"1970-01-01T00:00:01Z"}    | BAD_ID
          {"id":99999999999999999999999,"tagName":"t","createdAt":"1970-01-01T00:00:01Z"} | BAD_ID
          {"id":2,"tagName":"a\\u0000b","createdAt":"1970-01-01T00:00:01Z"}              | BAD_TEXT
          {"id":2,"tagName":"a\\ud800b","createdAt":"1970-01-01T00:00:01Z"}              | BAD_TEXT
          {"id":2,"tagName":"t","createdAt":"yesterday"}                                 | BAD_TIME
          {"id":2,"tagName":"t","createdAt":"1970-01-01T00:00:06Z"}                      | IN_THE_FUTURE
          """)
  void aBadLineSpoilsNothingButItself(String line, String code) {
    var rows = read(GOOD + "\n" + line + "\n" + GOOD);

    assertThat(rows.rows()).containsExactly("1|1|one|1000000", "3|1|one|1000000");
    assertThat(rows.rejects()).containsExactly("2|%s|%s".formatted(code, line));
  }

  @Test
  void linesThatAreTooLongOrNotUtf8ArePassedOver() {
    var body =
        GOOD
            + "\n{\"id\":\""
            + "1".repeat(5_000)
            + "\"}\n"
            + "{\"tagName\":\"gr\u00fcn\"}\n"
            + GOOD;

    var rows = RowCollector.read(Rows.Format.NDJSON, FactTable.TAGS, body.getBytes(ISO_8859_1), 3);

    assertThat(rows.rows()).containsExactly("1|1|one|1000000", "4|1|one|1000000");
    assertThat(rows.rejects().get(0)).startsWith("2|TOO_LONG|{\"id\":\"1111");
    assertThat(rows.rejects().get(1)).isEqualTo("3|MALFORMED|{\"tagName\":\"gr\u00fcn\"}");
  }

  private static RowCollector read(String body) {
    return RowCollector.read(Rows.Format.NDJSON, FactTable.TAGS, body.getBytes(UTF_8), 3);
  }
}
