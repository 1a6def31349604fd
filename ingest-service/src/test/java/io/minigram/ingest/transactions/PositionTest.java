package io.minigram.ingest.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTest {

  @ParameterizedTest
  @CsvSource({"1, p1", "35, pz", "36, p10", "129656, p2s1k", "9223372036854775807, p1y2p0ij32e8e7"})
  void isPrintedInBase36(long transaction, String text) {
    assertThat(new Position(transaction).text()).isEqualTo(text);
  }

  @Test
  void ofTwoTheLaterOneIsTaken() {
    assertThat(new Position(3).or(new Position(4))).isEqualTo(new Position(4));
    assertThat(new Position(4).or(new Position(3))).isEqualTo(new Position(4));
  }
}
