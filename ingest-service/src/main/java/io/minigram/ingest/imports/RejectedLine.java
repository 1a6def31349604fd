package io.minigram.ingest.imports;

import io.minigram.ingest.rows.RejectCode;
import io.minigram.ingest.rows.RejectedRow;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A refused line of an import.
 *
 * @param line where the row starts in the file, from 1; a header counts
 */
@Description("A refused line of an import.")
public record RejectedLine(
    @Description("Where the row starts in the file, from 1; a header counts.") long line,
    @NonNull @Description("Why, for machines.") RejectCode code,
    @NonNull @Description("Why, for people.") String reason) {

  static RejectedLine of(RejectedRow row) {
    return new RejectedLine(row.line(), row.code(), row.reason());
  }
}
