package io.minigram.ingest.batches;

import io.agroal.api.AgroalDataSource;
import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import io.minigram.ingest.rows.ImportKind;
import io.minigram.ingest.rows.Reference;
import io.minigram.ingest.rows.RejectedRow;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import org.postgresql.PGConnection;

/**
 * The one write path: a batch is one transaction, and all of it is there or nothing.
 *
 * <p>Rows go in by binary COPY, which is some two times as fast as a set-based INSERT, and fails as
 * a whole if a key is there already. Then the batch is written again by INSERT … ON CONFLICT DO
 * NOTHING, and so are the next ones, since where one key repeats others do.
 */
@ApplicationScoped
public class BatchWriter {

  private static final String DEADLOCK = "40P01";
  private static final String DUPLICATE_KEY = "23505";

  /** Classes of SQLSTATE: connection, resources, operator intervention. */
  private static final Set<String> AWAY = Set.of("08", "53", "57");

  private static final int ATTEMPTS = 5;

  /** Batches written by INSERT after a COPY has failed. */
  private static final int PATIENCE = 16;

  private final AgroalDataSource database;
  private final BatchMetrics metrics;
  private final Map<ImportKind, NumberedStatement> inserts = new EnumMap<>(ImportKind.class);
  private final Map<Reference.Target, NumberedStatement> lookups =
      new EnumMap<>(Reference.Target.class);
  private final Map<Reference.Target, ReferenceCache> known = new EnumMap<>(Reference.Target.class);
  private final NumberedStatement nextBatch = statement("next_batch.sql");
  private final NumberedStatement recordBatch = statement("record_batch.sql");
  private final NumberedStatement recordRejects = statement("record_rejects.sql");
  private final NumberedStatement addProgress = statement("add_progress.sql");

  BatchWriter(
      @DataSource("writing") AgroalDataSource database, BatchConfig config, BatchMetrics metrics) {
    this.database = database;
    this.metrics = metrics;
    for (var kind : ImportKind.values()) {
      inserts.put(kind, statement(kind.statement()));
    }
    for (var target : Reference.Target.values()) {
      lookups.put(target, statement(target.statement()));
      known.put(target, new ReferenceCache(config.rememberedReferences()));
    }
  }

  private static NumberedStatement statement(String file) {
    return NumberedStatement.read("/sql/imports/" + file);
  }

  /** How the batches of one sender are written; it is not shared between threads. */
  public static final class Pace {
    private int insertsLeft;
  }

  /**
   * Commits the batch with its rejects and the import's progress; blocks until that is done. A
   * deadlock is tried again.
   *
   * @throws RequestException UNAVAILABLE, if the database is away
   */
  public BatchOutcome write(long importId, Batch batch, Pace pace) {
    long start = System.nanoTime();
    for (int attempt = 1; ; attempt++) {
      boolean copy = pace.insertsLeft == 0;
      try (var connection = database.getConnection()) {
        connection.setAutoCommit(false);
        try {
          var outcome = write(connection, importId, batch, copy);
          connection.commit();
          pace.insertsLeft -= copy ? 0 : 1;
          metrics.committed(
              batch.kind(), outcome, copy, Duration.ofNanos(System.nanoTime() - start));
          return outcome;
        } catch (SQLException | RuntimeException e) {
          // also after a fault of our own: what is left open might be committed with the connection
          connection.rollback();
          throw e;
        }
      } catch (SQLException e) {
        if (copy && DUPLICATE_KEY.equals(e.getSQLState())) {
          pace.insertsLeft = PATIENCE;
        } else if (!DEADLOCK.equals(e.getSQLState()) || attempt >= ATTEMPTS) {
          throw failure(e);
        }
      }
    }
  }

  private static RuntimeException failure(SQLException cause) {
    var state = cause.getSQLState();
    return state == null || AWAY.contains(state.substring(0, 2))
        ? RequestException.of(ErrorCode.UNAVAILABLE, "The database is away", cause)
        : new IllegalStateException("A batch could not be written", cause);
  }

  private BatchOutcome write(Connection connection, long importId, Batch batch, boolean copy)
      throws SQLException {
    var checked = batch.check(lookUp(connection, batch));
    long inserted = 0;
    if (checked.rows().length > 0) {
      long batchId = queryLong(connection, nextBatch);
      inserted =
          copy
              ? copy(connection, batch, checked.rows(), batchId)
              : insert(connection, batch, checked.rows(), batchId);
      execute(connection, recordBatch, batchId, importId, batch.kind().table(), (int) inserted);
    }
    var outcome =
        new BatchOutcome(
            batch.received(),
            inserted,
            checked.rows().length - inserted + checked.repeated(),
            checked.refused(),
            checked.olderThanReference());
    record(connection, importId, outcome);
    return outcome;
  }

