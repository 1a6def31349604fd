package io.minigram.edge.transport;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Behind TLS, tells browsers never to come without it again. TLS may end here or at a proxy that
 * says so ({@code quarkus.http.proxy.*}); over plain HTTP the header would be ignored, and wrong.
 */
@Singleton
final class StrictTransportSecurity {

  private static final int FIRST = 1_000;
  private static final String ONE_YEAR = "max-age=31536000; includeSubDomains";

  void register(@Observes Filters filters) {
    filters.register(
        request -> {
          if ("https".equals(request.request().scheme())) {
            request.response().putHeader("Strict-Transport-Security", ONE_YEAR);
          }
          request.next();
        },
        FIRST);
  }
}
