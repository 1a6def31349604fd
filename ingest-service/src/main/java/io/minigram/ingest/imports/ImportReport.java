package io.minigram.ingest.imports;

import io.minigram.ingest.rows.RejectedRow;
import io.minigram.ingest.transactions.Position;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * What became of an import, while it runs and afterwards. Received is always inserted + retracted +
 * duplicate + rejected.
 */
@Description(
    "What became of an import: received is always inserted + retracted + duplicate +"
        + " rejected.")
public record ImportReport(
    @Id @NonNull @Description("The import's id, for example \"12\".") String id,
    @Description("The key that it was sent under; null if it has none, or once it has expired.")
        String key,
    @NonNull @Description("What it brings.") ImportKind kind,
    @NonNull @Description("How far it is.") ImportState state,
    @Description("Rows read so far.") long received,
    @Description("Rows that are new.") long inserted,
    @Description("Events that took something away; only imports of events have any.")
        long retracted,
    @Description("Rows whose key was there already; the first one counts.") long duplicate,
    @Description("Rows that were refused.") long rejected,
    @NonNull @Description("What was odd about rows that were taken.")
        List<@NonNull Warning> warnings,
    @NonNull @Description("The first refused lines; all of them are at /imports/{id}/rejects.")
        List<@NonNull RejectedLine> rejects,
    @NonNull @Description("When it began.") OffsetDateTime startedAt,
    @Description("When it ended; null while it runs.") OffsetDateTime finishedAt,
    @Description(
            "From when on all of it can be read, and also what was there before of it: hand it to"
                + " insights-service as `atLeast`. Opaque; null until the import is completed."
                + " What an event removed for good is swept away later.")
        String position,
    @Description("How long it took, or has taken so far, in seconds.") double seconds,
    @Description("Rows received a second.") long rowsPerSecond) {

  /** Something odd about rows that were taken. */
  @Description("Something odd about rows that were taken.")
  public record Warning(
      @NonNull @Description("What is odd.") WarningCode code,
      @Description("How many rows.") long rows) {}

  /** What can be odd about a row. */
  @Description("What can be odd about a row that was taken.")
  public enum WarningCode {
    /** The event is older than the account or photo that it refers to. */
    OLDER_THAN_REFERENCE
  }

  static ImportReport of(Import run, List<RejectedRow> rejects, OffsetDateTime now) {
    var took =
        Duration.between(run.startedAt, run.finishedAt == null ? now : run.finishedAt).toNanos()
            / 1e9;
    return new ImportReport(
        Long.toString(run.id),
        run.key,
        run.kind,
        run.state,
        run.received,
        run.inserted,
        run.retracted,
        run.duplicate,
        run.rejected,
        run.olderThanReference == 0
            ? List.of()
            : List.of(new Warning(WarningCode.OLDER_THAN_REFERENCE, run.olderThanReference)),
        rejects.stream().map(RejectedLine::of).toList(),
        run.startedAt,
        run.finishedAt,
        run.position == null ? null : new Position(run.position).text(),
        took,
        took <= 0 ? 0 : Math.round(run.received / took));
  }
}
