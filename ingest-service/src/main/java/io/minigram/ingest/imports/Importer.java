package io.minigram.ingest.imports;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import io.minigram.ingest.batches.Batch;
import io.minigram.ingest.batches.BatchWriter;
import io.minigram.ingest.batches.Chunk;
import io.minigram.ingest.rows.ImportKind;
import io.minigram.ingest.rows.RowLimits;
import io.minigram.ingest.rows.Rows;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
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

  private static final String REMEDY =
      "The batches before that are in; send the file again, and rows that are there count as"
          + " duplicates";

  private final ImportConfig config;
  private final ImportWriter writer;
  private final BatchWriter batches;
  private final Clock clock;

  /** Not the pool that requests run on: they wait for these, and must not take their places. */
  private final ExecutorService writers = Executors.newCachedThreadPool();

  Importer(ImportConfig config, ImportWriter writer, BatchWriter batches, Clock clock) {
    this.config = config;
    this.writer = writer;
    this.batches = batches;
    this.clock = clock;
  }

  @PreDestroy
  void stop() {
    writers.shutdown();
  }

  /**
   * Imports a body; blocks until it is in.
   *
   * @return the import's id
   * @throws RequestException BAD_HEADER or BAD_ENCODING before anything is taken; BROKEN_OFF or
   *     UNAVAILABLE if the sender or the database goes away, TOO_LARGE if the body does not end
   *     where it must, INTERNAL if it is our own fault: the batches committed until then stay
   */
  long run(ImportKind kind, Rows.Format format, Encoding encoding, InputStream body) {
    var rows = open(kind, format, encoding, body);
    long id;
    try {
      id = writer.begin(kind).await().indefinitely();
    } catch (RuntimeException e) {
      throw unavailable("The import was not begun: the database is away", e);
    }
    try {
      copy(id, kind, rows);
      writer.finish(id, ImportState.COMPLETED).await().indefinitely();
      return id;
    } catch (IOException e) {
      abandon(id, e);
      throw RequestException.of(
          ErrorCode.BROKEN_OFF, "Import " + id + " broke off: the body did not end. " + REMEDY, e);
    } catch (RequestException e) {
      abandon(id, e);
      throw RequestException.of(
          e.code(), "Import " + id + " broke off: " + e.getMessage() + ". " + REMEDY, e);
    } catch (RuntimeException e) {
      LOG.errorf(e, "Import %d failed", id);
      abandon(id, e);
      throw RequestException.of(
          ErrorCode.INTERNAL,
          "Import " + id + " broke off by a fault of the service, which its log tells. " + REMEDY,
          e);
    }
  }

  private Rows open(ImportKind kind, Rows.Format format, Encoding encoding, InputStream body) {
    try {
      return Rows.of(
          format,
          kind,
          encoding.unpack(body, config.maxBodyBytes()),
          new RowLimits(config.maxTextLength(), config.maxRowBytes(), clock.instant().plus(AHEAD)));
    } catch (IOException e) {
      throw RequestException.of(
          ErrorCode.BROKEN_OFF, "The body did not end; nothing was imported", e);
    }
  }

  private void copy(long id, ImportKind kind, Rows rows) throws IOException {
    var lanes = Stream.generate(() -> new Lane(id)).limit(config.writers()).toList();
    try {
      boolean more = true;
      while (more) {
        var chunk = new Chunk(kind, lanes.size(), config.batchRows());
        more = rows.fill(chunk);
        for (int part = 0; part < lanes.size(); part++) {
          lanes.get(part).write(chunk.parts().get(part));
        }
      }
    } finally {
      lanes.forEach(Lane::settle);
    }
    lanes.forEach(Lane::await);
  }

  /** Writes batches one after the other, on a thread of its own, while the next is being read. */
  private final class Lane {

    private final long importId;
    private final BatchWriter.Pace pace = new BatchWriter.Pace();
    private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);

    Lane(long importId) {
      this.importId = importId;
    }

    /** Blocks while the batch before it is being written. */
    void write(Batch batch) {
      await();
      if (batch.received() > 0) {
        writing = CompletableFuture.runAsync(() -> batches.write(importId, batch, pace), writers);
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

  private void abandon(long id, Exception cause) {
    LOG.warnf("Import %d broke off: %s", (Object) id, cause);
    try {
      writer.finish(id, ImportState.FAILED).await().indefinitely();
    } catch (RuntimeException e) {
      LOG.warnf("Import %d stays marked as running: %s", (Object) id, e);
    }
  }

  private static RequestException unavailable(String message, RuntimeException cause) {
    return RequestException.of(ErrorCode.UNAVAILABLE, message, cause);
  }
}
