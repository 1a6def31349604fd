package io.minigram.ingest.transactions;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.postgresql.PGConnection;

/**
 * Runs packed statements on one connection. Arguments are numbers, texts, byte arrays and arrays of
 * these; null is an argument, too.
 *
 * <p>Every method throws {@link DatabaseException} if PostgreSQL refuses or is away.
 */
public final class Transaction {

  private static final NumberedStatement LOCK =
      NumberedStatement.read("/sql/transactions/lock.sql");

  private final Connection connection;

  Transaction(Connection connection) {
    this.connection = connection;
  }

  /** How many rows were changed. */
  public int execute(NumberedStatement statement, Object... arguments) {
    try (var prepared = prepare(statement, arguments)) {
      return prepared.execute() ? 0 : prepared.getUpdateCount();
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** The rows of a query, in its order. */
  public <T> List<T> query(
      NumberedStatement statement, Function<Fields, T> reader, Object... arguments) {
    try (var prepared = prepare(statement, arguments);
        var result = prepared.executeQuery()) {
      var rows = new ArrayList<T>();
      var fields = new Fields(result);
      while (result.next()) {
        rows.add(reader.apply(fields));
      }
      return rows;
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** The one number that a query answers. */
  public long queryLong(NumberedStatement statement, Object... arguments) {
    return query(statement, fields -> fields.number(1), arguments).get(0);
  }

  /** Waits for the lock, and holds it to the end of the transaction. */
  public void lock(Transactions.Lock lock) {
    query(LOCK, row -> lock, lock.ordinal());
  }

  /** How many rows of PostgreSQL's binary format went into the table. */
  public long copyIn(String table, String columns, byte[] bytes, int length) {
    try {
      var copy =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy facts.%s (%s) from stdin (format binary)".formatted(table, columns));
      try {
        copy.writeToCopy(bytes, 0, length);
        return copy.endCopy();
      } finally {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      }
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private PreparedStatement prepare(NumberedStatement statement, Object... arguments)
      throws SQLException {
    var prepared = connection.prepareStatement(statement.sql());
    try {
      for (int place = 0; place < statement.order().size(); place++) {
        prepared.setObject(place + 1, jdbc(arguments[statement.order().get(place) - 1]));
      }
      return prepared;
    } catch (SQLException | RuntimeException e) {
      prepared.close();
      throw e;
    }
  }

  private Object jdbc(Object argument) throws SQLException {
    if (argument instanceof long[] ids) {
      return connection.unwrap(PGConnection.class).createArrayOf("bigint", ids);
    } else if (argument instanceof Instant[] times) {
      var offset = new OffsetDateTime[times.length];
      for (int i = 0; i < times.length; i++) {
        offset[i] = times[i].atOffset(ZoneOffset.UTC);
      }
      return connection.createArrayOf("timestamptz", offset);
    } else if (argument instanceof String[] texts) {
      return connection.createArrayOf("text", texts);
    } else if (argument instanceof byte[][] rows) {
      return connection.unwrap(PGConnection.class).createArrayOf("bytea", rows);
    } else {
      return argument;
    }
  }

  /** The fields of one row of a result; columns count from 1. */
  public static final class Fields {

    private final ResultSet row;

    private Fields(ResultSet row) {
      this.row = row;
    }

    public long number(int column) {
      return get(() -> row.getLong(column));
    }

    /** An array of bigint. */
    public long[] numbers(int column) {
      return get(
          () ->
              Arrays.stream((Long[]) row.getArray(column).getArray())
                  .mapToLong(Long::longValue)
                  .toArray());
    }

    public boolean flag(int column) {
      return get(() -> row.getBoolean(column));
    }

    public String text(int column) {
      return get(() -> row.getString(column));
    }

    public byte[] bytes(int column) {
      return get(() -> row.getBytes(column));
    }

    /** Microseconds since 1970-01-01T00:00Z. */
    public long micros(int column) {
      return get(
          () ->
              ChronoUnit.MICROS.between(
                  Instant.EPOCH, row.getObject(column, OffsetDateTime.class).toInstant()));
    }

    private static <T> T get(Getter<T> getter) {
      try {
        return getter.get();
      } catch (SQLException e) {
        throw new DatabaseException(e);
      }
    }

    private interface Getter<T> {
      T get() throws SQLException;
    }
  }
}
