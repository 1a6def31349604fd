package io.minigram.edge.bootstrap;

import io.minigram.edge.sql.SqlFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** Step one of three: as the owner, make the database, its roles and its schemas. */
public final class DatabaseBootstrap {

  private static final String NO_SUCH_DATABASE = "3D000";

  private DatabaseBootstrap() {}

  /**
   * Can be run again at any time: what is there stays, and the passwords are set anew.
   *
   * @param jdbcUrl of the database, which need not be there yet
   * @param owner who may make databases and roles
   * @param passwords of all login roles, by the role's name
   */
  public static void run(
      String jdbcUrl, String owner, String password, Map<String, String> passwords)
      throws SQLException {
    try (var connection = connectOrCreate(jdbcUrl, owner, password)) {
      connection.setAutoCommit(false);
      try (var setting = connection.prepareStatement("select set_config(?, ?, true)")) {
        for (var role : passwords.entrySet()) {
          setting.setString(1, "minigram.password." + role.getKey());
          setting.setString(2, role.getValue());
          setting.execute();
        }
      }
      try (var statement = connection.createStatement()) {
        statement.execute(SqlFile.read(DatabaseBootstrap.class, "/bootstrap/bootstrap.sql"));
      }
      connection.commit();
    }
  }

  private static Connection connectOrCreate(String jdbcUrl, String owner, String password)
      throws SQLException {
    var database = database(jdbcUrl, owner, password);
    try {
      return database.getConnection();
    } catch (SQLException e) {
      if (!NO_SUCH_DATABASE.equals(e.getSQLState())) {
        throw e;
      }
    }
    var always = database(jdbcUrl, owner, password);
    always.setDatabaseName("postgres");
    try (var connection = always.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "create database %s encoding 'UTF8' template template0"
              .formatted(statement.enquoteIdentifier(database.getDatabaseName(), true)));
    }
    return database.getConnection();
  }

  // not by DriverManager, which looks for drivers by name
  private static PGSimpleDataSource database(String jdbcUrl, String owner, String password) {
    var database = new PGSimpleDataSource();
    database.setUrl(jdbcUrl);
    database.setUser(owner);
    database.setPassword(password);
    return database;
  }
}
