package io.minigram.edge.command;

import io.minigram.edge.sql.SqlFile;
import io.quarkus.flyway.FlywayDataSource;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Applies the migrations that are packed in the service, with the schema's migrator role, and sees
 * to what a dump brought from another server.
 */
final class Migrate implements QuarkusApplication {

  private static final Logger LOG = Logger.getLogger(Migrate.class);

  /**
   * What a service does after every migration, if it has something to do. No callback of Flyway's:
   * a test that has the migrations twice on its class path would be refused for it.
   */
  private static final String MIGRATED = "/sql/migrated/another_server.sql";

  private final Instance<Flyway> flyway;

  // Looked up when it is used: while serving, the data source behind it is inactive.
  Migrate(@Any Instance<Flyway> flyway) {
    this.flyway = flyway;
  }

  @Override
  public int run(String... args) {
    var migrations = flyway.select(FlywayDataSource.FlywayDataSourceLiteral.of("migration")).get();
    var result = migrations.migrate();
    if (Migrate.class.getResource(MIGRATED) != null) {
      afterwards(migrations.getConfiguration().getDataSource());
    }
    LOG.infof(
        "Schema %s is at version %s (%d applied now)",
        result.schemaName,
        result.targetSchemaVersion == null
            ? result.initialSchemaVersion
            : result.targetSchemaVersion,
        result.migrationsExecuted);
    return 0;
  }

  private static void afterwards(DataSource migrator) {
    try (var connection = migrator.getConnection();
        var statement = connection.createStatement()) {
      int rows = statement.executeUpdate(SqlFile.read(Migrate.class, MIGRATED));
      if (rows > 0) {
        LOG.infof("The data come from another server: %d rows were numbered anew", rows);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("What follows a migration failed", e);
    }
  }
}
