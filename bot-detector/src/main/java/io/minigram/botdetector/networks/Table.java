package io.minigram.botdetector.networks;

import java.util.List;
import java.util.Locale;

/** What a network is read from. */
public enum Table {
  USERS("id", "created_at"),
  PHOTOS("id", "user_id"),
  LIKES("user_id", "photo_id", "created_at"),
  COMMENTS("user_id", "photo_id", "created_at", "comment_text"),
  FOLLOWS("follower_id", "followee_id", "created_at");

  private final List<String> columns;

  Table(String... columns) {
    this.columns = List.of(columns);
  }

  /** The columns that are wanted, by their names in CSV files. */
  public List<String> columns() {
    return columns;
  }

  /** The name of its file, without an ending. */
  public String file() {
    return name().toLowerCase(Locale.ROOT);
  }
}
