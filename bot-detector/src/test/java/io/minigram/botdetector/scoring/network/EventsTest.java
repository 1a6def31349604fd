package io.minigram.botdetector.scoring.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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
