package io.minigram.ingest.rows;

/**
 * One row cannot be taken. The reason never repeats the row's text, which may be personal: it names
 * columns and ids.
 */
public final class RowException extends Exception {

  private final RejectCode code;

  public RowException(RejectCode code, String reason) {
    // made once a bad row, so without a stack trace
    super(reason, null, false, false);
    this.code = code;
  }

  public RejectCode code() {
    return code;
  }
}
