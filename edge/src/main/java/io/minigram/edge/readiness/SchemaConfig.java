package io.minigram.edge.readiness;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** Which version of each schema the service's statements are written for. */
@ConfigMapping(prefix = "minigram.schema")
interface SchemaConfig {

  /** Schema name to the lowest Flyway version that will do, as in {@code required.facts=1}. */
  Map<String, Integer> required();
}
