package io.minigram.insights.users;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;

/**
 * Which users to find by their name.
 *
 * @param username the name or its beginning, 1 to {@value #MAX_LENGTH} characters
 * @param match whether it is the whole name
 */
record NameSearch(String username, NameMatch match) {

  private static final int MAX_LENGTH = 200;

  /**
   * @throws RequestException BAD_ARGUMENT if the name is empty, too long or holds NUL, which no
   *     stored name does
   */
  NameSearch {
    if (username.isEmpty() || username.length() > MAX_LENGTH || username.indexOf('\0') >= 0) {
      throw RequestException.of(
          ErrorCode.BAD_ARGUMENT,
          "username must have 1 to " + MAX_LENGTH + " characters, and no NUL");
    }
  }
}
