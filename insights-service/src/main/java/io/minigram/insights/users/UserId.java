package io.minigram.insights.users;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;

/** The id of a user, as requests have it. */
final class UserId {

  private UserId() {}

  /**
   * Takes an id from a request.
   *
   * @throws RequestException BAD_ARGUMENT if it is no whole number that fits 64 bits
   */
  static long of(String given) {
    try {
      return Long.parseLong(given);
    } catch (NumberFormatException e) {
      throw RequestException.of(
          ErrorCode.BAD_ARGUMENT, "id must be the decimal number of a user, such as 42", e);
    }
  }
}
