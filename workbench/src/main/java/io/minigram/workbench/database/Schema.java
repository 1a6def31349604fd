package io.minigram.workbench.database;

import org.flywaydb.core.Flyway;

/** The schemas, in the order in which they are migrated, each with the role that does it. */
public enum Schema {
  FACTS(Role.FACTS_MIGRATOR),
  MODERATION(Role.MODERATION_MIGRATOR),
  INSIGHTS(Role.INSIGHTS_MIGRATOR);

  private final Role migrator;

  Schema(Role migrator) {
    this.migrator = migrator;
  }

  public String schemaName() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  public Role migrator() {
    return migrator;
  }

  /** Step two of three, as the services' own artifacts do it, but inside this process. */
  public void migrate(Database database, Passwords passwords) {
    flyway(database, passwords).migrate();
  }

  /** Whether a migration that is packed here is missing from the database. */
  public boolean isBehind(Database database, Passwords passwords) {
    return flyway(database, passwords).info().pending().length > 0;
  }

  private Flyway flyway(Database database, Passwords passwords) {
    var login = database.as(migrator.roleName(), passwords.of(migrator));
    return Flyway.configure()
        .dataSource(login.jdbcUrl(), login.user(), login.password())
        .schemas(schemaName())
        .createSchemas(false)
        .locations("classpath:db/" + schemaName())
        .load();
  }
}
