package io.minigram.insights.calendar;

/**
 * Whose events to count: those of some actors, less those of others among them.
 *
 * @param less null: nobody
 */
record Selection(Actors of, Actors less) {

  static Selection of(Actors actors) {
    return new Selection(actors, null);
  }

  static Selection everyoneBut(Actors less) {
    return new Selection(Actors.Rolled.EVERYONE, less);
  }

  /** Whether the roll-ups count all of them already. */
  boolean isRolled() {
    return of instanceof Actors.Rolled && (less == null || less instanceof Actors.Rolled);
  }
}
