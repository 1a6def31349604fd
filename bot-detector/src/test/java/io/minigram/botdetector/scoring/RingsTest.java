package io.minigram.botdetector.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RingsTest {

  private final List<List<Integer>> neighbours = new ArrayList<>();

  @Test
  void aComponentIsARing() {
    accounts(10);
    everybodyWithEverybody(3, 8);

    var rings = rings();

    assertThat(members(rings, 0)).containsExactly(3, 4, 5, 6, 7);
    assertThat(rings.count()).isEqualTo(1);
    assertThat(rings.of(0)).isEqualTo(Rings.NONE);
  }

  @Test
  void threeAreNoRing() {
    accounts(3);
    everybodyWithEverybody(0, 3);

    assertThat(rings().count()).isZero();
  }

  @Test
  void twoRingsThatHangTogetherByAPairAreTwo() {
    accounts(12);
    everybodyWithEverybody(0, 6);
    everybodyWithEverybody(6, 12);
    pair(5, 6);

    var rings = rings();

    assertThat(rings.count()).isEqualTo(2);
    assertThat(List.of(members(rings, rings.of(0)), members(rings, rings.of(11))))
        .containsExactly(List.of(0, 1, 2, 3, 4, 5), List.of(6, 7, 8, 9, 10, 11));
  }

  @Test
  void whoHangsOnIsNoMember() {
    accounts(8);
    everybodyWithEverybody(0, 5);
    pair(4, 5);
    pair(5, 6);
    pair(6, 7);

    var rings = rings();

    assertThat(rings.count()).isEqualTo(1);
    assertThat(members(rings, 0)).containsExactly(0, 1, 2, 3, 4);
  }

  private void accounts(int count) {
    for (int account = 0; account < count; account++) {
      neighbours.add(new ArrayList<>());
    }
  }

  private void everybodyWithEverybody(int from, int to) {
    for (int one = from; one < to; one++) {
      for (int other = one + 1; other < to; other++) {
        pair(one, other);
      }
    }
  }

  private void pair(int one, int other) {
    neighbours.get(one).add(other);
    neighbours.get(other).add(one);
  }

  private Rings rings() {
    return new Rings(
        neighbours.stream()
            .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new));
  }

  private List<Integer> members(Rings rings, int ring) {
    return IntStream.range(0, neighbours.size())
        .filter(account -> rings.of(account) == ring)
        .boxed()
        .toList();
  }
}
