package io.minigram.botdetector.rings;

/** A ring by its run and its number in that. */
record RingKey(long runId, int ring) {

  static RingKey of(Ring ring) {
    int dash = ring.id().indexOf('-');
    return new RingKey(
        Long.parseLong(ring.id().substring(0, dash)),
        Integer.parseInt(ring.id().substring(dash + 1)));
  }

  String id() {
    return runId + "-" + ring;
  }
}
