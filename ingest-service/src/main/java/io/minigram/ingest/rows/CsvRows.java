package io.minigram.ingest.rows;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A CSV file (RFC 4180). Commas, quotes and line ends are ASCII, so rows and fields are found among
 * the bytes, nothing is decoded before it is asked for, and a field that is not UTF-8 spoils its
 * own row only. A quote that is never closed spoils the line that it stands in.
 */
final class CsvRows implements Rows {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** What {@link #scan} has found. */
  private enum Found {
    ROW,
    BLANK_LINE,
    NOT_CSV,
    END
  }

  private final FactTable table;
  private final RowLimits limits;
  private final ByteWindow window;
  private final int[] places = new int[Column.values().length];
  private final CsvRow row;
  private final int fields;

  // the row that was found last: its fields, as positions
  private int[] from = new int[16];
  private int[] to = new int[16];
  private boolean[] escaped = new boolean[16];
  private int found;
  private int next;
  private long line = 1;
  private long nextLine = 1;

  /** Reads the header. */
  CsvRows(FactTable table, InputStream body, RowLimits limits, BodyDigest digest)
      throws IOException {
    this.table = table;
    this.limits = limits;
    this.row = new CsvRow();
    this.window = new ByteWindow(body, limits.rowBytes(), digest);
    var header = readHeader();
    this.fields = header.size();
    for (var entry : placesOf(header).entrySet()) {
      places[entry.getKey().ordinal()] = entry.getValue();
    }
  }

  @Override
  public boolean fill(RowSink sink) throws IOException {
    while (!sink.isFull()) {
      switch (advanceAndScan()) {
        case END -> {
          return false;
        }
        case BLANK_LINE -> {}
        case NOT_CSV -> rejectLine(sink);
        case ROW -> {
          if (found == fields) {
            sink.add(row);
          } else {
            sink.reject(
                RejectedRow.unread(
                    line,
                    RejectCode.FIELD_COUNT,
                    "The header has %d fields, this row has %d".formatted(fields, found),
                    row.original()));
          }
        }
      }
    }
    return true;
  }

  @Override
  public byte[] digest() {
    return window.digest(next);
  }

  private Found advanceAndScan() throws IOException {
    window.advance(next);
    next = 0;
    line = nextLine;
    return scan();
  }

  /** Finds the fields of the row that starts here, and where the next one starts. */
  private Found scan() throws IOException {
    found = 0;
    int position = 0;
    int breaks = 0;
    while (true) {
      // at the start of a field
      if (position == window.length() && !window.readMore()) {
        return atEnd(position);
      }
      if (at(position) == '"') {
        int start = ++position;
        boolean doubled = false;
        while (true) {
          if (position == window.length() && !window.readMore()) {
            return Found.NOT_CSV;
          }
          byte b = at(position++);
          if (b == '\n') {
            breaks++;
          } else if (b == '"') {
            if (position == window.length() && !window.readMore() || at(position) != '"') {
              break;
            }
            doubled = true;
            position++;
          }
        }
        field(start, position - 1, doubled);
      } else {
        int start = position;
        while (true) {
          if (position == window.length() && !window.readMore()) {
            break;
          }
          byte b = at(position);
          if (b == ',' || b == '\n' || b == '\r') {
            break;
          }
          position++;
        }
        field(start, position, false);
      }
      // behind a field
      if (position == window.length()) {
        return atEnd(position);
      }
      byte b = at(position);
      if (b == ',') {
        position++;
      } else if (b == '\n' || b == '\r') {
        endLine(position, breaks);
        return position == 0 ? Found.BLANK_LINE : Found.ROW;
      } else {
        return Found.NOT_CSV;
      }
    }
  }

  private Found atEnd(int position) {
    if (!window.hasEnded()) {
      // the row is longer than it may be
      return Found.NOT_CSV;
    }
    if (position == 0) {
      return Found.END;
    }
    if (at(position - 1) == ',') {
      field(position, position, false);
    }
    next = position;
    return Found.ROW;
  }

  private void endLine(int position, int breaks) throws IOException {
    next = position + 1;
    if (at(position) == '\r' && (next < window.length() || window.readMore()) && at(next) == '\n') {
      next++;
    }
    nextLine = line + breaks + 1;
  }

  private void field(int start, int end, boolean doubled) {
    // more fields than the header has are counted, not kept
    if (found < from.length) {
      from[found] = start;
      to[found] = end;
      escaped[found] = doubled;
    }
    found++;
  }

  private byte at(int position) {
    return window.bytes()[window.offset(position)];
  }

