package io.minigram.botdetector.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Great shot, visit my page  | great SHOT visit us
          @anna great shot visit me  | Great shot! 20% visit
          Great 😍 shot … visit      | great shot visit
          """)
  void namesNumbersPunctuationAndCaseDoNotMakeAnotherOpening(String one, String other) {
    assertThat(Texts.opening(one)).isEqualTo(Texts.opening(other)).isNotZero();
  }

  @Test
  void openingsAndClosingsAreThreeWords() {
    assertThat(Texts.opening("what a lovely view")).isEqualTo(Texts.closing("so what a lovely"));
    assertThat(Texts.opening("what a lovely view"))
        .isNotEqualTo(Texts.opening("what a great view"));
    assertThat(Texts.opening("what lovely a")).isNotEqualTo(Texts.opening("what a lovely"));
  }

  @ParameterizedTest
  @CsvSource({"Nice!", "so nice", "''", "!!!", "@anna @ben @cara"})
  void fewerWordsSayNothing(String comment) {
    assertThat(Texts.opening(comment)).isZero();
    assertThat(Texts.closing(comment)).isZero();
  }

  @Test
  void columnsOfDifferentLengthAreRefused() {
    assertThatThrownBy(() -> new Texts(new int[1], new int[1], new int[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
