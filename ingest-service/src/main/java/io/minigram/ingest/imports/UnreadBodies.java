package io.minigram.ingest.imports;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * Lets go of senders that were answered before the end of their body. What they still send is
 * thrown away for a while, since some look for an answer only then; after that the connection is
 * closed.
 */
@ApplicationScoped
class UnreadBodies {

  private static final Duration LINGER = Duration.ofSeconds(5);

  /** Among the first, so that refusals of other filters count, too. */
  private static final int PRIORITY = 1_000;

  private final Vertx vertx;

  UnreadBodies(Vertx vertx) {
    this.vertx = vertx;
  }

  void register(@Observes Filters filters) {
    filters.register(this::watch, PRIORITY);
  }

  private void watch(RoutingContext exchange) {
    var request = exchange.request();
    // in HTTP/2 a request is not a connection
    if (request.path().startsWith("/imports/") && request.version() != HttpVersion.HTTP_2) {
      exchange.addHeadersEndHandler(
          ignored -> {
            if (!request.isEnded()) {
              request.response().putHeader("Connection", "close");
            }
          });
      exchange.addEndHandler(
          ignored -> {
            if (!request.isEnded()) {
              request.handler(rest -> {}).resume();
              vertx.setTimer(LINGER.toMillis(), timer -> request.connection().close());
            }
          });
    }
    exchange.next();
  }
}
