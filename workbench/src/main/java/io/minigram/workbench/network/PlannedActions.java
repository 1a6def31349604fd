package io.minigram.workbench.network;

import java.io.IOException;

/** Pairs that are known beforehand, each by its number, without a list of them in memory. */
interface PlannedActions {

  long size();

  /**
   * @param number from 0 to size - 1
   */
  void take(long number, Action action) throws IOException;

  /** These, and behind them the others. */
  default PlannedActions and(PlannedActions others) {
    var first = this;
    return new PlannedActions() {

      @Override
      public long size() {
        return first.size() + others.size();
      }

      @Override
      public void take(long number, Action action) throws IOException {
        if (number < first.size()) {
          first.take(number, action);
        } else {
          others.take(number - first.size(), action);
        }
      }
    };
  }
}
