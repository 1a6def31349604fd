package io.minigram.edge.error;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers a {@link RequestException} of a REST route as {@code {"code", "message"}}. */
public final class RestErrors {

  /** The body of every refusal. Its type does not show in a method, so native images are told. */
  @RegisterForReflection
  public record Refusal(String code, String message) {}

  @ServerExceptionMapper
  public Response refuse(RequestException refused) {
    var response = response(refused.code(), refused.getMessage());
    refused.retryAfter().ifPresent(after -> response.header("Retry-After", after.toSeconds()));
    return response.build();
  }

  @ServerExceptionMapper
  public Response unsupported(NotSupportedException refused) {
    return response(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "This type of body is not taken here")
        .build();
  }

  public static Response.ResponseBuilder response(ErrorCode code, String message) {
    return Response.status(code.status())
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(new Refusal(code.name(), message));
  }
}
