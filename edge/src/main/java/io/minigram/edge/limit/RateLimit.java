package io.minigram.edge.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.Refusals;
import io.minigram.edge.identity.Caller;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Refuses a caller who asks too often (429), and says when to come back ({@code Retry-After}, in
 * seconds). A caller is a token's subject, or an address where there is no good token. Health
 * probes are not counted. Each instance counts for itself.
 */
@Singleton
public final class RateLimit {

  /** After authentication, which tells who is asking; before anything is done for him. */
  private static final int PRIORITY = SecurityHandlerPriorities.AUTHORIZATION + 20;

  private static final String HEALTH = "/q/health";
  private static final long MOST_CALLERS = 100_000;

  private final RateLimitConfig config;
  private final Cache<String, Bucket> buckets;

  RateLimit(RateLimitConfig config) {
    this.config = config;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
            .expireAfterAccess(config.period().multipliedBy(2).plus(Duration.ofMinutes(1)))
            .build();
  }

  void register(@Observes Filters filters) {
    if (config.requests().isPresent()) {
      filters.register(this::filter, PRIORITY);
    }
  }

  /**
   * Counts a request.
   *
   * @return 0 if it may go on, otherwise the seconds after which the next one may
   */
  public long take(RoutingContext request) {
    return take(caller(request));
  }

  long take(String caller) {
    if (config.requests().isEmpty()) {
      return 0;
    }
    var probe = buckets.get(caller, newcomer -> bucket()).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? 0
        : TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
  }

  /**
   * Counts a request, and answers it if that was one too many.
   *
   * @return whether it was answered
   */
  public boolean refuses(RoutingContext request) {
    long seconds = request.normalizedPath().startsWith(HEALTH) ? 0 : take(request);
    if (seconds > 0) {
      request.response().putHeader("Retry-After", Long.toString(seconds));
      Refusals.answer(
          request,
          ErrorCode.TOO_MANY_REQUESTS,
          "Too many requests; go on in %d s".formatted(seconds));
    }
    return seconds > 0;
  }

  private void filter(RoutingContext request) {
    if (!refuses(request)) {
      request.next();
    }
  }

  private Bucket bucket() {
    long requests = config.requests().orElseThrow();
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(requests).refillGreedy(requests, config.period()))
        .build();
  }

  private static String caller(RoutingContext request) {
    if (request.user() instanceof QuarkusHttpUser user
        && !user.getSecurityIdentity().isAnonymous()) {
      return "subject " + Caller.subject(user.getSecurityIdentity());
    }
    return "address " + request.request().remoteAddress().host();
  }
}
