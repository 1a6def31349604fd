package io.minigram.botdetector.scoring;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Who acted on what and when: at most one event for each pair of actor and target. Held in columns
 * ordered by target, then moment, then actor, with an index by actor; 16 bytes an event.
 */
public final class Events {

  private final int[] targets;
  private final int[] seconds;
  private final int[] actors;
  private final int[] targetStarts;
  private final int[] byActor;
  private final int[] actorStarts;

  private Events(
      int[] targets,
      int[] seconds,
      int[] actors,
      int[] targetStarts,
      int[] byActor,
      int[] actorStarts) {
    this.targets = targets;
    this.seconds = seconds;
    this.actors = actors;
    this.targetStarts = targetStarts;
    this.byActor = byActor;
    this.actorStarts = actorStarts;
  }

  /**
   * Orders events. Where a pair repeats, the first one given counts.
   *
   * @param allActors how many actors there are; actors are below
   * @param allTargets how many targets there are; targets are below
   * @param size how many of the columns' entries are events
   * @param actor who acted, one entry an event
   * @param target on what
   * @param second when
   */
  public static Events of(
      int allActors, int allTargets, int size, int[] actor, int[] target, int[] second) {
    return of(allActors, allTargets, size, actor, target, second, false);
  }

  /** As {@link #of}, but where a pair repeats, the earliest counts, in whatever order they are. */
  public static Events earliest(
      int allActors, int allTargets, int size, int[] actor, int[] target, int[] second) {
    return of(allActors, allTargets, size, actor, target, second, true);
  }

  private static Events of(
      int allActors,
      int allTargets,
      int size,
      int[] actor,
      int[] target,
      int[] second,
      boolean earliest) {
    return new Ordering(allActors, allTargets, size, actor, target, second, earliest).events();
  }

  /** What is needed while events are put in order: 16 bytes an event beside the columns given. */
  private static final class Ordering {

    private static final int CHUNKS_A_PROCESSOR = 4;

    private final int allActors;
    private final int allTargets;
    private final int[] actor;
    private final int[] second;
    private final boolean earliest;
    private final int[] starts;
    private final int[] given;
    private final int[] seconds;
    private final int[] actors;
    private final int[] kept;

    Ordering(
        int allActors,
        int allTargets,
        int size,
        int[] actor,
        int[] target,
        int[] second,
        boolean earliest) {
      this.allActors = allActors;
      this.allTargets = allTargets;
      this.actor = actor;
      this.second = second;
      this.earliest = earliest;
      this.starts = starts(allTargets, size, target);
      this.given = grouped(starts, size, target);
      this.seconds = new int[size];
      this.actors = new int[size];
      this.kept = new int[allTargets];
    }

    Events events() {
      int chunks = CHUNKS_A_PROCESSOR * Runtime.getRuntime().availableProcessors();
      IntStream.range(0, chunks)
          .parallel()
          .forEach(chunk -> order(place(chunk, chunks), place(chunk + 1, chunks)));
      // The order in which they were given is no longer needed, its place is.
      var targets = given;
      int size = closeUp(targets);
      var actorStarts = starts(allActors, size, actors);
      return new Events(
          shortened(targets, size),
          shortened(seconds, size),
          shortened(actors, size),
          starts,
          grouped(actorStarts, size, actors),
          actorStarts);
    }

    private int place(int chunk, int chunks) {
      return (int) ((long) allTargets * chunk / chunks);
    }

    /** Orders the events on some targets by moment and actor, the first ones of each pair. */
    private void order(int fromTarget, int toTarget) {
      var lastTarget = new int[allActors];
      Arrays.fill(lastTarget, -1);
      var ofTarget = new long[0];
      for (int each = fromTarget; each < toTarget; each++) {
        int size = starts[each + 1] - starts[each];
        if (size > ofTarget.length) {
          ofTarget = new long[2 * size];
        }
        int candidates = 0;
        for (int place = starts[each]; place < starts[each + 1]; place++) {
          int event = given[place];
          if (earliest || isFirst(actor[event], each, lastTarget)) {
            ofTarget[candidates++] = (long) second[event] << Integer.SIZE | actor[event];
          }
        }
        Arrays.sort(ofTarget, 0, candidates);
        int place = starts[each];
        for (int number = 0; number < candidates; number++) {
          int who = (int) ofTarget[number];
          if (!earliest || isFirst(who, each, lastTarget)) {
            seconds[place] = (int) (ofTarget[number] >> Integer.SIZE);
            actors[place++] = who;
          }
        }
        kept[each] = place - starts[each];
      }
    }

    /**
     * Moves events to where others of the same pair have left gaps, and tells how many there are.
     */
    private int closeUp(int[] targets) {
      int size = 0;
      for (int each = 0; each < allTargets; each++) {
        int start = starts[each];
        if (start > size) {
          System.arraycopy(seconds, start, seconds, size, kept[each]);
          System.arraycopy(actors, start, actors, size, kept[each]);
        }
        Arrays.fill(targets, size, size + kept[each], each);
        starts[each] = size;
        size += kept[each];
      }
      starts[allTargets] = size;
      return size;
    }

    private static int[] shortened(int[] column, int size) {
      return column.length == size ? column : Arrays.copyOf(column, size);
    }
  }

  /** The numbers of the members of each group, one group after the other. */
  private static int[] grouped(int[] starts, int size, int[] group) {
    var next = starts.clone();
    var grouped = new int[size];
    for (int member = 0; member < size; member++) {
      grouped[next[group[member]]++] = member;
    }
    return grouped;
  }

  /** Whether the actor has no event on the target yet; from now on it has. */
  private static boolean isFirst(int actor, int target, int[] lastTarget) {
    if (lastTarget[actor] == target) {
      return false;
    }
    lastTarget[actor] = target;
    return true;
  }

  private static int[] starts(int groups, int size, int[] group) {
    var starts = new int[groups + 1];
    for (int event = 0; event < size; event++) {
      starts[group[event] + 1]++;
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    return starts;
  }

  public int size() {
    return actors.length;
  }

  /** The moment of the last event; the earliest possible one if there is none. */
  int latest() {
    int latest = Integer.MIN_VALUE;
    for (int second : seconds) {
      latest = Math.max(latest, second);
    }
    return latest;
  }

  int allTargets() {
    return targetStarts.length - 1;
  }

  /** How many events the actor has. */
  int countOf(int actor) {
    return actorStarts[actor + 1] - actorStarts[actor];
  }

  /** How many events the target has. */
  int countOn(int target) {
    return targetStarts[target + 1] - targetStarts[target];
  }

  /** The place of the actor's n-th event, in the order of targets. */
  int placeOf(int actor, int number) {
    return byActor[actorStarts[actor] + number];
  }

  /** The first place of a target's events; the last one is just before the next target's first. */
  int firstPlaceOn(int target) {
    return targetStarts[target];
  }

  int actorAt(int place) {
    return actors[place];
  }

  int targetAt(int place) {
    return targets[place];
  }

  int secondAt(int place) {
    return seconds[place];
  }
}
