package io.minigram.botdetector.reviews;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import java.time.Instant;

/**
 * What a moderator decides on an account.
 *
 * @param seenVersion the version of the review that the moderator has seen
 * @param note what the moderator wrote, null if nothing
 */
record Decision(long userId, int seenVersion, ReviewState state, String note, Instant at) {

  /** The longest note, in characters. */
  static final int MAX_NOTE = 2_000;

  /**
   * @throws RequestException BAD_ARGUMENT if the note is too long or cannot be stored
   */
  Decision {
    if (state == ReviewState.OPEN) {
      throw new IllegalArgumentException("Nothing is decided by " + state);
    }
    note = note == null || note.isBlank() ? null : note.strip();
    if (note != null && note.codePointCount(0, note.length()) > MAX_NOTE) {
      throw RequestException.of(
          ErrorCode.BAD_ARGUMENT, "note must have at most " + MAX_NOTE + " characters");
    }
    if (note != null && note.indexOf('\0') >= 0) {
      throw RequestException.of(ErrorCode.BAD_ARGUMENT, "note must not contain NUL");
    }
  }
}
