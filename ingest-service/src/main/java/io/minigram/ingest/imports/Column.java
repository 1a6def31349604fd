package io.minigram.ingest.imports;

/** A column of an import file, by the name it bears in the header. */
enum Column {
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
  enum Type {
    /** A whole number from 1 to 2^63 - 1. */
    ID,
    /** Text without NUL, not empty. */
    TEXT,
    /** A point in time; without a zone it is UTC. */
    TIME
  }

  private final String header;
  private final Type type;

  Column(String header, Type type) {
    this.header = header;
    this.type = type;
  }

  String header() {
    return header;
  }

  Type type() {
    return type;
  }
}
