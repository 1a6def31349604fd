package io.minigram.botdetector.reviews;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import java.time.Instant;

/**
 * What a moderator does with the case of an account.
 *
 * @param seenVersion the version of the case that the moderator has seen
 * @param note what the moderator wrote, null if nothing
 * @param actor the subject of the moderator's token
 */
record Step(
    long userId, int seenVersion, CaseEventKind kind, String note, String actor, Instant at) {

  /** The longest note, in characters. */
  static final int MAX_NOTE = 2_000;

  /**
   * @throws RequestException BAD_ARGUMENT if the note is too long or cannot be stored, or if an
   *     account is flagged without one
   */
  Step {
    note = note == null || note.isBlank() ? null : note.strip();
    if (note == null && kind == CaseEventKind.FLAGGED) {
      throw RequestException.of(
          ErrorCode.BAD_ARGUMENT, "note must say why the account is flagged, since no run does");
    }
    if (note != null && note.codePointCount(0, note.length()) > MAX_NOTE) {
      throw RequestException.of(
          ErrorCode.BAD_ARGUMENT, "note must have at most " + MAX_NOTE + " characters");
    }
    if (note != null && note.indexOf('\0') >= 0) {
      throw RequestException.of(ErrorCode.BAD_ARGUMENT, "note must not contain NUL");
    }
  }
}
