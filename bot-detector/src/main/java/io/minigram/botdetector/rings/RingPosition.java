package io.minigram.botdetector.rings;

/** A place in the list of one run's rings, which runs from many members to few. */
record RingPosition(long runId, int members, int ring) {

  /**
   * @throws IllegalArgumentException if the text is none of {@link #of}
   */
  static RingPosition parse(String text) {
    var parts = text.split(":", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("Not a position");
    }
    return new RingPosition(
        Long.parseLong(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
  }

  static String of(Ring ring) {
    return ring.runId() + ":" + ring.memberCount() + ":" + RingKey.of(ring).ring();
  }
}
