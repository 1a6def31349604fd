package io.minigram.edge.error;

/** Why a request was refused: the {@code code} a client sees, and the HTTP status it goes with. */
public enum ErrorCode {
  /** The GraphQL document is malformed, or asks for what the schema does not have. */
  BAD_QUERY(400),
  /** An argument is missing, malformed or out of its range. */
  BAD_ARGUMENT(400),
  /** There is no token, or one that does not count. */
  UNAUTHENTICATED(401),
  /** The caller is known, and may not do this. */
  FORBIDDEN(403),
  /** Documents are executed here that the service knows, and this is none of them. */
  DOCUMENT_NOT_ALLOWED(403),
  /** No document of this hash is known; Apollo's clients know this code, and send its text. */
  PERSISTED_QUERY_NOT_FOUND(404),
  /** What the request names does not exist. */
  NOT_FOUND(404),
  /** The method of the request is not for this: something is changed by POST only. */
  METHOD_NOT_ALLOWED(405),
  /** The sender takes none of the types that there is an answer in. */
  NOT_ACCEPTABLE(406),
  /** A document has more tokens than are read. */
  TOO_LONG(400),
  /** More fields stand below each other than are answered. */
  TOO_DEEP(400),
  /** An operation asks for more fields, each as often as its pages have rows, than are answered. */
  TOO_COMPLEX(400),
  /** An operation gives more fields another name than are answered. */
  TOO_MANY_ALIASES(400),
  /** An operation has more directives than are looked at. */
  TOO_MANY_DIRECTIVES(400),
  /** A page of a list is larger than it may be. */
  PAGE_TOO_LARGE(400),
  /** A subscription goes on, and so is answered over a WebSocket only. */
  NOT_OVER_HTTP(400),
  /** Somebody else changed it first. */
  CONFLICT(409),
  /** What the request names was removed, and does not come back. */
  ERASED(410),
  /** The body is longer than this route takes. */
  TOO_LARGE(413),
  /** The body is of a type that is not taken here. */
  UNSUPPORTED_MEDIA_TYPE(415),
  /** The first line of a file is not the expected header; no part of the file was taken. */
  BAD_HEADER(422),
  /** The idempotency key was used for another request. */
  KEY_REUSED(422),
  /** The body is not packed as its header says. */
  BAD_ENCODING(400),
  /** The connection broke off in the middle of the body. */
  BROKEN_OFF(400),
  /** The body comes so slowly that it holds a place which others need. */
  TOO_SLOW(408),
  /** The caller asks more often than he may; {@code Retry-After} tells when to go on. */
  TOO_MANY_REQUESTS(429),
  /**
   * More is asked at once than is answered, by everybody together; the same request may pass soon.
   */
  TOO_BUSY(503),
  /** A statement or an operation took longer than it may; the database is well. */
  TIMED_OUT(504),
  /** What the request asks for at least is on its way; the same request succeeds soon. */
  NOT_YET(503),
  /** A failure of the service's own; its log has the cause. */
  INTERNAL(500),
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
