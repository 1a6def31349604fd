package io.minigram.botdetector.transactions;

import io.minigram.botdetector.networks.Rows;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** One state of the database; all that is read of it belongs together. Every method blocks. */
public final class Snapshot implements AutoCloseable {

  private final Connection connection;

  Snapshot(Connection connection) {
    this.connection = connection;
  }

  /**
   * The one row of a statement without parameters, all of whose columns are whole numbers.
   *
   * @param columns how many there are
   */
  public long[] numbers(String sql, int columns) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      var numbers = new long[columns];
      for (int column = 0; column < columns; column++) {
        numbers[column] = row.getLong(column + 1);
      }
      return numbers;
    }
  }

  /**
   * Streams the rows of a statement without parameters; they need to be read, or closed, before
   * anything else is asked. Binary COPY is the fastest way out of PostgreSQL.
   *
   * @param sql whose columns are {@code bigint}, {@code timestamptz} or {@code text}, and never
   *     null
   */
  public Rows copy(String sql) throws IOException {
    try {
      return new CopiedRows(
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyOut("copy (" + sql + ") to stdout (format binary)"));
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  /** Ends the snapshot. Nothing was written, so nothing is lost. */
  @Override
  public void close() throws SQLException {
    try {
      if (!connection.isClosed()) {
        connection.rollback();
      }
    } finally {
      connection.close();
    }
  }
}
