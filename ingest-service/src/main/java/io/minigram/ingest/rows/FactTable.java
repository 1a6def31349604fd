package io.minigram.ingest.rows;

import static io.minigram.ingest.rows.Column.COMMENT_TEXT;
import static io.minigram.ingest.rows.Column.CREATED_AT;
import static io.minigram.ingest.rows.Column.FOLLOWEE_ID;
import static io.minigram.ingest.rows.Column.FOLLOWER_ID;
import static io.minigram.ingest.rows.Column.ID;
import static io.minigram.ingest.rows.Column.IMAGE_URL;
import static io.minigram.ingest.rows.Column.PHOTO_ID;
import static io.minigram.ingest.rows.Column.TAG_ID;
import static io.minigram.ingest.rows.Column.TAG_NAME;
import static io.minigram.ingest.rows.Column.USERNAME;
import static io.minigram.ingest.rows.Column.USER_ID;

import java.util.List;
import java.util.Optional;

/** The seven tables of facts. */
public enum FactTable {
  USERS("users", List.of(ID, USERNAME, CREATED_AT), List.of(ID), List.of(), "insert_users.sql"),
  PHOTOS(
      "photos",
      List.of(ID, USER_ID, IMAGE_URL, CREATED_AT),
      List.of(ID),
      List.of(new Reference(USER_ID, Reference.Target.USER)),
      "insert_photos.sql"),
  TAGS("tags", List.of(ID, TAG_NAME, CREATED_AT), List.of(ID), List.of(), "insert_tags.sql"),
  PHOTO_TAGS(
      "photo-tags",
      List.of(PHOTO_ID, TAG_ID),
      List.of(PHOTO_ID, TAG_ID),
      List.of(
          new Reference(PHOTO_ID, Reference.Target.PHOTO),
          new Reference(TAG_ID, Reference.Target.TAG)),
      "insert_photo_tags.sql"),
  FOLLOWS(
      "follows",
      List.of(FOLLOWEE_ID, FOLLOWER_ID, CREATED_AT),
      List.of(FOLLOWEE_ID, FOLLOWER_ID),
      List.of(
          new Reference(FOLLOWEE_ID, Reference.Target.USER),
          new Reference(FOLLOWER_ID, Reference.Target.USER)),
      "insert_follows.sql"),
  LIKES(
      "likes",
      List.of(PHOTO_ID, USER_ID, CREATED_AT),
      List.of(PHOTO_ID, USER_ID),
      List.of(
          new Reference(PHOTO_ID, Reference.Target.PHOTO),
          new Reference(USER_ID, Reference.Target.USER)),
      "insert_likes.sql"),
  COMMENTS(
      "comments",
      List.of(PHOTO_ID, ID, USER_ID, COMMENT_TEXT, CREATED_AT),
      List.of(PHOTO_ID, ID),
      List.of(
          new Reference(PHOTO_ID, Reference.Target.PHOTO),
          new Reference(USER_ID, Reference.Target.USER)),
      "insert_comments.sql");

  private final String path;
  private final List<Column> columns;
  private final List<Column> key;
  private final List<Reference> references;
  private final String statement;

  FactTable(
      String path,
      List<Column> columns,
      List<Column> key,
      List<Reference> references,
      String statement) {
    this.path = path;
    this.columns = columns;
    this.key = key;
    this.references = references;
    this.statement = statement;
  }

  /** What its imports are called: {@code POST /imports/{path}}. */
  public String path() {
    return path;
  }

  /** The columns, in the order in which the table's statement takes them. */
  public List<Column> columns() {
    return columns;
  }

  /** The primary key of the table, in its order. */
  public List<Column> key() {
    return key;
  }

  public List<Reference> references() {
    return references;
  }

  /** What a row of the table is to others that refer to it; empty if nothing does. */
  public Optional<Reference.Target> target() {
    return switch (this) {
      case USERS -> Optional.of(Reference.Target.USER);
      case PHOTOS -> Optional.of(Reference.Target.PHOTO);
      case TAGS -> Optional.of(Reference.Target.TAG);
      case PHOTO_TAGS, FOLLOWS, LIKES, COMMENTS -> Optional.empty();
    };
  }

  /** The file of the table's insert in {@code /sql/batches}. */
  public String statement() {
    return statement;
  }

  /** Its columns in the database, which {@link #columns} go into, in the same order. */
  public List<String> tableColumns() {
    return columns.stream()
        .map(
            column ->
                switch (column) {
                  case TAG_NAME -> "name";
                  case USER_ID -> this == PHOTOS ? "owner_id" : column.header();
                  default -> column.header();
                })
        .toList();
  }

  /**
   * Its name in the database, and that of the column of {@code facts.batch} that counts its rows.
   */
  public String table() {
    return path.replace('-', '_');
  }
}
