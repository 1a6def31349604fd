package io.minigram.workbench.load;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.minigram.workbench.terminal.TextTable;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What became of a folder.
 *
 * @param files those that were sent, in order; after one that failed no more are sent
 * @param notSent names of the files that were not sent
 */
public record LoadResult(List<FileResult> files, List<String> notSent, double seconds) {

  private static final int REJECTS_SHOWN = 5;

  /** Whether every file went in; rejected rows do not change that. */
  @JsonProperty("complete")
  public boolean isIn() {
    return files.stream().allMatch(FileResult::isIn);
  }

  /** Which file is not in, and why; empty if all are. */
  public Optional<String> failure() {
    return files.stream()
        .filter(file -> !file.isIn())
        .findFirst()
        .map(file -> file.file() + " is not in: " + file.failure());
  }

  @JsonProperty
  public long received() {
    return sum(FileResult::received);
  }

  @JsonProperty
  public long inserted() {
    return sum(FileResult::inserted);
  }

  @JsonProperty
  public long duplicate() {
    return sum(FileResult::duplicate);
  }

  @JsonProperty
  public long rejected() {
    return sum(FileResult::rejected);
  }

  @JsonProperty
  public long warnings() {
    return sum(FileResult::allWarnings);
  }

  @JsonProperty
  public long rowsPerSecond() {
    return seconds > 0 ? Math.round(received() / seconds) : 0;
  }

  /** A table of the files, and below it what is odd. */
  public void print(PrintStream out) {
    var table =
        new TextTable(
            "file",
            "received",
            "inserted",
            "duplicate",
            "rejected",
            "warnings",
            "seconds",
            "rows/s");
    for (var file : files) {
      table.row(
          file.file(),
          file.received(),
          file.inserted(),
          file.duplicate(),
          file.rejected(),
          file.allWarnings(),
          file.seconds(),
          file.rowsPerSecond());
    }
    table.row(
        "total",
        received(),
        inserted(),
        duplicate(),
        rejected(),
        warnings(),
        seconds,
        rowsPerSecond());
    table.print(out);
    files.forEach(file -> printRemarks(file, out));
    notSent.forEach(file -> out.println(file + ": not sent"));
  }

  private static void printRemarks(FileResult file, PrintStream out) {
    file.warnings()
        .forEach(
            (code, rows) ->
                out.printf(Locale.ROOT, "%s: warning %s: %,d rows%n", file.file(), code, rows));
    var shown = file.rejects().stream().limit(REJECTS_SHOWN).toList();
    for (var row : shown) {
      out.printf(
          Locale.ROOT,
          "%s: line %,d rejected: %s: %s%n",
          file.file(),
          row.line(),
          row.code(),
          row.reason());
    }
    if (file.rejected() > shown.size() && !shown.isEmpty()) {
      out.printf(
          Locale.ROOT,
          "%s: and %,d rejected rows more%n",
          file.file(),
          file.rejected() - shown.size());
    }
  }

  private long sum(ToLongFunction<FileResult> count) {
    return files.stream().mapToLong(count).sum();
  }
}
