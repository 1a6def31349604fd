package io.minigram.ingest.requests;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a sender calls a request, so that it counts once however often it is sent. */
public final class IdempotencyKey {

  /** The header that carries it. */
  public static final String HEADER = "Idempotency-Key";

  private static final Pattern ALLOWED = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private IdempotencyKey() {}

  /**
   * The key of a request; empty if it has none.
   *
   * @throws RequestException BAD_ARGUMENT if it is none that is taken
   */
  public static Optional<String> of(String given) {
    if (given == null) {
      return Optional.empty();
    }
    if (!ALLOWED.matcher(given).matches()) {
      throw RequestException.of(
          ErrorCode.BAD_ARGUMENT,
          "An idempotency key is 1 to 200 visible ASCII characters, such as a UUID");
    }
    return Optional.of(given);
  }

  /** The refusal of a key that was used for something else. */
  public static RequestException reused() {
    return RequestException.of(
        ErrorCode.KEY_REUSED,
        "The idempotency key was used for another request: send this one under a new key");
  }
}
