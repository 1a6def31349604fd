package io.minigram.insights.calendar;

import io.minigram.insights.definitions.SuspectSet;

/** Whose events to count. */
sealed interface Actors {

  /**
   * Those whose events the roll-ups count already.
   *
   * @param name as in {@code insights.actors}
   */
  record Rolled(String name) implements Actors {

    static final Rolled EVERYONE = new Rolled("EVERYONE");

    /** A set of suspects under its default rule. */
    static Rolled of(SuspectSet suspects) {
      return new Rolled(suspects.name());
    }
  }

  /** Some accounts, by their ids. */
  record Accounts(Long[] ids) implements Actors {}
}
