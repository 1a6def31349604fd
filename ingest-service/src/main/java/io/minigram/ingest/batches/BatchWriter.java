package io.minigram.ingest.batches;

import io.minigram.edge.error.RequestException;
import io.minigram.ingest.rows.FactTable;
import io.minigram.ingest.rows.Reference;
import io.minigram.ingest.rows.RejectedRow;
import io.minigram.ingest.transactions.DatabaseException;
import io.minigram.ingest.transactions.NumberedStatement;
import io.minigram.ingest.transactions.Position;
import io.minigram.ingest.transactions.Transaction;
import io.minigram.ingest.transactions.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * The one write path: a batch is one transaction, and all of it is there or nothing.
 *
 * <p>Rows of an import go in by binary COPY, which is some two times as fast as a set-based INSERT,
 * and fails as a whole if a key is there already. Then the batch is written again by INSERT … ON
 * CONFLICT DO NOTHING, and so are the next ones, since where one key repeats others do.
 */
@ApplicationScoped
public class BatchWriter {

  private static final Logger LOG = Logger.getLogger(BatchWriter.class);
  private static final String BATCH = "batchId";

  /** Batches written by INSERT after a COPY has failed. */
  private static final int PATIENCE = 16;

  private final Transactions transactions;
  private final BatchMetrics metrics;
  private final References references;
  private final Map<FactTable, NumberedStatement> inserts = new EnumMap<>(FactTable.class);
  private final Map<FactTable, NumberedStatement> retracts = new EnumMap<>(FactTable.class);
  private final NumberedStatement nextBatch = statement("next_batch.sql");
  private final NumberedStatement recordBatch = statement("record_batch.sql");
  private final NumberedStatement seenSoFar = statement("seen_so_far.sql");
  private final NumberedStatement requestRemovals = statement("request_removals.sql");

  BatchWriter(Transactions transactions, BatchConfig config, BatchMetrics metrics) {
    this.transactions = transactions;
    this.metrics = metrics;
    this.references = new References(config.rememberedReferences());
    for (var table : FactTable.values()) {
      inserts.put(table, statement(table.statement()));
      if (table != FactTable.TAGS) {
        retracts.put(table, statement("retract_%s.sql".formatted(table.table())));
      }
    }
  }

  private static NumberedStatement statement(String file) {
    return NumberedStatement.read("/sql/batches/" + file);
  }

  /** How the batches of one sender are written; it is not shared between threads. */
  public static final class Pace {

    private static final int ALWAYS = Integer.MAX_VALUE;

    private int insertsLeft;

    private Pace(int insertsLeft) {
      this.insertsLeft = insertsLeft;
    }

    /** For many rows, of which most are new. */
    public static Pace copying() {
      return new Pace(0);
    }

    /** For a few rows. */
    public static Pace inserting() {
      return new Pace(ALWAYS);
    }

    private boolean copies() {
      return insertsLeft == 0;
    }

    private void written() {
      if (insertsLeft > 0 && insertsLeft < ALWAYS) {
        insertsLeft--;
      }
    }
  }

  /**
   * Commits the changes with what the journal keeps of them; blocks until that is done. A deadlock
   * is tried again.
   *
   * @throws RequestException UNAVAILABLE, if the database is away; whether the batch was committed
   *     is then unknown
   */
  public BatchOutcome write(Changes changes, Journal journal, Pace pace) {
    long start = System.nanoTime();
    while (true) {
      boolean copy = pace.copies();
      try {
        var written = transactions.run(transaction -> write(transaction, changes, journal, copy));
        written.view().remember();
        pace.written();
        metrics.committed(
            journal.source(), written.outcome(), copy, Duration.ofNanos(System.nanoTime() - start));
        LOG.debugf("A batch of %s is committed", journal.source());
        return written.outcome();
      } catch (DatabaseException e) {
        if (!copy || !e.isDuplicateKey()) {
          LOG.warnf("A batch of %s was not committed: %s", journal.source(), e);
          throw e;
        }
        pace.insertsLeft = PATIENCE;
      } finally {
        MDC.remove(BATCH);
      }
    }
  }

  private record Written(BatchOutcome outcome, References.View view) {}

  /** What a batch is called, and the position of its transaction. */
  private record Drawn(long batchId, Position position) {}

  private Written write(Transaction transaction, Changes changes, Journal journal, boolean copy) {
    // first of all: it gives the transaction its number, and the removals are read after that
    var drawn =
        transaction
            .query(nextBatch, row -> new Drawn(row.number(1), new Position(row.number(2))))
            .get(0);
    // so that the log tells whose lines these are
    MDC.put(BATCH, drawn.batchId());
    var view = references.view(transaction);
    var running = new Running(transaction, view, changes, drawn, copy);
    changes.additions().forEach(running::add);
    changes.retractions().forEach(running::retract);
    changes.removals().forEach(running::remove);
    var outcome = running.outcome();
    if (outcome.insertedRows() + running.retractedRows > 0) {
      transaction.execute(
          recordBatch,
          drawn.batchId(),
          journal.importId(),
          Arrays.stream(FactTable.values())
              .mapToLong(table -> outcome.inserted().getOrDefault(table, 0L))
              .toArray(),
          running.retractedRows);
    }
    journal.record(transaction, outcome);
    return new Written(outcome, view);
  }

