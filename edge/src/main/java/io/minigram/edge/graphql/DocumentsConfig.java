package io.minigram.edge.graphql;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which documents may be sent. */
@ConfigMapping(prefix = "minigram.graphql.documents")
interface DocumentsConfig {

  /** Whether a document may be any, or one that the service knows only. */
  @WithDefault("true")
  boolean arbitrary();
}
