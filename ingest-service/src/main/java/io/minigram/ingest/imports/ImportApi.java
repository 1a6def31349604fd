package io.minigram.ingest.imports;

import io.minigram.edge.identity.Roles;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

  private final Importer importer;
  private final ImportReports reports;

  ImportApi(Importer importer, ImportReports reports) {
    this.importer = importer;
    this.reports = reports;
  }

  /**
   * Imports a CSV file with a header; answers when all of it is in.
   *
   * @param kind users, photos, tags, photo-tags, follows, likes or comments
   */
  @POST
  @Path("/{kind}")
  @Consumes("text/csv")
  @Produces(MediaType.APPLICATION_JSON)
  @Blocking
  public ImportReport take(@PathParam("kind") String kind, InputStream body) throws Throwable {
    long id = importer.run(ImportKind.ofPath(kind), body);
    return VertxContextSupport.subscribeAndAwait(() -> reports.get(id));
  }

  /** All refused lines of an import as CSV: line, code, reason. */
  @GET
  @Path("/{id}/rejects")
  @Produces("text/csv")
  @NonBlocking
  public Multi<String> rejects(@PathParam("id") String id) {
    return reports.rejectsAsCsv(ImportReports.parseId(id));
  }
}
