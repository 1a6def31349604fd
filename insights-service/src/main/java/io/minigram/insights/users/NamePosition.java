package io.minigram.insights.users;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A place in a list of users by name and then by id.
 *
 * @param username the user's name
 * @param id the user's id
 */
record NamePosition(String username, long id) {

  /** Reads what {@link #toString} has written. */
  static NamePosition parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("no colon");
    }
    return new NamePosition(
        URLDecoder.decode(text.substring(colon + 1), StandardCharsets.UTF_8),
        Long.parseLong(text.substring(0, colon)));
  }

  /** In ASCII, whatever the name is written in. */
  @Override
  public String toString() {
    return id + ":" + URLEncoder.encode(username, StandardCharsets.UTF_8);
  }
}