  // Users and photos are checked in statements of their own, so that they can live on other nodes.
  private Map<Reference, LongUnaryOperator> lookUp(Connection connection, Batch batch)
      throws SQLException {
    var created = new HashMap<Reference, LongUnaryOperator>();
    for (var reference : batch.kind().references()) {
      var cache = known.get(reference.target());
      var found = new HashMap<Long, Long>();
      var missing =
          Arrays.stream(batch.ids(reference.column()))
              .filter(
                  id -> {
                    long micros = cache.get(id);
                    if (micros != ReferenceCache.UNKNOWN) {
                      found.put(id, micros);
                    }
                    return micros == ReferenceCache.UNKNOWN;
                  })
              .toArray();
      if (missing.length > 0) {
        try (var statement = prepare(connection, lookups.get(reference.target()), missing);
            var rows = statement.executeQuery()) {
          while (rows.next()) {
            long micros =
                ChronoUnit.MICROS.between(
                    Instant.EPOCH, rows.getObject(2, OffsetDateTime.class).toInstant());
            cache.put(rows.getLong(1), micros);
            found.put(rows.getLong(1), micros);
          }
        }
      }
      created.put(reference, id -> found.getOrDefault(id, ReferenceCache.UNKNOWN));
    }
    return created;
  }

  private static long copy(Connection connection, Batch batch, int[] rows, long batchId)
      throws SQLException {
    var bytes = BinaryRows.encode(batch, rows, batchId);
    var copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(
                "copy facts.%s (%s, batch_id) from stdin (format binary)"
                    .formatted(
                        batch.kind().table(), String.join(", ", batch.kind().tableColumns())));
    try {
      copy.writeToCopy(bytes.array(), 0, bytes.limit());
      return copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private long insert(Connection connection, Batch batch, int[] rows, long batchId)
      throws SQLException {
    var columns = batch.kind().columns();
    var arguments = new Object[columns.size() + 1];
    for (int i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      arguments[i] =
          switch (column.type()) {
            case ID -> Arrays.stream(rows).mapToLong(row -> batch.id(column, row)).toArray();
            case TEXT ->
                Arrays.stream(rows).mapToObj(row -> batch.text(column, row)).toArray(String[]::new);
            case TIME ->
                Arrays.stream(rows)
                    .mapToObj(row -> time(batch.time(row)))
                    .toArray(OffsetDateTime[]::new);
          };
    }
    arguments[columns.size()] = batchId;
    return queryLong(connection, inserts.get(batch.kind()), arguments);
  }

  private static OffsetDateTime time(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  private void record(Connection connection, long importId, BatchOutcome outcome)
      throws SQLException {
    var refused = outcome.refused();
    if (!refused.isEmpty()) {
      execute(
          connection,
          recordRejects,
          importId,
          refused.stream().mapToLong(RejectedRow::line).toArray(),
          refused.stream().map(row -> row.code().name()).toArray(String[]::new),
          refused.stream().map(RejectedRow::reason).toArray(String[]::new),
          refused.stream().map(RejectedRow::original).toArray(byte[][]::new));
    }
    // last, since it locks the import's row until the commit
    execute(
        connection,
        addProgress,
        importId,
        outcome.received(),
        outcome.inserted(),
        outcome.duplicate(),
        (long) refused.size(),
        outcome.olderThanReference());
  }

  private static void execute(
      Connection connection, NumberedStatement statement, Object... arguments) throws SQLException {
    try (var prepared = prepare(connection, statement, arguments)) {
      prepared.executeUpdate();
    }
  }

  private static long queryLong(
      Connection connection, NumberedStatement statement, Object... arguments) throws SQLException {
    try (var prepared = prepare(connection, statement, arguments);
        ResultSet row = prepared.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static PreparedStatement prepare(
      Connection connection, NumberedStatement statement, Object... arguments) throws SQLException {
    var prepared = connection.prepareStatement(statement.sql());
    for (int place = 0; place < statement.order().size(); place++) {
      prepared.setObject(place + 1, jdbc(connection, arguments[statement.order().get(place) - 1]));
    }
    return prepared;
  }

  private static Object jdbc(Connection connection, Object argument) throws SQLException {
    if (argument instanceof long[] ids) {
      return connection.unwrap(PGConnection.class).createArrayOf("bigint", ids);
    } else if (argument instanceof OffsetDateTime[] times) {
      return connection.createArrayOf("timestamptz", times);
    } else if (argument instanceof String[] texts) {
      return connection.createArrayOf("text", texts);
    } else if (argument instanceof byte[][] rows) {
      return connection.unwrap(PGConnection.class).createArrayOf("bytea", rows);
    } else {
      return argument;
    }
  }
}
