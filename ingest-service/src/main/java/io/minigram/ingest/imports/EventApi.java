package io.minigram.ingest.imports;

import io.minigram.edge.identity.Roles;
import io.minigram.ingest.requests.IdempotencyKey;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/** Events of all kinds in, a report out. */
@Path("/events")
@RolesAllowed(Roles.INGESTOR)
public class EventApi {

  private final ImportReception reception;

  EventApi(ImportReception reception) {
    this.reception = reception;
  }

  /**
   * Takes events in their order, one JSON object with a {@code type} a line, plain or gzip; answers
   * when all of them are in.
   *
   * @param key makes the stream repeatable: sent again, it goes on where it stopped
   */
  @POST
  @Consumes(ImportReception.NDJSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Blocking
  public ImportReport take(
      @HeaderParam("Content-Type") MediaType type,
      @HeaderParam("Content-Encoding") String encoding,
      @HeaderParam(IdempotencyKey.HEADER) String key,
      InputStream body)
      throws Throwable {
    return reception.take(ImportKind.EVENTS, type, encoding, key, body);
  }
}
