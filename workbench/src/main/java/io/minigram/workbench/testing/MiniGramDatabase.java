package io.minigram.workbench.testing;

import io.minigram.workbench.database.Bootstrap;
import io.minigram.workbench.database.Database;
import io.minigram.workbench.database.Passwords;
import io.minigram.workbench.database.Role;
import io.minigram.workbench.database.Schema;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * A real PostgreSQL for the tests of one service, bootstrapped and migrated like any other. Init
 * argument {@code role}: the role of the service under test, such as {@code INGEST_SERVICE}.
 */
public final class MiniGramDatabase implements QuarkusTestResourceLifecycleManager {

  private Role role;
  private EmbeddedPostgres postgres;

  @Override
  public void init(Map<String, String> arguments) {
    role = Role.valueOf(arguments.get("role"));
  }

  @Override
  public Map<String, String> start() {
    try {
      // fsync stays off: no test here pulls the plug, and it is faster
      postgres = EmbeddedPostgres.builder().setServerConfig("max_connections", "100").start();
      var owner = new Database("localhost", postgres.getPort(), "minigram", "postgres", "postgres");
      var passwords = Passwords.random();
      Bootstrap.run(owner, passwords);
      for (var schema : Schema.values()) {
        schema.migrate(owner, passwords);
      }
      OwnerDatabase.publish(owner);
      var config = new HashMap<String, String>();
      config.put("quarkus.datasource.reactive.url", owner.url());
      config.put("quarkus.datasource.username", role.roleName());
      config.put("quarkus.datasource.password", passwords.of(role));
      config.put("minigram.durability.demanded", "false");
      return config;
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("The tests' PostgreSQL did not start", e);
    }
  }

  @Override
  public void stop() {
    if (postgres != null) {
      try {
        postgres.close();
      } catch (IOException e) {
        throw new IllegalStateException("The tests' PostgreSQL did not stop", e);
      }
    }
  }
}
