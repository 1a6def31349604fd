package io.minigram.edge.logging;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/**
 * A line of JSON for each record: timestamp, level, logger, thread, message, error if there is one,
 * and what the thread's context holds, such as the request's id.
 */
final class JsonLines extends Formatter {

  @Override
  public String format(LogRecord given) {
    var record = ExtLogRecord.wrap(given);
    var line =
        new JsonObject()
            .put("timestamp", record.getInstant().toString())
            .put("level", record.getLevel().getName())
            .put("logger", record.getLoggerName())
            .put("thread", record.getThreadName())
            .put("message", record.getFormattedMessage());
    record.getMdcCopy().forEach(line::put);
    if (record.getThrown() != null) {
      var error = new StringWriter();
      record.getThrown().printStackTrace(new PrintWriter(error));
      line.put("error", error.toString());
    }
    return line.encode() + "\n";
  }
}
