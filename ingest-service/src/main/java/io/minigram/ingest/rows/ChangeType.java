package io.minigram.ingest.rows;

import static io.minigram.ingest.rows.Column.ID;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that can happen to the facts. */
public enum ChangeType {
  REGISTER_USER("registerUser", FactTable.USERS, Effect.ADD),
  POST_PHOTO("postPhoto", FactTable.PHOTOS, Effect.ADD),
  CREATE_TAG("createTag", FactTable.TAGS, Effect.ADD),
  TAG_PHOTO("tagPhoto", FactTable.PHOTO_TAGS, Effect.ADD),
  FOLLOW("follow", FactTable.FOLLOWS, Effect.ADD),
  LIKE("like", FactTable.LIKES, Effect.ADD),
  ADD_COMMENT("addComment", FactTable.COMMENTS, Effect.ADD),
  UNFOLLOW("unfollow", FactTable.FOLLOWS, Effect.RETRACT),
  UNLIKE("unlike", FactTable.LIKES, Effect.RETRACT),
  REMOVE_COMMENT("removeComment", FactTable.COMMENTS, Effect.RETRACT),
  REMOVE_PHOTO("removePhoto", FactTable.PHOTOS, Effect.REMOVE),
  ERASE_ACCOUNT("eraseAccount", FactTable.USERS, Effect.REMOVE);

  /** What a change does to its table. */
  public enum Effect {
    /** Adds a row; the first one of a key counts. */
    ADD,
    /** Takes the row of a key away; it can be added again. */
    RETRACT,
    /** Takes a row and all that hangs on it away, for good. */
    REMOVE
  }

  private final String eventName;
  private final FactTable table;
  private final Effect effect;

  ChangeType(String eventName, FactTable table, Effect effect) {
    this.eventName = eventName;
    this.table = table;
    this.effect = effect;
  }

  /** The change that an event's {@code type} names. */
  static Optional<ChangeType> named(String eventName) {
    return Arrays.stream(values()).filter(type -> type.eventName.equals(eventName)).findFirst();
  }

  /** The change that adds a row to the table. */
  public static ChangeType adding(FactTable table) {
    return Arrays.stream(values())
        .filter(type -> type.table == table && type.effect == Effect.ADD)
        .findFirst()
        .orElseThrow();
  }

  public FactTable table() {
    return table;
  }

  public Effect effect() {
    return effect;
  }

  /** What such a change consists of. */
  public List<Column> columns() {
    return effect == Effect.ADD ? table.columns() : table.key();
  }

  /** The columns that name a user, photo or tag, be it an old or a new one. */
  public List<Column> columnsNaming(Reference.Target target) {
    return Stream.concat(
            table.references().stream()
                .filter(reference -> reference.target() == target)
                .map(Reference::column),
            table.target().filter(target::equals).stream().map(own -> ID))
        .filter(columns()::contains)
        .toList();
  }
}
