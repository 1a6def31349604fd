package io.minigram.edge.readiness;

import io.minigram.edge.error.Outage;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready until every schema that the service uses has the version it was written for: a service
 * that starts before its migrations waits for them instead of failing requests. Not ready while the
 * database is away, either.
 */
@Readiness
@ApplicationScoped
class SchemaVersionCheck implements AsyncHealthCheck {

  private static final String NAME = "Schema versions";

  /** Below the patience of a cluster's probes: a database that does not answer is away. */
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final SchemaConfig config;
  private final SchemaVersionQueries queries;

  SchemaVersionCheck(SchemaConfig config, SchemaVersionQueries queries) {
    this.config = config;
    this.queries = queries;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return Multi.createFrom()
        .iterable(config.required().entrySet())
        .onItem()
        .transformToUniAndConcatenate(
            schema ->
                queries
                    .version(schema.getKey())
                    .onFailure(e -> !Outage.isBehind(e))
                    .recoverWithItem(SchemaVersionQueries.ABSENT)
                    .map(found -> Map.entry(schema.getKey(), found)))
        .collect()
        .asList()
        .map(this::response)
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .onFailure()
        .recoverWithItem(
            () -> HealthCheckResponse.named(NAME).down().withData("database", "away").build());
  }

  private HealthCheckResponse response(List<Map.Entry<String, Integer>> versions) {
    var response = HealthCheckResponse.named(NAME).up();
    for (var version : versions) {
      int required = config.required().get(version.getKey());
      response.withData(
          version.getKey(), "version " + version.getValue() + ", required " + required);
      if (version.getValue() < required) {
        response.down();
      }
    }
    return response.build();
  }
}
