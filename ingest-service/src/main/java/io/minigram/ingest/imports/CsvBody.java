package io.minigram.ingest.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;

/**
 * A CSV file (RFC 4180) read row by row.
 *
 * <p>Bytes are read as ISO 8859-1, one char a byte: commas, quotes and line ends are ASCII, so rows
 * and fields come out right, and a field that is not UTF-8 spoils its own row only. Text fields are
 * decoded afterwards.
 */
final class CsvBody {

  private static final String BYTE_ORDER_MARK =
      new String("\uFEFF".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

  private final ImportKind kind;
  private final int maxTextLength;
  private final Iterator<CsvRecord> records;
  private final Map<Column, Integer> places;
  private final int fields;
  private long line = 1;
  private boolean broken;

  /**
   * Reads the header.
   *
   * @throws RequestException BAD_HEADER if a column is missing, unknown or there twice
   */
  CsvBody(ImportKind kind, InputStream body, int maxTextLength) {
    this.kind = kind;
    this.maxTextLength = maxTextLength;
    // A stray quote outside quotes is taken as it stands, as spreadsheets do.
    this.records =
        CsvReader.builder()
            .skipEmptyLines(true)
            .ofCsvRecord(new InputStreamReader(body, StandardCharsets.ISO_8859_1))
            .iterator();
    var header = readHeader();
    this.fields = header.size();
    this.places = placesOf(header);
  }

  /** Adds rows to the batch until it is full; false once there are no more. */
  boolean fill(Batch batch) throws IOException {
    while (!batch.isFull()) {
      CsvRecord csv;
      try {
        if (broken || !records.hasNext()) {
          return false;
        }
        csv = records.next();
      } catch (CsvParseException e) {
        broken = true;
        batch.reject(
            new RejectedLine(
                line + 1,
                RejectCode.MALFORMED,
                "From here on the file is not CSV (a quote is not closed, or a field is longer"
                    + " than 16 MiB); nothing after this line was read"));
        return false;
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
      line = csv.getStartingLineNumber();
      if (csv.getFieldCount() == fields) {
        batch.add(line, new CsvRow(csv));
      } else {
        batch.reject(
            new RejectedLine(
                line,
                RejectCode.FIELD_COUNT,
                "The header has %d fields, this row has %d"
                    .formatted(fields, csv.getFieldCount())));
      }
    }
    return true;
  }

  private List<String> readHeader() {
    try {
      var header = new ArrayList<>(records.next().getFields());
      if (header.get(0).startsWith(BYTE_ORDER_MARK)) {
        header.set(0, header.get(0).substring(BYTE_ORDER_MARK.length()));
      }
      return header.stream().map(String::strip).toList();
    } catch (NoSuchElementException e) {
      throw badHeader("The file is empty");
    } catch (CsvParseException e) {
      throw badHeader("Line 1 is not CSV");
    }
  }

  private Map<Column, Integer> placesOf(List<String> header) {
    var found = new EnumMap<Column, Integer>(Column.class);
    for (int place = 0; place < header.size(); place++) {
      var name = header.get(place);
      var column =
          kind.columns().stream()
              .filter(known -> known.header().equals(name))
              .findFirst()
              .orElseThrow(() -> badHeader("Line 1 names a column that is not known"));
      if (found.put(column, place) != null) {
        throw badHeader("Line 1 names the column " + name + " twice");
      }
    }
    for (var column : kind.columns()) {
      if (!found.containsKey(column)) {
        throw badHeader("Line 1 lacks the column " + column.header());
      }
    }
    return found;
  }

  private RequestException badHeader(String what) {
    return RequestException.of(
        ErrorCode.BAD_HEADER,
        what
            + ". Expected a header of the columns "
            + kind.columns().stream().map(Column::header).collect(Collectors.joining(","))
            + " in any order; nothing was imported");
  }

  private final class CsvRow implements Batch.Row {

    private final CsvRecord csv;

    private CsvRow(CsvRecord csv) {
      this.csv = csv;
    }

    @Override
    public long id(Column column) throws RowException {
      var field = field(column).strip();
      try {
        long id = Long.parseLong(field);
        if (id >= 1 && field.charAt(0) != '+') {
          return id;
        }
      } catch (NumberFormatException e) {
        // refused below
      }
      throw new RowException(
          RejectCode.BAD_ID,
          column.header() + " is not a whole number from 1 to 9223372036854775807");
    }

    @Override
    public OffsetDateTime time(Column column) throws RowException {
      return EventTime.parse(field(column).strip());
    }

    @Override
    public String text(Column column) throws RowException {
      var bytes = field(column).getBytes(StandardCharsets.ISO_8859_1);
      String text;
      try {
        text =
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
      } catch (CharacterCodingException e) {
        throw new RowException(RejectCode.BAD_TEXT, column.header() + " is not UTF-8");
      }
      if (text.indexOf('\0') >= 0) {
        throw new RowException(RejectCode.BAD_TEXT, column.header() + " holds a NUL character");
      }
      if (text.length() > maxTextLength) {
        throw new RowException(
            RejectCode.TOO_LONG,
            column.header() + " is longer than " + maxTextLength + " characters");
      }
      return text;
    }

    private String field(Column column) throws RowException {
      var field = csv.getField(places.get(column));
      if (field.isBlank()) {
        throw new RowException(RejectCode.MISSING_VALUE, column.header() + " is empty");
      }
      return field;
    }
  }
}
