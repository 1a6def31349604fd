package io.minigram.botdetector.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventsTest {

  @Test
  void eventsAreOrderedByTargetMomentAndActor() {
    var events =
        Events.of(
            3,
            4,
            5,
            new int[] {2, 1, 0, 1, 2},
            new int[] {3, 0, 3, 3, 0},
            new int[] {9, 5, 9, 4, -7});

    assertThat(rows(events)).containsExactly("0 -7 2", "0 5 1", "3 4 1", "3 9 0", "3 9 2");
    assertThat(List.of(events.countOn(0), events.countOn(1), events.countOn(2), events.countOn(3)))
        .containsExactly(2, 0, 0, 3);
    assertThat(events.firstPlaceOn(3)).isEqualTo(2);
  }

  @Test
  void anActorsEventsAreFoundInTheOrderOfTargets() {
    var events =
        Events.of(3, 3, 4, new int[] {1, 1, 0, 1}, new int[] {2, 0, 1, 1}, new int[] {1, 2, 3, 4});

    assertThat(events.countOf(0)).isEqualTo(1);
    assertThat(events.countOf(1)).isEqualTo(3);
    assertThat(events.countOf(2)).isZero();
    assertThat(
            List.of(
                events.targetAt(events.placeOf(1, 0)),
                events.targetAt(events.placeOf(1, 1)),
                events.targetAt(events.placeOf(1, 2))))
        .containsExactly(0, 1, 2);
  }

  @Test
  void theFirstOfAPairCounts() {
    var events =
        Events.of(
            2, 2, 4, new int[] {1, 1, 0, 1}, new int[] {1, 1, 1, 0}, new int[] {30, 10, 20, 40});

    assertThat(rows(events)).containsExactly("0 40 1", "1 20 0", "1 30 1");
  }

  @Test
  void columnsMayBeLongerThanTheirEvents() {
    var events = Events.of(1, 1, 1, new int[] {0, 9}, new int[] {0, 9}, new int[] {5, 9});

    assertThat(rows(events)).containsExactly("0 5 0");
  }

  /** Against a plain sort, with a third of the pairs repeated, over more targets than threads. */
  @Test
  void manyEventsAreOrderedLikeAFew() {
    var random = new Random(5);
    int size = 20_000;
    var actor = random.ints(size, 0, 300).toArray();
    var target = random.ints(size, 0, 70).toArray();
    var second = random.ints(size, -50, 50).toArray();
    var first = new LinkedHashMap<List<Integer>, Integer>();
    for (int event = 0; event < size; event++) {
      first.putIfAbsent(List.of(target[event], actor[event]), second[event]);
    }
    var expected =
        first.entrySet().stream()
            .map(e -> new int[] {e.getKey().get(0), e.getValue(), e.getKey().get(1)})
            .sorted(Arrays::compare)
            .map(row -> "%d %d %d".formatted(row[0], row[1], row[2]))
            .toList();

    var events = Events.of(300, 70, size, actor, target, second);

    assertThat(rows(events)).isEqualTo(expected);
    for (int each = 0; each < 300; each++) {
      for (int number = 0; number < events.countOf(each); number++) {
        assertThat(events.actorAt(events.placeOf(each, number))).isEqualTo(each);
      }
    }
    assertThat(IntStream.range(0, 300).map(events::countOf).sum()).isEqualTo(expected.size());
  }

  @Test
  void theLatestMomentIsKnown() {
    var events = Events.of(2, 2, 2, new int[] {1, 0}, new int[] {0, 1}, new int[] {9, -3});

    assertThat(events.latest()).isEqualTo(9);
  }

  private static List<String> rows(Events events) {
    var rows = new ArrayList<String>();
    for (int place = 0; place < events.size(); place++) {
      rows.add(
          "%d %d %d"
              .formatted(events.targetAt(place), events.secondAt(place), events.actorAt(place)));
    }
    return rows;
  }
}
