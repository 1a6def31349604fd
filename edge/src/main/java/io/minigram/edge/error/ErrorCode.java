package io.minigram.edge.error;

/** Why a request was refused: the {@code code} a client sees, and the HTTP status it goes with. */
public enum ErrorCode {
  /** An argument is missing, malformed or out of its range. */
  BAD_ARGUMENT(400),
  /** What the request names does not exist. */
  NOT_FOUND(404),
  /** Somebody else changed it first. */
  CONFLICT(409),
  /** The first line of a file is not the expected header; no part of the file was taken. */
  BAD_HEADER(422),
  /** The connection broke off in the middle of the body. */
  BROKEN_OFF(400),
  /** A dependency is away; the same request may succeed later. */
  UNAVAILABLE(503);

  private final int status;

  ErrorCode(int status) {
    this.status = status;
  }

  public int status() {
    return status;
  }
}
