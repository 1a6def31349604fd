package io.minigram.ingest.imports;

/**
 * One row cannot be taken. The reason never repeats the row's text, which may be personal: it names
 * columns and ids.
 */
final class RowException extends Exception {

  private final RejectCode code;

  RowException(RejectCode code, String reason) {
    // made once a bad row, so without a stack trace
    super(reason, null, false, false);
    this.code = code;
  }

  RejectedLine atLine(long line) {
    return new RejectedLine(line, code, getMessage());
  }
}
