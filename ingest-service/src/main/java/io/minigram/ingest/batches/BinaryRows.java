package io.minigram.ingest.batches;

import io.minigram.ingest.rows.Column;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Rows of a batch in the binary format of PostgreSQL's COPY. */
final class BinaryRows {

  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
  };

  /** PostgreSQL counts microseconds from 2000-01-01, Java from 1970-01-01. */
  private static final long EPOCH_MICROS = 946_684_800_000_000L;

  private static final int HEADER_BYTES = SIGNATURE.length + 2 * Integer.BYTES;
  private static final int FIXED_FIELD_BYTES = Integer.BYTES + Long.BYTES;

  private BinaryRows() {}

  /**
   * The rows with the table's columns and, last, the batch's id.
   *
   * @param rows which rows of the batch, in this order
   */
  static ByteBuffer encode(Batch batch, int[] rows, long batchId) {
    var columns = batch.table().columns();
    var out = ByteBuffer.allocate(size(batch, rows));
    out.put(SIGNATURE).putInt(0).putInt(0);
    for (int row : rows) {
      out.putShort((short) (columns.size() + 1));
      for (var column : columns) {
        switch (column.type()) {
          case ID -> out.putInt(Long.BYTES).putLong(batch.id(column, row));
          case TIME -> out.putInt(Long.BYTES).putLong(batch.time(row) - EPOCH_MICROS);
          case TEXT -> {
            var text = batch.text(column, row).getBytes(StandardCharsets.UTF_8);
            out.putInt(text.length).put(text);
          }
        }
      }
      out.putInt(Long.BYTES).putLong(batchId);
    }
    return out.putShort((short) -1).flip();
  }

  private static int size(Batch batch, int[] rows) {
    var columns = batch.table().columns();
    long fixed = Short.BYTES + FIXED_FIELD_BYTES;
    long size = HEADER_BYTES + Short.BYTES;
    for (var column : columns) {
      if (column.type() == Column.Type.TEXT) {
        fixed += Integer.BYTES;
        for (int row : rows) {
          size += utf8Length(batch.text(column, row));
        }
      } else {
        fixed += FIXED_FIELD_BYTES;
      }
    }
    return Math.toIntExact(size + fixed * rows.length);
  }

  private static int utf8Length(String text) {
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // half of a pair takes two of the four bytes
      length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return length;
  }
}
