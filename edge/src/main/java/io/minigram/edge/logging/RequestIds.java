package io.minigram.edge.logging;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Gives each request an id, which its log lines and its answer have: that of the header {@code
 * X-Request-ID}, as a proxy sets it, or else a new one. One that would not do in a log is not
 * taken.
 */
@Singleton
public final class RequestIds {

  private static final String HEADER = "X-Request-ID";
  private static final String KEY = "requestId";

  /** Ids of all that gives them: UUIDs, ULIDs, hexadecimal numbers, base64. */
  private static final Pattern TAKEN = Pattern.compile("[A-Za-z0-9._:+/=-]{1,128}");

  /** Before everything that may log. */
  private static final int FIRST = 2_000;

  void register(@Observes Filters filters) {
    filters.register(
        request -> {
          var given = request.request().getHeader(HEADER);
          var id = given != null && TAKEN.matcher(given).matches() ? given : random();
          request.response().putHeader(HEADER, id);
          MDC.put(KEY, id);
          request.next();
        },
        FIRST);
  }

  /** Need not be hard to guess. */
  private static String random() {
    var random = ThreadLocalRandom.current();
    return "%016x%016x".formatted(random.nextLong(), random.nextLong());
  }

  /** The same work with the id of the request that is being answered here, on another thread. */
  public static Runnable carrying(Runnable work) {
    var id = MDC.get(KEY);
    return id == null
        ? work
        : () -> {
          MDC.put(KEY, id);
          try {
            work.run();
          } finally {
            MDC.remove(KEY);
          }
        };
  }
}
