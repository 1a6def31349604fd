package io.minigram.edge.error;

/**
 * A request that cannot be served, for a reason its sender can understand and mend. The message is
 * shown to the client: it says what is wrong and what to do, and holds no internals.
 */
public final class RequestException extends RuntimeException {

  private final ErrorCode code;

  private RequestException(ErrorCode code, String message, Throwable cause) {
    // the client's doing, so nobody reads where it was noticed
    super(message, cause, false, false);
    this.code = code;
  }

  public static RequestException of(ErrorCode code, String message) {
    return of(code, message, null);
  }

  public static RequestException of(ErrorCode code, String message, Throwable cause) {
    return new RequestException(code, message, cause);
  }

  public ErrorCode code() {
    return code;
  }
}
