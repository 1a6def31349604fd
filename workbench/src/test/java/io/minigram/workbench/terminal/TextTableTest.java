package io.minigram.workbench.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void alignsNumbersWhateverTheLocale() {
    // given
    var before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    var out = new ByteArrayOutputStream();

    // when
    try {
      new TextTable("file", "rows", "seconds")
          .row("users.csv", 5_000, 0.256)
          .row("likes.csv", 1_504_025L, 1234.5)
          .print(new PrintStream(out, true, StandardCharsets.UTF_8));
    } finally {
      Locale.setDefault(before);
    }

    // then
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines(
            """
            file            rows   seconds
            users.csv      5,000      0.26
            likes.csv  1,504,025  1,234.50
            """);
  }

  @Test
  void refusesARowThatDoesNotFit() {
    var table = new TextTable("file", "rows");

    assertThatThrownBy(() -> table.row("users.csv")).hasMessageContaining("1 cells for 2 columns");
  }
}
