package io.minigram.workbench.load;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

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
