package io.minigram.workbench.load;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What became of one file.
 *
 * @param importId ingest-service's name for it; empty if it was not taken
 * @param warnings rows that went in although something is odd about them, by code
 * @param rejects the first rejected rows, as far as ingest-service tells them
 * @param seconds from the first byte sent to the answer
 * @param failure why the file is not in; empty if it is
 */
public record FileResult(
    String file,
    String importId,
    long bytes,
    long received,
    long inserted,
    long duplicate,
    long rejected,
    Map<String, Long> warnings,
    List<RejectedRow> rejects,
    double seconds,
    String failure) {

  private static final int MOST_REJECTS = 100;

  static FileResult answered(SourceFile file, long bytes, ImportAnswer answer, double seconds) {
    return new FileResult(
        file.fileName(),
        answer.id() == null ? "" : answer.id(),
        bytes,
        answer.received(),
        answer.inserted(),
        answer.duplicate(),
        answer.rejected(),
        answer.rowsByWarning(),
        answer.rejects(),
        seconds,
        answer.isComplete() ? "" : "The import ended as " + answer.state());
  }

  static FileResult failed(SourceFile file, long bytes, double seconds, String failure) {
    return new FileResult(
        file.fileName(), "", bytes, 0, 0, 0, 0, Map.of(), List.of(), seconds, failure);
  }

  /**
   * Both, as if they had been one file.
   *
   * @param next what came behind it, which counts its lines from its own header on
   * @param linesBefore lines of the file between its header and the rows of {@code next}
   */
  FileResult followedBy(FileResult next, long linesBefore) {
    var both = new TreeMap<>(warnings);
    next.warnings.forEach((code, rows) -> both.merge(code, rows, Long::sum));
    return new FileResult(
        file,
        next.importId.isEmpty() ? importId : next.importId,
        bytes + next.bytes,
        received + next.received,
        inserted + next.inserted,
        duplicate + next.duplicate,
        rejected + next.rejected,
        both,
        Stream.concat(
                rejects.stream(),
                next.rejects.stream()
                    .map(
                        row -> new RejectedRow(row.line() + linesBefore, row.code(), row.reason())))
            .limit(MOST_REJECTS)
            .toList(),
        seconds + next.seconds,
        next.failure);
  }

  /** The same, having taken so long with the waiting between its parts. */
  FileResult in(double allSeconds) {
    return new FileResult(
        file,
        importId,
        bytes,
        received,
        inserted,
        duplicate,
        rejected,
        warnings,
        rejects,
        allSeconds,
        failure);
  }

  @JsonProperty("complete")
  public boolean isIn() {
    return failure.isEmpty();
  }

  public long allWarnings() {
    return warnings.values().stream().mapToLong(Long::longValue).sum();
  }

  @JsonProperty
  public long rowsPerSecond() {
    return seconds > 0 ? Math.round(received / seconds) : 0;
  }
}
