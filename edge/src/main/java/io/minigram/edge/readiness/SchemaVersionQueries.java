package io.minigram.edge.readiness;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads what Flyway has written about a schema. */
@ApplicationScoped
class SchemaVersionQueries {

  /** The version of a schema that has none, or cannot be read. */
  static final int ABSENT = 0;

  private final Pool pool;

  SchemaVersionQueries(Pool pool) {
    this.pool = pool;
  }

  Uni<Integer> version(String schema) {
    if (!schema.matches("[a-z_]+")) {
      throw new IllegalArgumentException("Not a schema name: " + schema);
    }
    return pool.query(
            "select coalesce(max(version::int), 0) from "
                + schema
                + ".flyway_schema_history where success")
        .execute()
        .map(rows -> rows.iterator().next().getInteger(0));
  }
}
