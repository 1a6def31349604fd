package io.minigram.edge.durability;

import io.minigram.edge.command.RefusedStart;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Lets no service run on a PostgreSQL that may lose what it has committed. If it can be asked at
 * start, the start is refused; if it is away then, the service is not ready until it has answered.
 */
@Readiness
@ApplicationScoped
class DurabilityCheck implements AsyncHealthCheck {

  private static final Logger LOG = Logger.getLogger(DurabilityCheck.class);

  private static final String NAME = "Durability";

  /** How long a start waits for the answer; later the readiness probe asks. */
  private static final Duration START_LIMIT = Duration.ofSeconds(5);

  private static final Duration PROBE_LIMIT = Duration.ofSeconds(2);

  private static final Map<String, String> CONSEQUENCES =
      Map.of(
          "fsync", "when its machine fails, what is committed can be lost and the rest corrupt",
          "full_page_writes", "when its machine fails, tables can be corrupt",
          "synchronous_commit", "when it fails, the latest commits can be lost");

  private final DurabilityQueries queries;
  private volatile boolean passed;

  DurabilityCheck(DurabilityConfig config, DurabilityQueries queries) {
    this.queries = queries;
    this.passed = !config.demanded();
  }

  /** No port is open yet. */
  void demandAtStart(@Observes StartupEvent start) {
    if (passed) {
      return;
    }
    List<String> off;
    try {
      off = queries.settingsThatAreOff().await().atMost(START_LIMIT);
    } catch (RuntimeException e) {
      LOG.warnf("PostgreSQL could not be asked how it keeps what it commits: %s", (Object) e);
      return;
    }
    if (!off.isEmpty()) {
      // of all that Quarkus ends a start for, this shows as its message alone
      throw new ConfigurationException(
          RefusedStart.message(off.stream().map(DurabilityCheck::problem).toList()));
    }
    passed = true;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    if (passed) {
      return Uni.createFrom().item(HealthCheckResponse.up(NAME));
    }
    return queries
        .settingsThatAreOff()
        .map(
            off -> {
              passed = off.isEmpty();
              var response = HealthCheckResponse.named(NAME).status(passed);
              off.forEach(setting -> response.withData(setting, problem(setting)));
              return response.build();
            })
        .ifNoItem()
        .after(PROBE_LIMIT)
        .fail()
        .onFailure()
        .recoverWithItem(HealthCheckResponse.down(NAME));
  }

  private static String problem(String setting) {
    return "%1$s of PostgreSQL is off, so %2$s: set %1$s = on in postgresql.conf and wherever a role or"
            .formatted(setting, CONSEQUENCES.get(setting))
        + " database has its own, or, where the data may be lost,"
        + " MINIGRAM_DURABILITY_DEMANDED=false";
  }
}
