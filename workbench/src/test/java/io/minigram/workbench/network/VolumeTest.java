package io.minigram.workbench.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VolumeTest {

  @ParameterizedTest
  @CsvSource({
    // written, total, least, most
    "49,          5000,    49,   49",
    "0.98%,       5000,    49,   49",
    "2.7%,        5000,   135,  135",
    "1000..1200, 99999,  1000, 1200",
    // more than 10 % and at most 12 %
    "10%..12%,    5000,   501,  600",
    "5%..7%,     25000,  1251, 1750",
    "95%..98%,     135,   129,  132",
    // no whole number between 3 and 3.6
    "10%..12%,      30,     4,    4",
    // binary fractions would make it 28
    "29%,          100,    29,   29",
    "0%,          5000,     0,    0",
    "100%,           7,     7,    7",
    "5%..7%,         0,     0,    0",
  })
  void isANumberOrAShareOrARange(String written, long total, long least, long most) {
    var volume = Volume.of(written);

    assertThat(volume.least(total)).isEqualTo(least);
    assertThat(volume.most(total)).isEqualTo(most);
    assertThat(volume).hasToString(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "many",
        "-5",
        "5..",
        "..5",
        "7..5",
        "12%..10%",
        "101%",
        "5..7%",
        "5%..7",
        "2.5",
        "1..2..3",
        "0.05"
      })
  void refusesEverythingElse(String written) {
    assertThatThrownBy(() -> Volume.of(written)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void drawsFromTheWholeRange() {
    // given
    var random = new Streams(1).of("volume");
    var volume = Volume.of("10%..12%");

    // when
    var drawn = LongStream.range(0, 1000).map(i -> volume.draw(100, random)).distinct().sorted();

    // then
    assertThat(drawn).containsExactly(11L, 12L);
  }
}
