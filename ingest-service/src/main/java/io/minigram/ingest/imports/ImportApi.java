package io.minigram.ingest.imports;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import io.minigram.edge.identity.Roles;
import io.minigram.ingest.rows.ImportKind;
import io.minigram.ingest.rows.Rows;
import io.quarkus.vertx.VertxContextSupport;
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
import java.util.Locale;

/** Files in, reports out. */
@Path("/imports")
@RolesAllowed(Roles.INGESTOR)
public class ImportApi {

  private static final String CSV = "text/csv";
  private static final String NDJSON = "application/x-ndjson";

  private final Importer importer;
  private final ImportReports reports;

  ImportApi(Importer importer, ImportReports reports) {
    this.importer = importer;
    this.reports = reports;
  }

  /**
   * Imports CSV with a header, or one JSON object a line, plain or gzip; answers when all of it is
   * in.
   *
   * @param kind users, photos, tags, photo-tags, follows, likes or comments
   */
  @POST
  @Path("/{kind}")
  @Consumes({CSV, NDJSON})
  @Produces(MediaType.APPLICATION_JSON)
  @Blocking
  public ImportReport take(
      @PathParam("kind") String kind,
      @HeaderParam("Content-Type") MediaType type,
      @HeaderParam("Content-Encoding") String encoding,
      InputStream body)
      throws Throwable {
    long id = importer.run(ImportKind.ofPath(kind), format(type), Encoding.of(encoding), body);
    return VertxContextSupport.subscribeAndAwait(() -> reports.get(id));
  }

  /** All refused rows of an import as CSV: line, code, reason, and the row as it was sent. */
  @GET
  @Path("/{id}/rejects")
  @Produces(CSV)
  @NonBlocking
  public Multi<byte[]> rejects(@PathParam("id") String id) {
    return reports.rejectsAsCsv(ImportReports.parseId(id));
  }

  /** JAX-RS lets a body without a type through. */
  private static Rows.Format format(MediaType type) {
    var name = type == null ? "" : type.getType() + "/" + type.getSubtype();
    return switch (name.toLowerCase(Locale.ROOT)) {
      case CSV -> Rows.Format.CSV;
      case NDJSON -> Rows.Format.NDJSON;
      default ->
          throw RequestException.of(
              ErrorCode.UNSUPPORTED_MEDIA_TYPE,
              "Say in Content-Type what the body is: %s or %s".formatted(CSV, NDJSON));
    };
  }
}
