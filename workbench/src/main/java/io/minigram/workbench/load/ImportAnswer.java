package io.minigram.workbench.load;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;

/** What ingest-service answers to an import that it took. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ImportAnswer(
    String id,
    String state,
    long received,
    long inserted,
    long duplicate,
    long rejected,
    Map<String, Long> warnings,
    List<RejectedRow> rejects) {

  ImportAnswer {
    warnings = warnings == null ? Map.of() : Map.copyOf(warnings);
    rejects = rejects == null ? List.of() : List.copyOf(rejects);
  }

  boolean isComplete() {
    return "COMPLETED".equals(state);
  }
}
