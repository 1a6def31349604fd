package io.minigram.botdetector.runs;

import io.minigram.botdetector.networks.NetworkReader;
import io.minigram.botdetector.networks.Table;
import io.minigram.botdetector.transactions.Snapshots;
import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.Outage;
import io.minigram.edge.error.RequestException;
import io.minigram.edge.sql.SqlFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Reads the facts that a run scores. */
@ApplicationScoped
class FactsRepository {

  private static final String WATERMARK = read("/sql/runs/watermark.sql");
  private static final Map<Table, String> ROWS = rows();

  private final Snapshots snapshots;

  FactsRepository(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  /**
   * Everything that is there, in columns; blocks until all of it is read.
   *
   * @throws RequestException UNAVAILABLE, if the database is away
   */
  Facts read() {
    try (var snapshot = snapshots.open()) {
      var watermark = snapshot.numbers(WATERMARK, 2);
      return new Facts(
          new Watermark(watermark[0], watermark[1]),
          NetworkReader.read(table -> snapshot.copy(ROWS.get(table))));
    } catch (SQLException e) {
      throw failure(e);
    } catch (IOException e) {
      throw e.getCause() instanceof SQLException cause
          ? failure(cause)
          : new UncheckedIOException(e);
    }
  }

  private static RuntimeException failure(SQLException e) {
    // The pool has no state when it gives up waiting for a connection.
    return e.getSQLState() == null || Outage.isOutage(e.getSQLState())
        ? RequestException.of(ErrorCode.UNAVAILABLE, Outage.MESSAGE, e)
        : new IllegalStateException("The facts could not be read: " + e.getSQLState(), e);
  }

  private static Map<Table, String> rows() {
    var rows = new EnumMap<Table, String>(Table.class);
    Arrays.stream(Table.values())
        .forEach(table -> rows.put(table, read("/sql/facts/" + table.file() + ".sql")));
    return Collections.unmodifiableMap(rows);
  }

  private static String read(String path) {
    return SqlFile.read(FactsRepository.class, path);
  }
}
