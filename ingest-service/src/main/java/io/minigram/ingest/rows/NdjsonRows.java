package io.minigram.ingest.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** One JSON object a line (NDJSON), its fields named in camelCase. Ids are numbers or strings. */
final class NdjsonRows implements Rows {

  private static final int DEEPEST = 10;

  private final Map<String, Column> columns = new HashMap<>();
  private final RowLimits limits;
  private final ByteWindow window;
  private final JsonFactory json;
  private final JsonRow row;
  private int next;
  private int end;
  private long line;

  NdjsonRows(ImportKind kind, InputStream body, RowLimits limits) {
    kind.columns().forEach(column -> columns.put(column.property(), column));
    this.limits = limits;
    this.row = new JsonRow();
    this.window = new ByteWindow(body, limits.rowBytes());
    this.json =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(limits.rowBytes())
                    .build())
            // the source goes into messages otherwise, and it may be personal
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();
  }

  @Override
  public boolean fill(RowSink sink) throws IOException {
    while (!sink.isFull()) {
      window.advance(next);
      next = 0;
      if (window.length() == 0 && !window.readMore()) {
        return false;
      }
      line++;
      if (findLineEnd()) {
        if (!isBlank()) {
          take(sink);
        }
      } else {
        var original = row.original();
        skipLine();
        sink.reject(
            new RejectedRow(
                line,
                RejectCode.TOO_LONG,
                "The row is longer than %,d bytes".formatted(limits.rowBytes()),
                original));
      }
    }
    return true;
  }

  /** False if the line is longer than it may be. */
  private boolean findLineEnd() throws IOException {
    int position = 0;
    while (true) {
      if (position == window.length() && !window.readMore()) {
        end = position;
        next = position;
        return window.hasEnded();
      }
      if (window.bytes()[window.offset(position)] == '\n') {
        end = position;
        next = position + 1;
        return true;
      }
      position++;
    }
  }

  private void skipLine() throws IOException {
    do {
      window.advance(window.length());
      next = 0;
    } while (window.readMore() && !findLineEnd());
  }

  private boolean isBlank() {
    for (int position = 0; position < end; position++) {
      byte b = window.bytes()[window.offset(position)];
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  private void take(RowSink sink) {
    try {
      row.read();
      sink.add(row);
    } catch (RowException refused) {
      sink.reject(new RejectedRow(line, refused.code(), refused.getMessage(), row.original()));
    }
  }

  private final class JsonRow implements Row {

    private final FieldText text = new FieldText(limits.textLength());
    private final String[] values = new String[Column.values().length];
    private final JsonToken[] tokens = new JsonToken[Column.values().length];

    void read() throws RowException {
      Arrays.fill(tokens, null);
      try (var parser = json.createParser(window.bytes(), window.offset(0), end)) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
          throw malformed();
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          readField(parser);
        }
        if (parser.nextToken() != null) {
          throw malformed();
        }
      } catch (IOException e) {
        throw malformed();
      }
    }

    private void readField(JsonParser parser) throws IOException, RowException {
      var column = columns.get(parser.currentName());
      if (column == null) {
        throw new RowException(
            RejectCode.UNKNOWN_FIELD, "There is a field beside " + columns.keySet());
      }
      if (tokens[column.ordinal()] != null) {
        throw new RowException(
            RejectCode.MALFORMED, "The field " + column.property() + " is there twice");
      }
      tokens[column.ordinal()] = parser.nextToken();
      values[column.ordinal()] = parser.getText();
      parser.skipChildren();
    }

    private static RowException malformed() {
      return new RowException(RejectCode.MALFORMED, "The line is not one JSON object in UTF-8");
    }

    @Override
    public long line() {
      return line;
    }

    @Override
    public byte[] original() {
      return RejectedRow.original(window.bytes(), window.offset(0), window.offset(end));
    }

    @Override
    public long id(Column column) throws RowException {
      var token = present(column);
      if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_STRING) {
        throw FieldText.badId(column.property());
      }
      var digits = values[column.ordinal()].getBytes(StandardCharsets.UTF_8);
      return FieldText.id(digits, 0, digits.length, column.property());
    }

    @Override
    public long time(Column column) throws RowException {
      demandString(column);
      var time = values[column.ordinal()].strip().getBytes(StandardCharsets.UTF_8);
      return limits.checkTime(EventTime.parse(time, 0, time.length), column.property());
    }

    @Override
    public String text(Column column) throws RowException {
      demandString(column);
      return text.check(values[column.ordinal()], column.property());
    }

    private void demandString(Column column) throws RowException {
      if (present(column) != JsonToken.VALUE_STRING) {
        throw new RowException(RejectCode.WRONG_TYPE, column.property() + " is not a string");
      }
    }

    private JsonToken present(Column column) throws RowException {
      var token = tokens[column.ordinal()];
      if (token == null
          || token == JsonToken.VALUE_NULL
          || token == JsonToken.VALUE_STRING && values[column.ordinal()].isBlank()) {
        throw new RowException(
            RejectCode.MISSING_VALUE, column.property() + " is missing or empty");
      }
      return token;
    }
  }
}
