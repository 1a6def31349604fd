package io.minigram.botdetector.files;

import io.minigram.botdetector.networks.Rows;
import io.minigram.botdetector.networks.Table;
import io.minigram.botdetector.scoring.network.Network;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rows of a CSV file with a header (RFC 4180), read one by one without making objects. */
final class CsvRows implements Rows {

  private static final int END = -1;
  private static final int SECONDS_A_DAY = 86_400;

  private final Path file;
  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private final int[] columns;
  private int bufferSize;
  private int bufferPlace;
  private byte[] row = new byte[1 << 10];
  private int rowSize;
  private int[] fieldEnds = new int[16];
  private int fields;
  private long line;

  private CsvRows(Path file, InputStream in, List<String> names) throws IOException {
    this.file = file;
    this.in = in;
    this.columns = new int[names.size()];
    if (!read()) {
      throw new IOException(file + " is empty; it must begin with a header");
    }
    var header = new ArrayList<String>();
    for (int field = 0; field < fields; field++) {
      header.add(field(field).strip());
    }
    for (int column = 0; column < columns.length; column++) {
      columns[column] = header.indexOf(names.get(column));
      if (columns[column] < 0) {
        throw new IOException("%s has no column %s".formatted(file, names.get(column)));
      }
    }
  }

  /** Opens the file of a table, which lies in the folder. */
  static CsvRows open(Path folder, Table table) throws IOException {
    return open(folder.resolve(table.file() + ".csv"), table.columns());
  }

  /**
   * @param names the columns that are wanted, in the order in which they are asked for
   */
  static CsvRows open(Path file, List<String> names) throws IOException {
    var in = Files.newInputStream(file);
    try {
      return new CsvRows(file, in, names);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  @Override
  public boolean next() throws IOException {
    while (read()) {
      if (fields > 1 || rowSize > 0) {
        for (int column : columns) {
          if (column >= fields) {
            throw wrong("has too few fields");
          }
        }
        return true;
      }
    }
    return false;
  }

  @Override
  public long number(int column) throws IOException {
    int from = start(columns[column]);
    int to = fieldEnds[columns[column]];
    long number = 0;
    if (from == to || to - from > 18) {
      throw wrong("has no id in column " + (columns[column] + 1));
    }
    for (int place = from; place < to; place++) {
      if (row[place] < '0' || row[place] > '9') {
        throw wrong("has no id in column " + (columns[column] + 1));
      }
      number = 10 * number + row[place] - '0';
    }
    return number;
  }

  @Override
  public String text(int column) {
    return field(columns[column]);
  }

  /** A moment such as {@code 2016-08-13 01:28:43} or {@code 2016-08-13T01:28:43.5Z}, UTC. */
  @Override
  public int second(int column) throws IOException {
    int at = start(columns[column]);
    if (fieldEnds[columns[column]] - at < 19) {
      throw wrong("has no moment in column " + (columns[column] + 1));
    }
    try {
      var date = LocalDate.of(digits(at, 4), digits(at + 5, 2), digits(at + 8, 2));
      long ofDay = 3600L * digits(at + 11, 2) + 60L * digits(at + 14, 2) + digits(at + 17, 2);
      return Math.toIntExact(
          date.toEpochDay() * SECONDS_A_DAY + ofDay - Network.EPOCH.getEpochSecond());
    } catch (DateTimeException | ArithmeticException e) {
      throw wrong("has no moment between 1932 and 2068 in column " + (columns[column] + 1));
    }
  }

  private int digits(int at, int count) throws IOException {
    int number = 0;
    for (int place = at; place < at + count; place++) {
      if (row[place] < '0' || row[place] > '9') {
        throw wrong("has a moment that is none");
      }
      number = 10 * number + row[place] - '0';
    }
    return number;
  }

  private IOException wrong(String what) {
    return new IOException("%s, row %d %s".formatted(file, line, what));
  }

  private int start(int field) {
    return field == 0 ? 0 : fieldEnds[field - 1];
  }

  private String field(int field) {
    int start = start(field);
    return new String(row, start, fieldEnds[field] - start, StandardCharsets.UTF_8);
  }

  private boolean read() throws IOException {
    fields = 0;
    rowSize = 0;
    int next = take();
    if (next == END) {
      return false;
    }
    line++;
    boolean quoted = false;
    while (true) {
      if (quoted) {
        if (next == END) {
          throw wrong("has a quote that does not end");
        }
        if (next == '"') {
          next = take();
          quoted = next == '"';
          if (!quoted) {
            continue;
          }
        }
        append(next);
      } else if (next == '"') {
        quoted = true;
      } else if (next == ',') {
        endField();
      } else if (next == '\n' || next == END) {
        endField();
        return true;
      } else if (next != '\r') {
        append(next);
      }
      next = take();
    }
  }

  private void append(int next) {
    if (rowSize == row.length) {
      row = Arrays.copyOf(row, 2 * rowSize);
    }
    row[rowSize++] = (byte) next;
  }

  private void endField() {
    if (fields == fieldEnds.length) {
      fieldEnds = Arrays.copyOf(fieldEnds, 2 * fields);
    }
    fieldEnds[fields++] = rowSize;
  }

  private int take() throws IOException {
    if (bufferPlace == bufferSize) {
      bufferSize = in.read(buffer);
      bufferPlace = 0;
      if (bufferSize <= 0) {
        bufferSize = 0;
        return END;
      }
    }
    return buffer[bufferPlace++] & 0xff;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
