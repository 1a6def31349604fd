package io.minigram.edge.graphql;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What GraphQL requests over HTTP may be. */
@ConfigMapping(prefix = "minigram.graphql.request")
interface GraphQLConfig {

  /** The longest body; it is read into memory as a whole. */
  @WithDefault("1M")
  MemorySize maxSize();
}
