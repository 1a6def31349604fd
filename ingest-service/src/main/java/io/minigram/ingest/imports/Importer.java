package io.minigram.ingest.imports;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import io.minigram.edge.logging.RequestIds;
import io.minigram.ingest.batches.BatchWriter;
import io.minigram.ingest.batches.Changes;
import io.minigram.ingest.batches.Chunk;
import io.minigram.ingest.removals.Sweeper;
import io.minigram.ingest.requests.IdempotencyKey;
import io.minigram.ingest.rows.BodyDigest;
import io.minigram.ingest.rows.RejectedRow;
import io.minigram.ingest.rows.Row;
import io.minigram.ingest.rows.RowLimits;
import io.minigram.ingest.rows.RowSink;
import io.minigram.ingest.rows.Rows;
import io.minigram.ingest.transactions.Transactions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Takes a file in: reads a batch while the one before it is being written, so that a body is never
 * held as a whole and a slow database slows the sender down.
 */
@ApplicationScoped
class Importer {

  private static final Logger LOG = Logger.getLogger(Importer.class);

  /** Clocks and time zones differ; a whole day more is a mistake. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private static final String REMEDY = "The batches before that are in; send the file again, ";
  private static final String WITH_KEY = "and it goes on where it stopped";
  private static final String WITHOUT_KEY = "and rows that are there count as duplicates";

  private final ImportConfig config;
  private final ImportWriter writer;
  private final BatchWriter batches;
  private final Transactions transactions;
  private final Sweeper sweeper;
  private final ImportTraces traces;
  private final ImportMetrics metrics;
  private final Clock clock;
  private final Semaphore places;

  /** Not the pool that requests run on: they wait for these, and must not take their places. */
  private final ExecutorService writers = Executors.newCachedThreadPool();

  Importer(
      ImportConfig config,
      ImportWriter writer,
      BatchWriter batches,
      Transactions transactions,
      Sweeper sweeper,
      ImportTraces traces,
      ImportMetrics metrics,
      Clock clock) {
    this.config = config;
    this.writer = writer;
    this.batches = batches;
    this.transactions = transactions;
    this.sweeper = sweeper;
    this.traces = traces;
    this.metrics = metrics;
    this.clock = clock;
    this.places = new Semaphore(config.sideBySide());
  }

  @PreDestroy
  void stop() {
    writers.shutdown();
  }

  /**
   * Imports a body; blocks until it is in. One with a key goes on where it stopped before, and is
   * only compared with what was sent before if that was in already.
   *
   * @return the import's id
   * @throws RequestException BAD_HEADER or BAD_ENCODING before anything is taken; CONFLICT if the
   *     same import is running, KEY_REUSED if the body differs from what was sent under the key;
   *     BROKEN_OFF or UNAVAILABLE if the sender or the database goes away, TOO_LARGE if the body
   *     does not end where it must, INTERNAL if it is our own fault: the batches committed until
   *     then stay
   */
  long run(ImportRequest request, InputStream body) {
    if (!places.tryAcquire()) {
      throw RequestException.of(
          ErrorCode.UNAVAILABLE,
          "As many imports are running as may (%d); send this one later"
              .formatted(config.sideBySide()));
    }
    metrics.begun();
    try {
      return runInPlace(request, body);
    } finally {
      metrics.left();
      places.release();
    }
  }

  private long runInPlace(ImportRequest request, InputStream body) {
    var rows = open(request, body);
    try (var lock = transactions.openSession()) {
      int parts = request.kind().table().isPresent() ? config.writers() : 1;
      var run = writer.begin(lock, request, config.batchRows(), parts);
      try {
        take(run, rows, request);
        return run.id();
      } finally {
        lock.unlock(Transactions.Lock.IMPORT, run.id());
      }
    }
  }

  private Rows open(ImportRequest request, InputStream body) {
    var digest = request.key().isPresent() ? BodyDigest.sha256() : BodyDigest.none();
    var limits =
        new RowLimits(config.maxTextLength(), config.maxRowBytes(), clock.instant().plus(AHEAD));
    try {
      var unpacked = request.encoding().unpack(body, config.maxBodyBytes());
      return request.kind().table().isPresent()
          ? Rows.of(
              request.format(), request.kind().table().orElseThrow(), unpacked, limits, digest)
          : Rows.events(unpacked, limits, digest);
    } catch (IOException e) {
      throw RequestException.of(
          ErrorCode.BROKEN_OFF, "The body did not end; nothing was imported", e);
    }
  }

