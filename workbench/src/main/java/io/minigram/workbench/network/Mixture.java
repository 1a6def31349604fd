package io.minigram.workbench.network;

import java.io.IOException;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Random draws and planned actions in one random order, so that the place of a row in its file does
 * not tell a bot or an influencer.
 *
 * @param draws how often to draw
 */
record Mixture(long draws, Draw draw, PlannedActions planned) {

  long size() {
    return draws + planned.size();
  }

  void forEach(UniformRandomProvider random, Action action) throws IOException {
    long drawsLeft = draws;
    long plannedLeft = planned.size();
    var order = new Permutation(plannedLeft, random.nextLong());
    while (drawsLeft + plannedLeft > 0) {
      if (plannedLeft == 0 || random.nextLong(drawsLeft + plannedLeft) < drawsLeft) {
        draw.next(random, action);
        drawsLeft--;
      } else {
        plannedLeft--;
        planned.take(order.at(plannedLeft), action);
      }
    }
  }

  /** Draws one pair; may leave it out. */
  @FunctionalInterface
  interface Draw {

    void next(UniformRandomProvider random, Action action) throws IOException;
  }
}
