package io.minigram.botdetector.scoring.network;

import java.util.Arrays;

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
    var given = new int[size];
    var starts = starts(allTargets, size, target);
    var next = Arrays.copyOf(starts, allTargets);
    for (int event = 0; event < size; event++) {
      given[next[target[event]]++] = event;
    }

    var targets = new int[size];
    var seconds = new int[size];
    var actors = new int[size];
    var targetStarts = new int[allTargets + 1];
    var lastTarget = new int[allActors];
    Arrays.fill(lastTarget, -1);
    var ofTarget = new long[longest(starts)];
    int kept = 0;
    for (int each = 0; each < allTargets; each++) {
      targetStarts[each] = kept;
      int candidates = 0;
      for (int place = starts[each]; place < starts[each + 1]; place++) {
        int event = given[place];
        if (earliest || isFirst(actor[event], each, lastTarget)) {
          ofTarget[candidates++] = (long) second[event] << Integer.SIZE | actor[event];
        }
      }
      Arrays.sort(ofTarget, 0, candidates);
      for (int place = 0; place < candidates; place++) {
        int who = (int) ofTarget[place];
        if (!earliest || isFirst(who, each, lastTarget)) {
          targets[kept] = each;
          seconds[kept] = (int) (ofTarget[place] >> Integer.SIZE);
          actors[kept++] = who;
        }
      }
    }
    targetStarts[allTargets] = kept;

    var actorStarts = starts(allActors, kept, actors);
    var nextOfActor = Arrays.copyOf(actorStarts, allActors);
    var byActor = new int[kept];
    for (int place = 0; place < kept; place++) {
      byActor[nextOfActor[actors[place]]++] = place;
    }
    return new Events(
        Arrays.copyOf(targets, kept),
        Arrays.copyOf(seconds, kept),
        Arrays.copyOf(actors, kept),
        targetStarts,
        byActor,
        actorStarts);
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

  private static int longest(int[] starts) {
    int longest = 0;
    for (int group = 1; group < starts.length; group++) {
      longest = Math.max(longest, starts[group] - starts[group - 1]);
    }
    return longest;
  }

  public int size() {
    return actors.length;
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
