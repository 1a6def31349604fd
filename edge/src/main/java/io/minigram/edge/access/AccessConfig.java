package io.minigram.edge.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Who gets in. */
@ConfigMapping(prefix = "minigram.access")
interface AccessConfig {

  /** Who may read the GraphQL schema: {@code /graphql/schema.graphql} and introspection. */
  @WithDefault("closed")
  SchemaAccess schema();

  /** How long a WebSocket may be open before its {@code connection_init} has come. */
  @WithDefault("10s")
  Duration connectionInitLimit();

  /** Who may read a GraphQL schema. */
  enum SchemaAccess {
    /** Everyone, also without a token. */
    OPEN,
    /** Whoever has one of the roles that the service's operations ask for. */
    ROLES,
    /** Nobody. */
    CLOSED
  }
}
