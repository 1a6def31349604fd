package io.minigram.workbench.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;

/** Step one of three: as the owner, make the database, its roles and its schemas. */
public final class Bootstrap {

  private static final String NO_SUCH_DATABASE = "3D000";

  private Bootstrap() {}

  /** Can be run again at any time: what is there stays, and the passwords are set anew. */
  public static void run(Database owner, Passwords passwords) throws SQLException, IOException {
    try (var connection = connectOrCreate(owner)) {
      connection.setAutoCommit(false);
      try (var setting = connection.prepareStatement("select set_config(?, ?, true)")) {
        for (var role : Role.values()) {
          setting.setString(1, "minigram.password." + role.roleName());
          setting.setString(2, passwords.of(role));
          setting.execute();
        }
      }
      try (var statement = connection.createStatement()) {
        statement.execute(script());
      }
      connection.commit();
    }
  }

  private static Connection connectOrCreate(Database owner) throws SQLException {
    try {
      return owner.connect();
    } catch (SQLException e) {
      if (!NO_SUCH_DATABASE.equals(e.getSQLState())) {
        throw e;
      }
    }
    try (var connection = owner.named("postgres").connect();
        var statement = connection.createStatement()) {
      statement.execute(
          "create database %s encoding 'UTF8' template template0"
              .formatted(statement.enquoteIdentifier(owner.name(), true)));
    }
    return owner.connect();
  }

  private static String script() throws IOException {
    try (var in = Bootstrap.class.getResourceAsStream("/bootstrap/bootstrap.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
