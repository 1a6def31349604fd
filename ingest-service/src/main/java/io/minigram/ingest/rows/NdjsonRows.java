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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One JSON object a line (NDJSON), its fields named in camelCase. Ids are numbers or strings. All
 * are rows of one table, or each has a field {@code type} that says what it is.
 */
final class NdjsonRows implements Rows {

  private static final int DEEPEST = 10;

  private static final String TYPE = "type";

  private final Map<String, Column> columns;
  // null if each row says itself what it is
  private final ChangeType only;
  private final RowLimits limits;
  private final ByteWindow window;
  private final JsonFactory json;
  private final JsonRow row;
  private int next;
  private int end;
  // where the row ends that did not fit into the last sink; 0 if there is none
  private int behindWaiting;
  private long line;

  private NdjsonRows(
      List<Column> columns,
      ChangeType only,
      InputStream body,
      RowLimits limits,
      BodyDigest digest) {
    this.columns = columns.stream().collect(Collectors.toMap(Column::property, column -> column));
    this.only = only;
    this.limits = limits;
    this.row = new JsonRow();
    this.window = new ByteWindow(body, limits.rowBytes(), digest);
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

  static NdjsonRows of(FactTable table, InputStream body, RowLimits limits, BodyDigest digest) {
    return new NdjsonRows(table.columns(), ChangeType.adding(table), body, limits, digest);
  }

  static NdjsonRows events(InputStream body, RowLimits limits, BodyDigest digest) {
    return new NdjsonRows(List.of(Column.values()), null, body, limits, digest);
  }

  @Override
  public boolean fill(RowSink sink) throws IOException {
    while (!sink.isFull()) {
      if (behindWaiting > 0) {
        next = behindWaiting;
        behindWaiting = 0;
        sink.add(row);
        continue;
      }
      window.advance(next);
      next = 0;
      if (window.length() == 0 && !window.readMore()) {
        return false;
      }
      line++;
      if (findLineEnd()) {
        if (!isBlank() && !take(sink)) {
          return true;
        }
      } else {
        var original = row.original();
        skipLine();
        sink.reject(
            RejectedRow.unread(
                line,
                RejectCode.TOO_LONG,
                "The row is longer than %,d bytes".formatted(limits.rowBytes()),
                original));
      }
    }
    return true;
  }

  @Override
  public byte[] digest() {
    return window.digest(next);
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

  /** False if the row has to wait for another sink. */
  private boolean take(RowSink sink) {
    try {
      row.read();
      if (!sink.fits(row)) {
        behindWaiting = next;
        next = 0;
        return false;
      }
      sink.add(row);
    } catch (RowException refused) {
      sink.reject(RejectedRow.unread(line, refused.code(), refused.getMessage(), row.original()));
    }
    return true;
  }

  private final class JsonRow implements Row {

    private final FieldText text = new FieldText(limits.textLength());
    private final String[] values = new String[Column.values().length];
    private final JsonToken[] tokens = new JsonToken[Column.values().length];

    private ChangeType type;

    void read() throws RowException {
      Arrays.fill(tokens, null);
      type = only;
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
      if (type == null) {
        throw new RowException(RejectCode.UNKNOWN_TYPE, "The event has no type");
      }
      for (var column : columns.values()) {
        if (tokens[column.ordinal()] != null && !type.columns().contains(column)) {
          throw unknownField(type.columns());
        }
      }
    }

    private void readField(JsonParser parser) throws IOException, RowException {
      var name = parser.currentName();
      if (only == null && name.equals(TYPE)) {
        readType(parser);
        return;
      }
      var column = columns.get(name);
      if (column == null) {
        throw unknownField(only == null ? List.of(Column.values()) : only.columns());
      }
      if (tokens[column.ordinal()] != null) {
        throw new RowException(
            RejectCode.MALFORMED, "The field " + column.property() + " is there twice");
      }
      tokens[column.ordinal()] = parser.nextToken();
      values[column.ordinal()] = parser.getText();
      parser.skipChildren();
    }

    private void readType(JsonParser parser) throws IOException, RowException {
      if (type != null) {
        throw new RowException(RejectCode.MALFORMED, "The field type is there twice");
      }
      parser.nextToken();
      type =
          ChangeType.named(parser.getText())
              .orElseThrow(
                  () -> new RowException(RejectCode.UNKNOWN_TYPE, "There is no such type"));
    }

    private static RowException unknownField(List<Column> known) {
      return new RowException(
          RejectCode.UNKNOWN_FIELD,
          "There is a field beside " + known.stream().map(Column::property).toList());
    }

    private static RowException malformed() {
      return new RowException(RejectCode.MALFORMED, "The line is not one JSON object in UTF-8");
    }

    @Override
    public ChangeType type() {
      return type;
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
