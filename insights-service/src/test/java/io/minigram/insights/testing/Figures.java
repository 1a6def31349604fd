package io.minigram.insights.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Compares answers with recomputed rows. */
public final class Figures {

  /** Answers are rounded to six decimals. */
  private static final double PRECISION = 1e-6;

  private Figures() {}

  /**
   * Fails unless an object of an answer has what a row has.
   *
   * @param fieldsAndColumns a field and the column it must equal, and so on; a field may be a path
   *     such as {@code ranks/activity}
   */
  public static void assertSame(JsonNode answer, Map<String, Object> row, String... fieldsAndColumns) {
    for (int i = 0; i < fieldsAndColumns.length; i += 2) {
      var field = fieldsAndColumns[i];
      var column = fieldsAndColumns[i + 1];
      assertThat(row).containsKey(column);
      var actual = answer.at("/" + field);
      assertThat(actual.isMissingNode()).as(field + " in " + answer).isFalse();
      assertSame(actual, row.get(column), field + " of " + answer + ", expected as in " + row);
    }
  }

  private static void assertSame(JsonNode actual, Object expected, String what) {
    if (expected == null) {
      assertThat(actual.isNull()).as(what).isTrue();
    } else if (expected instanceof Number number) {
      double value = number.doubleValue();
      assertThat(actual.isNull()).as(what).isFalse();
      assertThat(actual.asDouble())
          .as(what)
          .isCloseTo(value, within(PRECISION * (1 + Math.abs(value))));
    } else {
      assertThat(actual.asText()).as(what).isEqualTo(expected.toString());
    }
  }
}
