package io.minigram.workbench.network;

import java.time.Duration;
import java.util.Map;

/**
 * What was written.
 *
 * @param rows the rows of each file, in the order in which the files are loaded
 */
public record NetworkSummary(Map<String, Long> rows, int bots, int influencers, Duration time) {

  public long allRows() {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }
}
