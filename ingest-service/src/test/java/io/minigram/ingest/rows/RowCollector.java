package io.minigram.ingest.rows;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Keeps what a reader hands over, as text that can be compared. */
final class RowCollector implements RowSink {

  private static final RowLimits LIMITS = new RowLimits(200, 1_024, Instant.EPOCH.plusSeconds(5));

  private final FactTable kind;
  private final List<String> rows = new ArrayList<>();
  private final List<String> rejects = new ArrayList<>();

  private RowCollector(FactTable kind) {
    this.kind = kind;
  }

  /** Reads a body, a few bytes at a time. */
  static RowCollector read(Rows.Format format, FactTable kind, byte[] body, long seed) {
    var collector = new RowCollector(kind);
    try {
      Rows.of(format, kind, inPieces(body, new Random(seed)), LIMITS, BodyDigest.none())
          .fill(collector);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return collector;
  }

  /** Line and fields of each row that was taken. */
  List<String> rows() {
    return rows;
  }

  /** Line, code and original of each row that was refused. */
  List<String> rejects() {
    return rejects;
  }

  @Override
  public boolean isFull() {
    return false;
  }

  @Override
  public void add(Row row) {
    try {
      var fields = new StringBuilder("%d".formatted(row.line()));
      for (var column : kind.columns()) {
        fields.append('|');
        switch (column.type()) {
          case ID -> fields.append(row.id(column));
          case TEXT -> fields.append(row.text(column));
          case TIME -> fields.append(row.time(column));
        }
      }
      rows.add(fields.toString());
    } catch (RowException refused) {
      reject(RejectedRow.of(row, refused));
    }
  }

  @Override
  public void reject(RejectedRow row) {
    rejects.add(
        "%d|%s|%s".formatted(row.line(), row.code(), new String(row.original(), ISO_8859_1)));
  }

  private static InputStream inPieces(byte[] body, Random random) {
    return new ByteArrayInputStream(body) {
      @Override
      public synchronized int read(byte[] into, int offset, int length) {
        return super.read(into, offset, Math.min(length, 1 + random.nextInt(7)));
      }
    };
  }
}