  /** Gives up the line at which the row starts, and goes on behind it. */
  private void rejectLine(RowSink sink) throws IOException {
    boolean tooLong = !window.hasEnded() && window.length() >= limits.rowBytes();
    int end = window.lineEnd(0);
    while (end < 0) {
      int seen = window.length();
      if (!window.readMore()) {
        break;
      }
      end = window.lineEnd(seen);
    }
    var original =
        RejectedRow.original(
            window.bytes(), window.offset(0), window.offset(end < 0 ? window.length() : end));
    while (end < 0) {
      window.advance(window.length());
      if (!window.readMore()) {
        break;
      }
      end = window.lineEnd(0);
    }
    if (end < 0) {
      next = window.length();
    } else {
      endLine(end, 0);
    }
    sink.reject(
        tooLong
            ? RejectedRow.unread(
                line,
                RejectCode.TOO_LONG,
                "A quote is not closed, or the row is longer than %,d bytes; reading went on with"
                        .formatted(limits.rowBytes())
                    + " the next line",
                original)
            : RejectedRow.unread(
                line,
                RejectCode.MALFORMED,
                "A quote is not closed, or something follows a closing quote; reading went on with"
                    + " the next line",
                original));
  }

  private List<String> readHeader() throws IOException {
    var header = new ArrayList<String>();
    switch (scanHeader()) {
      case END -> throw badHeader("The file is empty");
      case NOT_CSV -> throw badHeader("Line 1 is not CSV");
      case ROW, BLANK_LINE -> {
        if (found > from.length) {
          throw badHeader("Line 1 names more columns than there are");
        }
        for (int place = 0; place < found; place++) {
          header.add(
              new String(
                      window.bytes(),
                      window.offset(from[place]),
                      to[place] - from[place],
                      StandardCharsets.UTF_8)
                  .strip());
        }
      }
    }
    if (header.get(0).startsWith(BYTE_ORDER_MARK)) {
      header.set(0, unquoted(header.get(0).substring(1)));
    }
    return header;
  }

  private Found scanHeader() throws IOException {
    var first = scan();
    while (first == Found.BLANK_LINE) {
      first = advanceAndScan();
    }
    return first;
  }

  /** A quote behind a byte order mark does not look like the start of a quoted field. */
  private static String unquoted(String name) {
    return name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")
        ? name.substring(1, name.length() - 1)
        : name;
  }

  private Map<Column, Integer> placesOf(List<String> header) {
    var known = new EnumMap<Column, Integer>(Column.class);
    for (int place = 0; place < header.size(); place++) {
      var name = header.get(place);
      var column =
          table.columns().stream()
              .filter(candidate -> candidate.header().equals(name))
              .findFirst()
              .orElseThrow(() -> badHeader("Line 1 names a column that is not known"));
      if (known.put(column, place) != null) {
        throw badHeader("Line 1 names the column " + name + " twice");
      }
    }
    for (var column : table.columns()) {
      if (!known.containsKey(column)) {
        throw badHeader("Line 1 lacks the column " + column.header());
      }
    }
    return known;
  }

  private RequestException badHeader(String what) {
    return RequestException.of(
        ErrorCode.BAD_HEADER,
        what
            + ". Expected a header of the columns "
            + table.columns().stream().map(Column::header).collect(Collectors.joining(","))
            + " in any order, in UTF-8; nothing was imported");
  }

  private final class CsvRow implements Row {

    private final FieldText text = new FieldText(limits.textLength());
    private final ChangeType type = ChangeType.adding(table);

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
      int end = next;
      while (end > 0 && (at(end - 1) == '\n' || at(end - 1) == '\r')) {
        end--;
      }
      return RejectedRow.original(window.bytes(), window.offset(0), window.offset(end));
    }

    @Override
    public long id(Column column) throws RowException {
      trim(column);
      return FieldText.id(window.bytes(), start, end, column.header());
    }

    @Override
    public long time(Column column) throws RowException {
      trim(column);
      return limits.checkTime(EventTime.parse(window.bytes(), start, end), column.header());
    }

    @Override
    public String text(Column column) throws RowException {
      trim(column);
      int place = places[column.ordinal()];
      var decoded =
          text.decode(
              window.bytes(),
              window.offset(from[place]),
              window.offset(to[place]),
              column.header());
      return text.check(escaped[place] ? decoded.replace("\"\"", "\"") : decoded, column.header());
    }

    // the field without blanks around it, as places among the bytes
    private int start;
    private int end;

    private void trim(Column column) throws RowException {
      int place = places[column.ordinal()];
      var bytes = window.bytes();
      start = window.offset(from[place]);
      end = window.offset(to[place]);
      while (start < end && (bytes[start] == ' ' || bytes[start] == '\t')) {
        start++;
      }
      while (start < end && (bytes[end - 1] == ' ' || bytes[end - 1] == '\t')) {
        end--;
      }
      if (start == end) {
        throw new RowException(RejectCode.MISSING_VALUE, column.header() + " is empty");
      }
    }
  }
}
