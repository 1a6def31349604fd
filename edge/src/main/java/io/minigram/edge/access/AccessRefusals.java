package io.minigram.edge.access;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.Refusals;
import io.minigram.edge.error.RestErrors;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells who is refused what is missing: a token (401), a good one (401), or a role (403). */
@Singleton
final class AccessRefusals {

  static final String WWW_AUTHENTICATE = "WWW-Authenticate";
  static final String CHALLENGE = "Bearer";
  static final String NO_TOKEN = "Send a bearer token in the header Authorization";
  private static final String INVALID_TOKEN_CHALLENGE = "Bearer error=\"invalid_token\"";
  private static final String BAD_TOKEN =
      "The bearer token is expired, not valid yet, or not meant for this service; get a new one";
  private static final String WRONG_ROLE = "None of your roles allows this";

  void register(@Observes Router router) {
    router.route().failureHandler(AccessRefusals::answer);
  }

  private static void answer(RoutingContext request) {
    var failure = request.failure();
    if (request.response().headWritten()) {
      request.next();
    } else if (failure instanceof AuthenticationFailedException) {
      request.response().putHeader(WWW_AUTHENTICATE, INVALID_TOKEN_CHALLENGE);
      Refusals.answer(request, ErrorCode.UNAUTHENTICATED, BAD_TOKEN);
    } else if (failure instanceof UnauthorizedException) {
      request.response().putHeader(WWW_AUTHENTICATE, CHALLENGE);
      Refusals.answer(request, ErrorCode.UNAUTHENTICATED, NO_TOKEN);
    } else if (failure instanceof ForbiddenException) {
      Refusals.answer(request, ErrorCode.FORBIDDEN, WRONG_ROLE);
    } else {
      request.next();
    }
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
