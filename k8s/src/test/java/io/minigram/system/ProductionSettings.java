package io.minigram.system;

import java.util.HashMap;
import java.util.Map;

/**
 * The environment of a service in a cluster, with nothing in it that a start would be refused for.
 */
final class ProductionSettings {

  private ProductionSettings() {}

  static Map<String, String> of(String role, OpenIdProvider provider, int databasePort, int port) {
    return new HashMap<>(
        Map.of(
            "QUARKUS_DATASOURCE_REACTIVE_URL",
            "postgresql://localhost:" + databasePort + "/minigram",
            "QUARKUS_DATASOURCE_USERNAME",
            role,
            "QUARKUS_DATASOURCE_PASSWORD",
            "Ypb2-kkq9-aWd1",
            "QUARKUS_OIDC_AUTH_SERVER_URL",
            provider.issuer(),
            "QUARKUS_HTTP_HOST",
            "localhost",
            "QUARKUS_HTTP_PORT",
            Integer.toString(port)));
  }
}
