package io.minigram.edge.error;

/**
 * A request that cannot be served, for a reason its sender can understand and mend. The message is
 * shown to the client: it says what is wrong and what to do, and holds no internals.
 */
public final class RequestException extends RuntimeException {

  private final ErrorCode code;

  public RequestException(ErrorCode code, String message) {
    super(message);
    this.code = code;
  }

  public RequestException(ErrorCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public ErrorCode code() {
    return code;
  }
}
