package io.minigram.botdetector.transactions;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/** Opens snapshots: read-only transactions that see one state of the database. */
@ApplicationScoped
public class Snapshots {

  private final AgroalDataSource database;

  Snapshots(@DataSource("reading") AgroalDataSource database) {
    this.database = database;
  }

  /**
   * Opens a snapshot on a connection of its own; blocks until there is one.
   *
   * @throws SQLException if the database is away
   */
  public Snapshot open() throws SQLException {
    var connection = database.getConnection();
    try {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      return new Snapshot(connection);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }
}
