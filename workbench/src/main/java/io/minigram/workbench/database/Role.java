package io.minigram.workbench.database;

/** The login roles of the database: for each schema, who serves it and who migrates it. */
public enum Role {
  INGEST_SERVICE,
  INSIGHTS_SERVICE,
  BOT_DETECTOR,
  FACTS_MIGRATOR,
  INSIGHTS_MIGRATOR,
  MODERATION_MIGRATOR;

  /** The name in PostgreSQL. */
  public String roleName() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
