package io.minigram.ingest.imports;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import io.minigram.edge.paging.Page;
import io.minigram.edge.paging.PageRequest;
import io.minigram.ingest.rows.RejectedRow;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;

/** Puts together what is known of imports. */
@ApplicationScoped
class ImportReports {

  private final ImportConfig config;
  private final ImportRepository imports;
  private final RejectQueries rejects;
  private final Clock clock;

  ImportReports(ImportConfig config, ImportRepository imports, RejectQueries rejects, Clock clock) {
    this.config = config;
    this.imports = imports;
    this.rejects = rejects;
    this.clock = clock;
  }

  Uni<ImportReport> get(long id) {
    return imports.get(id).flatMap(this::report);
  }

  Uni<ImportReport> get(String caller, String key) {
    return imports.get(caller, key).flatMap(this::report);
  }

  /** The latest first. */
  Uni<Page<Import>> page(PageRequest request) {
    return imports
        .latestBefore(request.position(Long::valueOf), request.rowsToRead())
        .flatMap(
            runs ->
                imports
                    .total()
                    .map(total -> request.page(runs, run -> Long.toString(run.id), total)));
  }

  Uni<ImportReport> report(Import run) {
    return rejects
        .first(run.id, run.rejected == 0 ? 0 : config.shownRejects())
        .map(shown -> ImportReport.of(run, shown, OffsetDateTime.now(clock)));
  }

  /** Line, code, reason and the row as it was sent: bytes, since that need not be text. */
  Multi<byte[]> rejectsAsCsv(long id) {
    return imports
        .get(id)
        .onItem()
        .transformToMulti(
            run ->
                Multi.createBy()
                    .concatenating()
                    .streams(
                        Multi.createFrom()
                            .item("line,code,reason,original\n".getBytes(StandardCharsets.UTF_8)),
                        rejects.all(id).map(ImportReports::asCsv)));
  }

  private static byte[] asCsv(List<RejectedRow> rows) {
    var csv = new ByteArrayOutputStream();
    for (var row : rows) {
      csv.writeBytes(
          "%d,%s,\"%s\",\""
              .formatted(row.line(), row.code(), row.reason().replace("\"", "\"\""))
              .getBytes(StandardCharsets.UTF_8));
      for (byte b : row.original()) {
        csv.write(b);
        if (b == '"') {
          csv.write(b);
        }
      }
      csv.writeBytes("\"\n".getBytes(StandardCharsets.UTF_8));
    }
    return csv.toByteArray();
  }

  static long parseId(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException e) {
      throw RequestException.of(ErrorCode.BAD_ARGUMENT, "An import's id is a decimal number");
    }
  }
}
