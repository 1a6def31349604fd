package io.minigram.workbench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventStreamTest {

  @Test
  void twoOfFiveChunksAreLikesTwoCommentsAndOneFollows() {
    var stream = new EventStream(100, 500);

    assertThat(IntStream.range(0, 10).mapToObj(i -> stream.next(3).kind()))
        .containsExactly(
            EventStream.Kind.LIKES,
            EventStream.Kind.COMMENTS,
            EventStream.Kind.LIKES,
            EventStream.Kind.COMMENTS,
            EventStream.Kind.FOLLOWS,
            EventStream.Kind.LIKES,
            EventStream.Kind.COMMENTS,
            EventStream.Kind.LIKES,
            EventStream.Kind.COMMENTS,
            EventStream.Kind.FOLLOWS);
  }

  @Test
  void nothingComesTwiceAndNobodyFollowsHimself() {
    // given
    var stream = new EventStream(20, 50);

    // when
    var likes = rows(stream, EventStream.Kind.LIKES, 500);
    var follows = rows(stream, EventStream.Kind.FOLLOWS, 190);

    // then
    assertThat(likes).doesNotHaveDuplicates().hasSize(1_000);
    assertThat(follows).doesNotHaveDuplicates().hasSize(380);
    assertThat(follows)
        .allSatisfy(
            follow -> {
              var ids = Arrays.stream(follow.split(",")).mapToInt(Integer::parseInt).toArray();
              assertThat(ids[0]).isBetween(1, 20).isNotEqualTo(ids[1]);
              assertThat(ids[1]).isBetween(1, 20);
            });
  }

  /** The first two columns of two chunks. */
  private static List<String> rows(EventStream stream, EventStream.Kind kind, int size) {
    var rows = new ArrayList<String>();
    for (int chunk = 0; chunk < 2; chunk++) {
      new String(stream.next(kind, size).body(), StandardCharsets.US_ASCII)
          .lines()
          .skip(1)
          .map(row -> row.substring(0, row.lastIndexOf(',')))
          .forEach(rows::add);
    }
    return rows;
  }
}
