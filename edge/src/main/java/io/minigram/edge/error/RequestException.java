package io.minigram.edge.error;

import java.time.Duration;
import java.util.Optional;

/**
 * A request that cannot be served, for a reason its sender can understand and mend. The message is
 * shown to the client: it says what is wrong and what to do, and holds no internals.
 */
public final class RequestException extends RuntimeException {

  private static final Duration SOON = Duration.ofSeconds(5);

  private final ErrorCode code;
  private final Duration retryAfter;

  private RequestException(ErrorCode code, String message, Throwable cause, Duration retryAfter) {
    // the client's doing, so nobody reads where it was noticed
    super(message, cause, false, false);
    this.code = code;
    this.retryAfter = retryAfter;
  }

  public static RequestException of(ErrorCode code, String message) {
    return of(code, message, null);
  }

  public static RequestException of(ErrorCode code, String message, Throwable cause) {
    return new RequestException(code, message, cause, code == ErrorCode.UNAVAILABLE ? SOON : null);
  }

  /** A request that may pass if it is sent again after a while. */
  public static RequestException later(ErrorCode code, String message, Duration retryAfter) {
    return new RequestException(code, message, null, retryAfter);
  }

  public ErrorCode code() {
    return code;
  }

  /** When the same request may pass; empty if it will not. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
