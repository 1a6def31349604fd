package io.minigram.edge.error;

/**
 * A request that cannot be served, for a reason its sender can understand and mend. The message is
 * shown to the client: it says what is wrong and what to do, and holds no internals.
 */
public abstract sealed class RequestException extends RuntimeException {

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
    return switch (code) {
      case BAD_ARGUMENT -> new BadArgument(message, cause);
      case BAD_HEADER -> new BadHeader(message, cause);
      case BROKEN_OFF -> new BrokenOff(message, cause);
      case NOT_FOUND -> new NotFound(message, cause);
      case CONFLICT -> new Conflict(message, cause);
      case UNAVAILABLE -> new Unavailable(message, cause);
    };
  }

  public ErrorCode code() {
    return code;
  }

  // SmallRye GraphQL takes extensions.code from an annotation of the exception's class, and from
  // nothing else that can be relied on: hence a class a code.

  @io.smallrye.graphql.api.ErrorCode("BAD_ARGUMENT")
  private static final class BadArgument extends RequestException {
    private BadArgument(String message, Throwable cause) {
      super(ErrorCode.BAD_ARGUMENT, message, cause);
    }
  }

  @io.smallrye.graphql.api.ErrorCode("BAD_HEADER")
  private static final class BadHeader extends RequestException {
    private BadHeader(String message, Throwable cause) {
      super(ErrorCode.BAD_HEADER, message, cause);
    }
  }

  @io.smallrye.graphql.api.ErrorCode("BROKEN_OFF")
  private static final class BrokenOff extends RequestException {
    private BrokenOff(String message, Throwable cause) {
      super(ErrorCode.BROKEN_OFF, message, cause);
    }
  }

  @io.smallrye.graphql.api.ErrorCode("NOT_FOUND")
  private static final class NotFound extends RequestException {
    private NotFound(String message, Throwable cause) {
      super(ErrorCode.NOT_FOUND, message, cause);
    }
  }

  @io.smallrye.graphql.api.ErrorCode("CONFLICT")
  private static final class Conflict extends RequestException {
    private Conflict(String message, Throwable cause) {
      super(ErrorCode.CONFLICT, message, cause);
    }
  }

  @io.smallrye.graphql.api.ErrorCode("UNAVAILABLE")
  private static final class Unavailable extends RequestException {
    private Unavailable(String message, Throwable cause) {
      super(ErrorCode.UNAVAILABLE, message, cause);
    }
  }
}
