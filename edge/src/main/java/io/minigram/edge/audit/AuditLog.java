package io.minigram.edge.audit;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Every refusal, and every use of the roles moderator and admin, as one line of JSON. The lines go
 * to the log category {@code minigram.audit}, which has a handler of its own.
 */
@Singleton
public final class AuditLog {

  private static final Logger LOG = Logger.getLogger("minigram.audit");

  private static final String DONE = AuditLog.class.getName();

  private final Clock clock;
  private final String service;

  AuditLog(Clock clock, @ConfigProperty(name = "quarkus.application.name") String service) {
    this.clock = clock;
    this.service = service;
  }

  /** Writes a line; the request gets no other when it ends. */
  public void write(RoutingContext request, AuditEvent event) {
    request.put(DONE, true);
    LOG.info(
        new JsonObject()
            .put("audit", service)
            .put("time", clock.instant().toString())
            .put("who", event.who())
            .put("roles", new JsonArray(List.copyOf(event.roles())))
            .put("what", new JsonArray(event.what()))
            .put("from", event.from())
            .put("result", event.result())
            .put("codes", new JsonArray(event.codes()))
            .encode());
  }

  static boolean isDone(RoutingContext request) {
    return request.get(DONE) != null;
  }
}