  private void take(ImportRun run, Rows rows, ImportRequest request) {
    try {
      if (run.isComplete()) {
        compare(run, rows);
      } else {
        traces.ofImport(run, trace -> copy(run, rows, request, trace));
        writer.finish(run.id(), ImportState.COMPLETED, run.isKeyed() ? rows.digest() : null);
        metrics.ended(ImportMetrics.Outcome.COMPLETED);
      }
    } catch (IOException e) {
      abandon(run, e);
      throw brokenOff(run, ErrorCode.BROKEN_OFF, "the body did not end", e);
    } catch (RequestException e) {
      abandon(run, e);
      throw e.code() == ErrorCode.KEY_REUSED ? e : brokenOff(run, e.code(), e.getMessage(), e);
    } catch (RuntimeException e) {
      LOG.errorf(e, "Import %d failed", run.id());
      abandon(run, e);
      throw brokenOff(run, ErrorCode.INTERNAL, "a fault of the service, which its log tells of", e);
    }
  }

  private static RequestException brokenOff(
      ImportRun run, ErrorCode code, String reason, Exception cause) {
    return RequestException.of(
        code,
        "Import %d broke off: %s. %s"
            .formatted(run.id(), reason, REMEDY + (run.isKeyed() ? WITH_KEY : WITHOUT_KEY)),
        cause);
  }

  /** Reads the body to its end, and nothing else. */
  private static void compare(ImportRun run, Rows rows) throws IOException {
    while (rows.fill(new Ignored())) {
      // the digest is taken on the way
    }
    if (!Arrays.equals(run.digest(), rows.digest())) {
      throw IdempotencyKey.reused();
    }
  }

  private void copy(ImportRun run, Rows rows, ImportRequest request, ImportTrace trace)
      throws IOException {
    var lanes =
        IntStream.range(0, run.parts()).mapToObj(part -> new Lane(run, part, trace)).toList();
    long chunk = 0;
    try {
      boolean more = true;
      while (more) {
        chunk++;
        var sink = sink(run, request);
        more = rows.fill(sink);
        var digest = rows.digest();
        if (!run.agrees(chunk, digest)) {
          throw IdempotencyKey.reused();
        }
        var changes = changes(sink);
        for (int part = 0; part < lanes.size(); part++) {
          lanes.get(part).write(changes.get(part), chunk, digest);
        }
      }
    } finally {
      lanes.forEach(Lane::settle);
      if (run.kind() == ImportKind.EVENTS) {
        // there may have been removals among them
        sweeper.wake();
      }
    }
    lanes.forEach(Lane::await);
    if (!run.agreesOnLength(chunk)) {
      throw IdempotencyKey.reused();
    }
  }

  private RowSink sink(ImportRun run, ImportRequest request) {
    return run.kind()
        .table()
        .<RowSink>map(table -> new Chunk(table, run.parts(), run.chunkRows()))
        .orElseGet(() -> new EventSink(new Changes(run.chunkRows()), request.mayErase()));
  }

  private static List<Changes> changes(RowSink sink) {
    return sink instanceof Chunk chunk
        ? chunk.parts().stream().map(Changes::of).toList()
        : List.of(((EventSink) sink).changes());
  }

  /** Writes batches one after the other, on a thread of its own, while the next is being read. */
  private final class Lane {

    private final ImportRun run;
    private final int part;
    private final ImportTrace trace;
    private final BatchWriter.Pace pace = BatchWriter.Pace.copying();
    private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);

    Lane(ImportRun run, int part, ImportTrace trace) {
      this.run = run;
      this.part = part;
      this.trace = trace;
    }

    /** Blocks while the batch before it is being written. */
    void write(Changes changes, long chunk, byte[] digest) {
      await();
      if (changes.received() > 0 && !run.isCommitted(part, chunk)) {
        var journal = writer.journal(run, part, chunk, digest);
        writing =
            CompletableFuture.runAsync(
                RequestIds.carrying(
                    () -> trace.ofBatch(() -> batches.write(changes, journal, pace))),
                writers);
      }
    }

    /**
     * @throws RequestException UNAVAILABLE, if the database went away
     */
    void await() {
      try {
        writing.join();
      } catch (CompletionException e) {
        throw e.getCause() instanceof RuntimeException cause ? cause : e;
      }
    }

    /** Waits for the end, whatever it is: nothing is written once the import has ended. */
    void settle() {
      writing.exceptionally(failed -> null).join();
    }
  }

  private void abandon(ImportRun run, Exception cause) {
    LOG.warnf("Import %d broke off: %s", (Object) run.id(), cause);
    if (run.isComplete()) {
      return;
    }
    metrics.ended(ImportMetrics.Outcome.FAILED);
    try {
      writer.finish(run.id(), ImportState.FAILED, null);
    } catch (RuntimeException e) {
      LOG.warnf("Import %d stays marked as running for now: %s", (Object) run.id(), e);
    }
  }

  /** Takes rows and does nothing with them. */
  private static final class Ignored implements RowSink {

    @Override
    public boolean isFull() {
      return false;
    }

    @Override
    public void add(Row row) {}

    @Override
    public void reject(RejectedRow row) {}
  }
}
