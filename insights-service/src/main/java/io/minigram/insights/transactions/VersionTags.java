package io.minigram.insights.transactions;

import io.minigram.edge.sql.SqlFile;
import io.quarkus.arc.Unremovable;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers to {@code GET /graphql} carry an {@code ETag}: the version of the roll-ups and of this
 * service. Who asks again with it ({@code If-None-Match}) is told 304 as long as nothing is new.
 */
@Singleton
@Unremovable
final class VersionTags {

  /** Behind the checks of who is asking, before the answer is worked out. */
  private static final int BEFORE_GRAPHQL = -2;

  private static final int NOT_MODIFIED = 304;

  private final Pool pool;
  private final String release;
  private final String version = SqlFile.read(VersionTags.class, "/sql/versions/version.sql");

  VersionTags(Pool pool, @ConfigProperty(name = "quarkus.application.version") String release) {
    this.pool = pool;
    this.release = release;
  }

  void register(@Observes Router router) {
    router.get("/graphql").order(BEFORE_GRAPHQL).handler(this::answerIfKnown);
  }

  /** Says with an answer that is whole which version it is of. */
  void mark(RoutingContext request, AsOf asOf) {
    if (request != null
        && request.request().method().equals(HttpMethod.GET)
        && !request.response().headWritten()) {
      mark(request, asOf.version());
    }
  }

  private void mark(RoutingContext request, long number) {
    request
        .response()
        .putHeader(HttpHeaders.ETAG, tag(number))
        .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .putHeader(HttpHeaders.VARY, "Authorization, Accept");
  }

  private void answerIfKnown(RoutingContext request) {
    var known = request.request().getHeader(HttpHeaders.IF_NONE_MATCH);
    if (known == null) {
      request.next();
      return;
    }
    pool.preparedQuery(version)
        .execute()
        .map(answer -> answer.iterator().next().getLong("version"))
        .subscribe()
        .with(
            number -> {
              if (Arrays.asList(known.split("\\s*,\\s*")).contains(tag(number))) {
                mark(request, number);
                request.response().setStatusCode(NOT_MODIFIED).end();
              } else {
                request.next();
              }
            },
            // whoever works the answer out meets the same failure, and says so
            failure -> request.next());
  }

  /** Weak, since the time in an answer moves on without a new version. */
  private String tag(long number) {
    return "W/\"%s-%d\"".formatted(release, number);
  }
}
