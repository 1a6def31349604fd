package io.minigram.workbench.testing;

import io.minigram.workbench.database.Database;
import java.sql.Connection;
import java.sql.SQLException;

/** The tests' PostgreSQL as its owner sees it: to put facts in and to recompute answers. */
public final class OwnerDatabase {

  // System properties, since test resources and tests live in different class loaders.
  private static final String PORT = "minigram.test.postgres.port";

  private OwnerDatabase() {}

  static void publish(Database owner) {
    System.setProperty(PORT, Integer.toString(owner.port()));
  }

  public static Connection connect() throws SQLException {
    int port = Integer.getInteger(PORT);
    return new Database("localhost", port, "minigram", "postgres", "postgres").connect();
  }

  /** Runs statements, separated by semicolons, as the owner. */
  public static void execute(String statements) {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(statements);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Empties every table of the three schemas; the migrations' history stays. */
  public static void clear() {
    execute(
        """
        do $$
        declare
          tables text;
        begin
          select string_agg(format('%I.%I', schemaname, tablename), ', ') into tables
          from pg_tables
          where schemaname in ('facts', 'moderation')
            and tablename <> 'flyway_schema_history';
          execute 'truncate ' || tables || ' restart identity';
        end
        $$
        """);
  }
}
