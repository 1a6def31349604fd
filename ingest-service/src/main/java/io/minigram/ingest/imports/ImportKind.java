package io.minigram.ingest.imports;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import io.minigram.ingest.rows.FactTable;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;

/** What an import brings: rows of one table, or events of all kinds. */
@Description("What an import brings: rows of one table, or events of all kinds.")
public enum ImportKind {
  USERS(FactTable.USERS),
  PHOTOS(FactTable.PHOTOS),
  TAGS(FactTable.TAGS),
  PHOTO_TAGS(FactTable.PHOTO_TAGS),
  FOLLOWS(FactTable.FOLLOWS),
  LIKES(FactTable.LIKES),
  COMMENTS(FactTable.COMMENTS),
  EVENTS(null);

  private final FactTable table;

  ImportKind(FactTable table) {
    this.table = table;
  }

  /** The kind that {@code POST /imports/{path}} imports; NOT_FOUND if there is none. */
  static ImportKind ofPath(String path) {
    return Arrays.stream(values())
        .filter(kind -> kind.table().filter(table -> table.path().equals(path)).isPresent())
        .findFirst()
        .orElseThrow(
            () ->
                RequestException.of(
                    ErrorCode.NOT_FOUND,
                    "There is no import of this name; there are "
                        + Arrays.stream(FactTable.values())
                            .map(FactTable::path)
                            .collect(Collectors.joining(", "))));
  }

  /** The table that the import fills; empty if it is of events. */
  Optional<FactTable> table() {
    return Optional.ofNullable(table);
  }

  /** What metrics call it. */
  String source() {
    return table == null ? "events" : table.table();
  }
}
