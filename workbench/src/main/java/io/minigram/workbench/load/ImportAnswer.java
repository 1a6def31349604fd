package io.minigram.workbench.load;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What ingest-service answers to an import that it took. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ImportAnswer(
    String id,
    String state,
    long received,
    long inserted,
    long duplicate,
    long rejected,
    List<Warning> warnings,
    List<RejectedRow> rejects) {

  ImportAnswer {
    warnings = warnings == null ? List.of() : List.copyOf(warnings);
    rejects = rejects == null ? List.of() : List.copyOf(rejects);
  }

  /** Something odd about rows that were taken. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Warning(String code, long rows) {}

  /** How many rows each warning is about. */
  Map<String, Long> rowsByWarning() {
    return warnings.stream().collect(Collectors.toMap(Warning::code, Warning::rows));
  }

  boolean isComplete() {
    return "COMPLETED".equals(state);
  }
}
