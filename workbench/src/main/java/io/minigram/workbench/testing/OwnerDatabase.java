package io.minigram.workbench.testing;

import io.minigram.workbench.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** The tests' PostgreSQL as its owner sees it: to put facts in and to recompute answers. */
public final class OwnerDatabase {

  private static final String DEADLOCK = "40P01";
  private static final int ATTEMPTS = 20;

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

  /**
   * Runs statements, separated by semicolons, as the owner. A job of the service under test may
   * hold a table and want another: where PostgreSQL ends these statements for it, they run again.
   */
  public static void execute(String statements) {
    SQLException deadlock = null;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try (var connection = connect();
          var statement = connection.createStatement()) {
        statement.execute(statements);
        return;
      } catch (SQLException e) {
        if (!DEADLOCK.equals(e.getSQLState())) {
          throw new IllegalStateException(e);
        }
        deadlock = e;
      }
    }
    throw new IllegalStateException(deadlock);
  }

  /** The rows of a query, each with its values joined by {@code |}. */
  public static List<String> rows(String query) {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute("set timezone to 'UTC'");
      var result = statement.executeQuery(query);
      int columns = result.getMetaData().getColumnCount();
      var rows = new ArrayList<String>();
      while (result.next()) {
        var row = new StringJoiner("|");
        for (int column = 1; column <= columns; column++) {
          row.add(result.getString(column));
        }
        rows.add(row.toString());
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Empties the facts, what was rolled up of them, and the moderation tables; sequences begin
   * again, histories and themes stay.
   */
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
          -- not the numbers of removals: a running service has seen them up to one
          alter sequence facts.batch_id restart;
          alter sequence facts.user_id restart;
          alter sequence facts.photo_id restart;
          alter sequence facts.tag_id restart;
          alter sequence facts.comment_id restart;
        end
        $$
        """);
    clearRollUps();
  }

  /**
   * Empties what was rolled up of the facts, as if nothing had been yet. Versions go on, since a
   * service under test remembers what it answered at those that there were.
   */
  public static void clearRollUps() {
    execute(
        """
        do $$
        declare
          tables text;
          next_version bigint := (select max(version) + 1 from insights.roll_up);
        begin
          select string_agg(format('%I.%I', schemaname, tablename), ', ') into tables
          from pg_tables
          where schemaname = 'insights'
            and tablename not in ('flyway_schema_history', 'tag_theme');
          execute 'truncate ' || tables;
          insert into insights.roll_up (version) values (coalesce(next_version, 0));
          insert into insights.network default values;
          insert into insights.suspect_total (suspects)
          values ('LIKED_SHARE'), ('DETECTOR'), ('CONFIRMED');
        end
        $$
        """);
  }
}
