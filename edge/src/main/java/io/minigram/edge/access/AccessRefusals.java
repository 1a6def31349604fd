package io.minigram.edge.access;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.Refusals;
import io.minigram.edge.error.RestErrors;
import io.minigram.edge.limit.RateLimit;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Tells who is refused what is missing: a token (401), a good one (401), or a role (403); or that
 * the provider is away whose keys tell a good token from a bad one (503).
 */
@Singleton
final class AccessRefusals {

  static final String WWW_AUTHENTICATE = "WWW-Authenticate";
  static final String CHALLENGE = "Bearer";
  static final String NO_TOKEN = "Send a bearer token in the header Authorization";
  private static final String INVALID_TOKEN_CHALLENGE = "Bearer error=\"invalid_token\"";
  private static final String BAD_TOKEN =
      "The bearer token is expired, not valid yet, or not meant for this service; get a new one";
  private static final String WRONG_ROLE = "None of your roles allows this";
  private static final String PROVIDER_AWAY =
      "The provider of tokens does not answer, so yours cannot be checked; try again later";
  private static final String RETRY_AFTER_SECONDS = "5";

  private final RateLimit limit;

  AccessRefusals(RateLimit limit) {
    this.limit = limit;
  }

  void register(@Observes Router router) {
    router.route().failureHandler(this::answer);
  }

  private void answer(RoutingContext request) {
    var failure = request.failure();
    if (request.response().headWritten()) {
      request.next();
    } else if (failure instanceof AuthenticationFailedException) {
      // it failed before the limit's filter, and whoever guesses is to be slowed down most of all
      if (!limit.refuses(request)) {
        request.response().putHeader(WWW_AUTHENTICATE, INVALID_TOKEN_CHALLENGE);
        Refusals.answer(request, ErrorCode.UNAUTHENTICATED, BAD_TOKEN);
      }
    } else if (failure instanceof OIDCException) {
      if (!limit.refuses(request)) {
        request.response().putHeader("Retry-After", RETRY_AFTER_SECONDS);
        Refusals.answer(request, ErrorCode.UNAVAILABLE, PROVIDER_AWAY);
      }
    } else if (failure instanceof UnauthorizedException) {
      unauthenticated(request);
    } else if (failure instanceof ForbiddenException) {
      Refusals.answer(request, ErrorCode.FORBIDDEN, WRONG_ROLE);
    } else {
      request.next();
    }
  }

  /** Answers a request that came without a token where one is needed. */
  static void unauthenticated(RoutingContext request) {
    request.response().putHeader(WWW_AUTHENTICATE, CHALLENGE);
    Refusals.answer(request, ErrorCode.UNAUTHENTICATED, NO_TOKEN);
  }

  @ServerExceptionMapper
  Response unauthorized(UnauthorizedException refused) {
    return RestErrors.response(ErrorCode.UNAUTHENTICATED, NO_TOKEN)
        .header(WWW_AUTHENTICATE, CHALLENGE)
        .build();
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException refused) {
    return RestErrors.response(ErrorCode.FORBIDDEN, WRONG_ROLE).build();
  }
}
