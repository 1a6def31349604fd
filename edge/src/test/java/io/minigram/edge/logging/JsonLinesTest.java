package io.minigram.edge.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;

class JsonLinesTest {

  @Test
  void aRecordIsOneLine() {
    var record =
        new ExtLogRecord(
            Level.WARN, "Import %d broke\noff", ExtLogRecord.FormatStyle.PRINTF, "Importer");
    record.setParameters(new Object[] {7L});
    record.setLoggerName("io.minigram.ingest.imports.Importer");
    record.setThreadName("worker-1");
    record.setInstant(Instant.parse("2026-05-01T12:00:00.123Z"));
    record.putMdc("requestId", "r-1");

    var line = new JsonLines().format(record);

    assertEquals(line.length() - 1, line.indexOf('\n'));
    assertEquals(
        Map.of(
            "timestamp", "2026-05-01T12:00:00.123Z",
            "level", "WARN",
            "logger", "io.minigram.ingest.imports.Importer",
            "thread", "worker-1",
            "message", "Import 7 broke\noff",
            "requestId", "r-1"),
        new JsonObject(line).getMap());
  }

  @Test
  void anErrorIsToldWithItsCause() {
    var record = new ExtLogRecord(Level.ERROR, "A roll failed", "Roller");
    record.setThrown(new IllegalStateException("outer", new IllegalArgumentException("inner")));

    var error = new JsonObject(new JsonLines().format(record)).getString("error");

    assertTrue(error.startsWith("java.lang.IllegalStateException: outer"), error);
    assertTrue(error.contains("Caused by: java.lang.IllegalArgumentException: inner"), error);
  }
}