  /** A batch while it is being written. */
  private final class Running {

    private final Transaction transaction;
    private final References.View view;
    private final Changes changes;
    private final long batchId;
    private final Position own;
    private final boolean copy;
    private final List<RejectedRow> refused;
    private final Map<FactTable, Long> inserted = new EnumMap<>(FactTable.class);
    private final List<long[]> effective = new ArrayList<>();
    private long olderThanReference;
    private int retractedRows;
    private int removed;

    Running(
        Transaction transaction, References.View view, Changes changes, Drawn drawn, boolean copy) {
      this.transaction = transaction;
      this.view = view;
      this.changes = changes;
      this.batchId = drawn.batchId();
      this.own = drawn.position();
      this.copy = copy;
      this.refused = new ArrayList<>(changes.rejects());
    }

    void add(FactTable table, Batch batch) {
      var passedOver = passedOver();
      var checked = batch.check(view, passedOver::contains);
      refused.addAll(checked.refused());
      olderThanReference += checked.olderThanReference();
      if (checked.rows().length > 0) {
        var lines = copy ? copy(batch, checked.rows()) : insert(batch, checked.rows());
        inserted.put(table, (long) lines.length);
        effective.add(lines);
      }
    }

    /** Lines whose condition does not hold. */
    private Set<Long> passedOver() {
      if (changes.conditions().isEmpty()) {
        return Set.of();
      }
      var done =
          effective.stream().flatMapToLong(LongStream::of).boxed().collect(Collectors.toSet());
      return changes.conditions().entrySet().stream()
          .filter(condition -> !done.contains(condition.getValue()))
          .map(Map.Entry::getKey)
          .collect(Collectors.toSet());
    }

    private long[] copy(Batch batch, int[] rows) {
      var bytes = BinaryRows.encode(batch, rows, batchId);
      transaction.copyIn(
          batch.table().table(),
          String.join(", ", batch.table().tableColumns()) + ", batch_id",
          bytes.array(),
          bytes.limit());
      return Arrays.stream(rows).mapToLong(batch::line).toArray();
    }

    private long[] insert(Batch batch, int[] rows) {
      var columns = batch.table().columns();
      var arguments = new Object[columns.size() + 1];
      for (int i = 0; i < columns.size(); i++) {
        var column = columns.get(i);
        arguments[i] =
            switch (column.type()) {
              case ID -> Arrays.stream(rows).mapToLong(row -> batch.id(column, row)).toArray();
              case TEXT ->
                  Arrays.stream(rows)
                      .mapToObj(row -> batch.text(column, row))
                      .toArray(String[]::new);
              case TIME ->
                  Arrays.stream(rows)
                      .mapToObj(row -> Instant.EPOCH.plus(batch.time(row), ChronoUnit.MICROS))
                      .toArray(Instant[]::new);
            };
      }
      arguments[columns.size()] = batchId;
      int width = batch.table().key().size();
      var key = new long[width];
      return transaction
          .query(
              inserts.get(batch.table()),
              row -> {
                for (int i = 0; i < width; i++) {
                  key[i] = row.number(i + 1);
                }
                return batch.lineOf(rows, key);
              },
              arguments)
          .stream()
          .mapToLong(Long::longValue)
          .toArray();
    }

    void retract(FactTable table, Retractions keys) {
      var lines =
          transaction
              .query(
                  retracts.get(table),
                  row -> keys.lineOf(row.number(1), row.number(2)),
                  keys.subjects(),
                  keys.objects(),
                  batchId)
              .stream()
              .mapToLong(Long::longValue)
              .toArray();
      retractedRows += lines.length;
      effective.add(lines);
    }

    /** Only asks for the removal, so that nothing new can hang on it; the rest is swept. */
    void remove(Reference.Target target, Map<Long, Long> lines) {
      var ids = lines.keySet().stream().mapToLong(Long::longValue).toArray();
      var created = view.created(target, ids);
      var there = LongStream.builder();
      for (long id : ids) {
        if (created.applyAsLong(id) == References.UNKNOWN) {
          refused.add(RejectedRow.withoutText(lines.get(id), target.unknown(id)));
        } else {
          there.add(id);
        }
      }
      transaction.lock(Transactions.Lock.REMOVALS);
      var asked =
          transaction
              .query(
                  requestRemovals,
                  row -> lines.get(row.number(1)),
                  target.removal(),
                  there.build().toArray())
              .stream()
              .mapToLong(Long::longValue)
              .toArray();
      removed += asked.length;
      effective.add(asked);
    }

    BatchOutcome outcome() {
      var lines = effective.stream().flatMapToLong(LongStream::of).sorted().toArray();
      return new BatchOutcome(
          changes.received(),
          inserted,
          retractedRows + removed,
          refused,
          olderThanReference,
          lines,
          lines.length + refused.size() < changes.received() ? own.or(positionSoFar()) : own);
    }

    /** Whoever was first with a change may have begun after this batch, and so be above it. */
    private Position positionSoFar() {
      return new Position(transaction.queryLong(seenSoFar));
    }
  }
}
