package io.minigram.ingest.rows;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A column of an import, by the name it bears in a CSV header and in a JSON object. */
public enum Column {
  ID("id", Type.ID),
  USER_ID("user_id", Type.ID),
  PHOTO_ID("photo_id", Type.ID),
  TAG_ID("tag_id", Type.ID),
  FOLLOWER_ID("follower_id", Type.ID),
  FOLLOWEE_ID("followee_id", Type.ID),
  USERNAME("username", Type.TEXT),
  IMAGE_URL("image_url", Type.TEXT),
  TAG_NAME("tag_name", Type.TEXT),
  COMMENT_TEXT("comment_text", Type.TEXT),
  CREATED_AT("created_at", Type.TIME);

  /** What a field of the column holds. */
  public enum Type {
    /** A whole number from 1 to 2^63 - 1. */
    ID,
    /** Text without NUL, not empty. */
    TEXT,
    /** A point in time; without a zone it is UTC. */
    TIME
  }

  private final String header;
  private final String property;
  private final Type type;

  Column(String header, Type type) {
    this.header = header;
    this.property = camelCase(header);
    this.type = type;
  }

  /** In CSV: {@code user_id}. */
  String header() {
    return header;
  }

  /** In JSON: {@code userId}. */
  String property() {
    return property;
  }

  private static String camelCase(String header) {
    var words = header.split("_");
    return Arrays.stream(words)
        .skip(1)
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining("", words[0], ""));
  }

  public Type type() {
    return type;
  }
}
