package io.minigram.ingest.imports;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import io.minigram.edge.paging.Page;
import io.minigram.edge.paging.PageRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;

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

  Multi<String> rejectsAsCsv(long id) {
    return imports
        .get(id)
        .onItem()
        .transformToMulti(
            run ->
                Multi.createBy()
                    .concatenating()
                    .streams(
                        Multi.createFrom().item("line,code,reason\n"),
                        rejects.all(id).map(ImportReports::asCsv)));
  }

  private static String asCsv(List<RejectedLine> lines) {
    return lines.stream()
        .map(
            line ->
                "%d,%s,\"%s\"%n"
                    .formatted(line.line(), line.code(), line.reason().replace("\"", "\"\"")))
        .collect(Collectors.joining());
  }

  static long parseId(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException e) {
      throw RequestException.of(ErrorCode.BAD_ARGUMENT, "An import's id is a decimal number");
    }
  }
}
