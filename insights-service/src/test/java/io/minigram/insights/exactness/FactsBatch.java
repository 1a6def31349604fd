package io.minigram.insights.exactness;

import io.minigram.insights.exactness.NumberedStatement.Values;
import io.minigram.workbench.testing.OwnerDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One batch of facts, written by the statements of ingest-service, in its order: the transaction
 * gets its number, then come the additions table by table, then the retractions, then the counts.
 */
public final class FactsBatch implements AutoCloseable {

  private static final NumberedStatement NEXT = NumberedStatement.ofIngest("next_batch");
  private static final NumberedStatement RECORD = NumberedStatement.ofIngest("record_batch");

  private final Map<FactTable, List<Object[]>> additions = new EnumMap<>(FactTable.class);
  private final Map<FactTable, List<Object[]>> retractions = new EnumMap<>(FactTable.class);
  private final Connection connection;
  private final long id;
  private final long position;

  private FactsBatch(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    try (var statement = NEXT.prepare(connection);
        var answer = statement.executeQuery()) {
      answer.next();
      id = answer.getLong(1);
      position = Long.parseLong(answer.getString(2));
    }
  }

  /** A batch whose transaction has begun. */
  public static FactsBatch begin() {
    try {
      return new FactsBatch(OwnerDatabase.connect());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The batch's number. */
  public long id() {
    return id;
  }

  /** The position that ingest-service gives to the sender of what is in it. */
  public String position() {
    return "p" + Long.toString(position, 36);
  }

  /** A row of a table, in the order of its columns, times as ISO text. */
  FactsBatch add(FactTable table, Object... row) {
    additions.computeIfAbsent(table, none -> new ArrayList<>()).add(row);
    return this;
  }

  /** Takes a row away by its key. */
  FactsBatch retract(FactTable table, long subject, long object) {
    retractions
        .computeIfAbsent(table, none -> new ArrayList<>())
        .add(new Object[] {subject, object});
    return this;
  }

  public FactsBatch user(long id, String username, String createdAt) {
    return add(FactTable.USERS, id, username, createdAt);
  }

  public FactsBatch photo(long id, long owner, String createdAt) {
    return add(FactTable.PHOTOS, id, owner, "https://example.org/" + id, createdAt);
  }

  public FactsBatch tag(long id, String name) {
    return add(FactTable.TAGS, id, name, "2020-01-01T00:00:00Z");
  }

  public FactsBatch photoTag(long photo, long tag) {
    return add(FactTable.PHOTO_TAGS, photo, tag);
  }

  public FactsBatch follow(long follower, long followee, String createdAt) {
    return add(FactTable.FOLLOWS, followee, follower, createdAt);
  }

  public FactsBatch like(long user, long photo, String createdAt) {
    return add(FactTable.LIKES, photo, user, createdAt);
  }

  public FactsBatch comment(long user, long photo, long id, String createdAt) {
    return add(FactTable.COMMENTS, photo, id, user, "well", createdAt);
  }

  public FactsBatch unlike(long user, long photo) {
    return retract(FactTable.LIKES, photo, user);
  }

  /** Writes what was added and what is to go, and commits. */
  public FactsBatch commit() {
    try {
      write();
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    close();
    return this;
  }

  private void write() throws SQLException {
    var inserted = new ArrayList<Long>();
    for (var table : FactTable.values()) {
      inserted.add(insert(table, additions.getOrDefault(table, List.of())));
    }
    long retracted = 0;
    for (var retraction : retractions.entrySet()) {
      retracted += retract(retraction.getKey(), retraction.getValue());
    }
    if (retracted + inserted.stream().mapToLong(Long::longValue).sum() > 0) {
      try (var statement =
          RECORD.prepare(connection, id, null, Values.ids(inserted), (int) retracted)) {
        statement.executeUpdate();
      }
    }
  }

  private long insert(FactTable table, List<Object[]> rows) throws SQLException {
    if (rows.isEmpty()) {
      return 0;
    }
    var arguments = new ArrayList<Object>();
    for (int column = 0; column < table.types.size(); column++) {
      arguments.add(column(rows, column, table.types.get(column)));
    }
    arguments.add(id);
    return count(table.insert, arguments);
  }

  private long retract(FactTable table, List<Object[]> keys) throws SQLException {
    return count(
        table.retract, Arrays.asList(column(keys, 0, "bigint"), column(keys, 1, "bigint"), id));
  }

  private static Values column(List<Object[]> rows, int column, String type) {
    return new Values(type, rows.stream().map(row -> row[column]).toArray());
  }

  /** Rows that the statement returns. */
  private long count(NumberedStatement numbered, List<Object> arguments) throws SQLException {
    try (var statement = numbered.prepare(connection, arguments.toArray());
        var answer = statement.executeQuery()) {
      long rows = 0;
      while (answer.next()) {
        rows++;
      }
      return rows;
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
