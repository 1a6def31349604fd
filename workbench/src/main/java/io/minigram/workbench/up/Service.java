package io.minigram.workbench.up;

import io.minigram.workbench.database.Role;
import io.minigram.workbench.database.Schema;
import java.util.Locale;

/** The services that make up MiniGram, in the order in which they are started. */
enum Service {
  INGEST_SERVICE(Role.INGEST_SERVICE, Schema.FACTS, 256),
  BOT_DETECTOR(Role.BOT_DETECTOR, Schema.MODERATION, 512),
  INSIGHTS_SERVICE(Role.INSIGHTS_SERVICE, Schema.INSIGHTS, 512);

  private final Role role;
  private final Schema schema;
  private final int heapMegabytes;

  Service(Role role, Schema schema, int heapMegabytes) {
    this.role = role;
    this.schema = schema;
    this.heapMegabytes = heapMegabytes;
  }

  /** Its module and its name in messages. */
  String module() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Role role() {
    return role;
  }

  /** The schema that it owns. */
  Schema schema() {
    return schema;
  }

  int heapMegabytes() {
    return heapMegabytes;
  }
}
