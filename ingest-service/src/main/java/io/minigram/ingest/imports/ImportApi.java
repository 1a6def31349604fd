package io.minigram.ingest.imports;

import io.minigram.edge.identity.Roles;
import io.minigram.ingest.requests.IdempotencyKey;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/** Files in, reports out. */
@Path("/imports")
@RolesAllowed(Roles.INGESTOR)
public class ImportApi {

  private final ImportReception reception;
  private final ImportReports reports;

  ImportApi(ImportReception reception, ImportReports reports) {
    this.reception = reception;
    this.reports = reports;
  }

  /**
   * Imports CSV with a header, or one JSON object a line, plain or gzip; answers when all of it is
   * in.
   *
   * @param kind users, photos, tags, photo-tags, follows, likes or comments
   * @param key makes the import repeatable: sent again, it goes on where it stopped
   */
  @POST
  @Path("/{kind}")
  @Consumes({ImportReception.CSV, ImportReception.NDJSON})
  @Produces(MediaType.APPLICATION_JSON)
  @Blocking
  public ImportReport take(
      @PathParam("kind") String kind,
      @HeaderParam("Content-Type") MediaType type,
      @HeaderParam("Content-Encoding") String encoding,
      @HeaderParam(IdempotencyKey.HEADER) String key,
      InputStream body)
      throws Throwable {
    return reception.take(ImportKind.ofPath(kind), type, encoding, key, body);
  }

  /** All refused rows of an import as CSV: line, code, reason, and the row as it was sent. */
  @GET
  @Path("/{id}/rejects")
  @Produces(ImportReception.CSV)
  @NonBlocking
  public Multi<byte[]> rejects(@PathParam("id") String id) {
    return reports.rejectsAsCsv(ImportReports.parseId(id));
  }
}
