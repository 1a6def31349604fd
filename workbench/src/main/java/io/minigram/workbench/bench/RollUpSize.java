package io.minigram.workbench.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the tables of a schema hold.
 *
 * @param rows of each table, counted
 * @param bytes of each table, indexes included
 */
record RollUpSize(Map<String, Long> rows, Map<String, Long> bytes) {

  static RollUpSize of(Connection owner, String schema) throws SQLException {
    var rows = new LinkedHashMap<String, Long>();
    var bytes = new LinkedHashMap<String, Long>();
    try (var statement = owner.createStatement();
        var tables =
            statement.executeQuery(
                """
                select pg_class.relname, pg_total_relation_size(pg_class.oid)
                from pg_class
                where pg_class.relnamespace = '%s'::regnamespace and pg_class.relkind = 'r'
                order by pg_total_relation_size(pg_class.oid) desc
                """
                    .formatted(schema))) {
      while (tables.next()) {
        bytes.put(tables.getString(1), tables.getLong(2));
      }
    }
    for (var table : bytes.keySet()) {
      try (var statement = owner.createStatement();
          var counted =
              statement.executeQuery("select count(*) from %s.%s".formatted(schema, table))) {
        counted.next();
        rows.put(table, counted.getLong(1));
      }
    }
    return new RollUpSize(rows, bytes);
  }

  long allRows() {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }

  long allBytes() {
    return bytes.values().stream().mapToLong(Long::longValue).sum();
  }
}
