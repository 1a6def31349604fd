package io.minigram.workbench.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Where a database is, and whom to log in as. */
public record Database(String host, int port, String name, String user, String password) {

  public String jdbcUrl() {
    return "jdbc:" + url();
  }

  /** The address as the reactive client writes it. */
  public String url() {
    return "postgresql://%s:%d/%s".formatted(host, port, name);
  }

  /** The same database, seen by somebody else. */
  public Database as(String otherUser, String otherPassword) {
    return new Database(host, port, name, otherUser, otherPassword);
  }

  /** Another database of the same server. */
  public Database named(String otherName) {
    return new Database(host, port, otherName, user, password);
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl(), user, password);
  }

  /** Never shows the password. */
  @Override
  public String toString() {
    return user + "@" + host + ":" + port + "/" + name;
  }
}
