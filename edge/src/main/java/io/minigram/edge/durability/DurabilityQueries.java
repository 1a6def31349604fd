package io.minigram.edge.durability;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Asks PostgreSQL how it keeps what it commits. */
@ApplicationScoped
class DurabilityQueries {

  private static final String SETTINGS_THAT_ARE_OFF =
      """
      select name
      from unnest(array['fsync', 'full_page_writes', 'synchronous_commit']) as name
      where current_setting(name) = 'off'
      order by name
      """;

  private final Pool pool;

  DurabilityQueries(Pool pool) {
    this.pool = pool;
  }

  /** As they are for the service's own role in its own database; both can be given settings. */
  Uni<List<String>> settingsThatAreOff() {
    return pool.query(SETTINGS_THAT_ARE_OFF)
        .execute()
        .map(rows -> rows.stream().map(row -> row.getString(0)).toList());
  }
}
