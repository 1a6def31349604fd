package io.minigram.insights.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.minigram.insights.content.TagUse;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TagCountsTest {

  private static TagUse use(String name, long uses) {
    return new TagUse(name.hashCode(), name, uses, 0);
  }

  /** Of 30 and 30 uses, 10 and 20 are love: as in any table of 10, 20, 20 and 10. */
  @Test
  void comparesProportions() {
    var test =
        TagCounts.of(
                List.of(use("love", 10), use("cute", 20)),
                List.of(use("love", 20), use("cute", 10), use("unused", 0)))
            .test();

    assertThat(test.statistic()).isCloseTo(20.0 / 3, within(1e-9));
    assertThat(test.degreesOfFreedom()).isEqualTo(1);
    assertThat(test.n()).isEqualTo(60);
  }

  /** A part is compared with the rest, so that nothing stands on both sides. */
  @Test
  void takesAPartFromAll() {
    var all = List.of(use("love", 30), use("cute", 30));

    var test = TagCounts.ofPart(List.of(use("love", 10), use("cute", 20)), all).test();

    assertThat(test.statistic()).isCloseTo(20.0 / 3, within(1e-9));
  }

  /** A hundred tags used once by the larger group alone are one cell, beside love and cute. */
  @Test
  void takesRareTagsTogether() {
    var rare = IntStream.range(0, 100).mapToObj(number -> use("rare" + number, 1));

    var test =
        TagCounts.of(
                List.of(use("love", 30), use("cute", 30)),
                Stream.concat(Stream.of(use("love", 100), use("cute", 100)), rare).toList())
            .test();

    assertThat(test.degreesOfFreedom()).isEqualTo(2);
    assertThat(test.n()).isEqualTo(360);
  }

  @Test
  void hasNothingToCompare() {
    assertThat(TagCounts.of(List.of(), List.of()).test()).isNull();
    assertThat(TagCounts.of(List.of(use("love", 5)), List.of(use("love", 50))).test()).isNull();
  }
}
