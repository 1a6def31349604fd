package io.minigram.workbench.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The lines of the audit log, from the moment on when this is opened. */
public final class AuditLines implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Logger logger = Logger.getLogger("minigram.audit");
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          lines.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private AuditLines() {
    logger.addHandler(handler);
  }

  /** Begins to listen. */
  public static AuditLines open() {
    return new AuditLines();
  }

  /** What has been written up to now. */
  public List<String> raw() {
    return List.copyOf(lines);
  }

  /**
   * What has been written up to now.
   *
   * @throws IllegalStateException if a line is not one object of JSON
   */
  public List<JsonNode> entries() {
    return lines.stream().map(AuditLines::parse).toList();
  }

  @Override
  public void close() {
    logger.removeHandler(handler);
  }

  private static JsonNode parse(String line) {
    try {
      if (line.contains("\n")) {
        throw new IllegalStateException("More than one line: " + line);
      }
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Not JSON: " + line, e);
    }
  }
}
