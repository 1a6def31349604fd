package io.minigram.ingest.imports;

import io.minigram.ingest.batches.Changes;
import io.minigram.ingest.rows.ChangeType;
import io.minigram.ingest.rows.RejectCode;
import io.minigram.ingest.rows.RejectedRow;
import io.minigram.ingest.rows.Row;
import io.minigram.ingest.rows.RowException;
import io.minigram.ingest.rows.RowSink;

/** Gathers events of all kinds that their sender may send. */
record EventSink(Changes changes, boolean mayErase) implements RowSink {

  @Override
  public boolean isFull() {
    return changes.isFull();
  }

  @Override
  public boolean fits(Row row) {
    return !isAllowed(row) || changes.fits(row);
  }

  @Override
  public void add(Row row) {
    if (isAllowed(row)) {
      changes.add(row);
    } else {
      reject(
          RejectedRow.of(
              row,
              new RowException(RejectCode.NOT_ALLOWED, "Erasing an account takes the role admin")));
    }
  }

  @Override
  public void reject(RejectedRow row) {
    changes.reject(row);
  }

  private boolean isAllowed(Row row) {
    return mayErase || row.type() != ChangeType.ERASE_ACCOUNT;
  }
}
