package io.minigram.botdetector.models;

import java.time.DateTimeException;
import java.time.Instant;

/** A place in the list of models, which runs from the one stored last to the first. */
record ModelPosition(Instant storedAt, String version) {

  /**
   * @throws IllegalArgumentException if the text is none of {@link #of}
   */
  static ModelPosition parse(String text) {
    int space = text.indexOf(' ');
    try {
      return new ModelPosition(
          Instant.parse(text.substring(0, Math.max(space, 0))), text.substring(space + 1));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("Not a position", e);
    }
  }

  static String of(ScoringModel model) {
    return model.storedAt() + " " + model.version();
  }
}
