package io.minigram.edge.command;

import java.util.List;

/** How a service says why it does not start. */
public final class RefusedStart {

  private RefusedStart() {}

  /**
   * @param problems each with what mends it
   */
  public static String message(List<String> problems) {
    return "This service does not start, because\n  - " + String.join("\n  - ", problems);
  }
}
