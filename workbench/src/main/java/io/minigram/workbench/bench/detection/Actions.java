package io.minigram.workbench.bench.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;

/** Who did something to what and when, in columns; with a text if it is a comment. */
final class Actions {

  private final Numbers actors = new Numbers();
  private final Numbers targets = new Numbers();
  private final Numbers seconds = new Numbers();
  private final List<String> texts = new ArrayList<>();

  void add(int actor, int target, int second) {
    add(actor, target, second, "");
  }

  void add(int actor, int target, int second, String text) {
    actors.add(actor);
    targets.add(target);
    seconds.add(second);
    texts.add(text);
  }

  int size() {
    return actors.size();
  }

  int actor(int place) {
    return actors.get(place);
  }

  int target(int place) {
    return targets.get(place);
  }

  int second(int place) {
    return seconds.get(place);
  }

  String text(int place) {
    return texts.get(place);
  }

  /**
   * Moves everything in time.
   *
   * @param second gives the new moment, from actor and target
   */
  void time(IntBinaryOperator second) {
    for (int place = 0; place < size(); place++) {
      seconds.set(place, second.applyAsInt(actor(place), target(place)));
    }
  }

  /** Moves what the actors do in time. */
  void move(IntPredicate actor, IntUnaryOperator second) {
    for (int place = 0; place < size(); place++) {
      if (actor.test(actor(place))) {
        seconds.set(place, second.applyAsInt(second(place)));
      }
    }
  }

  /** Forgets all that the actors did. */
  void remove(IntPredicate actor) {
    int kept = 0;
    for (int place = 0; place < size(); place++) {
      if (!actor.test(actor(place))) {
        put(kept++, actor(place), target(place), second(place), text(place));
      }
    }
    actors.shorten(kept);
    targets.shorten(kept);
    seconds.shorten(kept);
    texts.subList(kept, texts.size()).clear();
  }

  void shuffle(UniformRandomProvider random) {
    for (int place = size() - 1; place > 0; place--) {
      int other = random.nextInt(place + 1);
      int actor = actor(place);
      int target = target(place);
      int second = second(place);
      var text = text(place);
      put(place, actor(other), target(other), second(other), text(other));
      put(other, actor, target, second, text);
    }
  }

  private void put(int place, int actor, int target, int second, String text) {
    actors.set(place, actor);
    targets.set(place, target);
    seconds.set(place, second);
    texts.set(place, text);
  }
}
