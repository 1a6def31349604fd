package io.minigram.ingest.imports;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import io.minigram.edge.identity.Caller;
import io.minigram.edge.identity.Roles;
import io.minigram.ingest.requests.IdempotencyKey;
import io.minigram.ingest.rows.Rows;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Locale;

/** Makes out what the headers of an import say, and has it run. */
@ApplicationScoped
class ImportReception {

  static final String CSV = "text/csv";
  static final String NDJSON = "application/x-ndjson";

  private final Bodies bodies;
  private final Importer importer;
  private final ImportReports reports;
  private final SecurityIdentity identity;

  ImportReception(
      Bodies bodies, Importer importer, ImportReports reports, SecurityIdentity identity) {
    this.bodies = bodies;
    this.importer = importer;
    this.reports = reports;
    this.identity = identity;
  }

  /** Blocks until the body is in. */
  ImportReport take(ImportKind kind, MediaType type, String encoding, String key, InputStream body)
      throws Throwable {
    var request =
        new ImportRequest(
            kind,
            format(type),
            Encoding.of(encoding),
            Caller.subject(identity),
            IdempotencyKey.of(key),
            identity.hasRole(Roles.ADMIN));
    long id;
    try (var watched = bodies.watch(body)) {
      id = importer.run(request, watched);
    }
    return VertxContextSupport.subscribeAndAwait(() -> reports.get(id));
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
