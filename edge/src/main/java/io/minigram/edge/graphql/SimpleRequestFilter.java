package io.minigram.edge.graphql;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.Refusals;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;

/**
 * Refuses what a page of another site could send without being asked: a form or plain text posted
 * to GraphQL. A browser asks first (CORS) before it posts JSON, and is told no unless the origin is
 * allowed by {@code quarkus.http.cors.origins}. GraphiQL, which is served from here, posts without
 * a content type; the browser vouches for its origin in a header that no script can set.
 */
@Singleton
final class SimpleRequestFilter {

  private static final int BEFORE_GRAPHQL = 100;

  void register(@Observes Filters filters) {
    filters.register(SimpleRequestFilter::filter, BEFORE_GRAPHQL);
  }

  private static void filter(RoutingContext context) {
    var request = context.request();
    if (request.method() == HttpMethod.POST
        && context.normalizedPath().equals("/graphql")
        && !isJson(request.getHeader("Content-Type"))
        && !"same-origin".equals(request.getHeader("Sec-Fetch-Site"))) {
      Refusals.answer(
          context, ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send GraphQL requests as application/json");
    } else {
      context.next();
    }
  }

  private static boolean isJson(String contentType) {
    if (contentType == null) {
      return false;
    }
    return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json");
  }
}
