package io.minigram.edge.command;

import io.quarkus.flyway.FlywayDataSource;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/** Applies the migrations that are packed in the service, with the schema's migrator role. */
final class Migrate implements QuarkusApplication {

  private static final Logger LOG = Logger.getLogger(Migrate.class);

  private final Instance<Flyway> flyway;

  // Looked up when it is used: while serving, the data source behind it is inactive.
  Migrate(@Any Instance<Flyway> flyway) {
    this.flyway = flyway;
  }

  @Override
  public int run(String... args) {
    var result =
        flyway.select(FlywayDataSource.FlywayDataSourceLiteral.of("migration")).get().migrate();
    LOG.infof(
        "Schema %s is at version %s (%d applied now)",
        result.schemaName,
        result.targetSchemaVersion == null
            ? result.initialSchemaVersion
            : result.targetSchemaVersion,
        result.migrationsExecuted);
    return 0;
  }
}
