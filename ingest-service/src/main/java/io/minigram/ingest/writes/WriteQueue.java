package io.minigram.ingest.writes;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Gathers writes that come at the same time into batches, which one thread (or as many as are set)
 * commits one after the other: while one is being committed, the next gathers.
 */
@ApplicationScoped
class WriteQueue {

  private static final Logger LOG = Logger.getLogger(WriteQueue.class);
  private static final String REMEDY =
      "; it is not known whether this was written: send it again, under the same idempotencyKey if"
          + " it must not count twice";

  private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final WriteConfig config;
  private final BatchedWrites batches;
  private final BlockingQueue<Write> waiting;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopping;

  WriteQueue(WriteConfig config, BatchedWrites batches, MeterRegistry registry) {
    this.config = config;
    this.batches = batches;
    this.waiting = new ArrayBlockingQueue<>(config.mostWaiting());
    Gauge.builder("minigram.writes.waiting", waiting, BlockingQueue::size)
        .description("Writes that wait for their batch")
        .register(registry);
  }

  void start(@Observes StartupEvent started) {
    for (int i = 0; i < config.writers(); i++) {
      var thread = new Thread(this::run, "writes-" + i);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
  }

  /** Requests in flight have been waited for by now, so nothing is left behind. */
  @PreDestroy
  void stop() throws InterruptedException {
    stopping = true;
    for (var thread : threads) {
      thread.interrupt();
      thread.join();
    }
  }

  /**
   * Completes once the write is committed.
   *
   * @throws RequestException UNAVAILABLE if too many are waiting
   */
  CompletableFuture<WriteResult> submit(Write write) {
    if (stopping || !waiting.offer(write)) {
      throw RequestException.of(
          ErrorCode.UNAVAILABLE, "Too many writes are waiting; send this one later");
    }
    return write.answer();
  }

  private void run() {
    while (!stopping || !waiting.isEmpty()) {
      var writes = gather();
      if (!writes.isEmpty()) {
        write(writes);
      }
    }
  }

  /** Waits for a write, and then for others until the first has waited long enough. */
  private List<Write> gather() {
    var writes = new ArrayList<Write>();
    try {
      var first = waiting.take();
      writes.add(first);
      long deadline = first.arrived() + config.longestWait().toNanos();
      long left = deadline - System.nanoTime();
      while (left > 0 && waiting.size() + 1 < config.batchSize()) {
        // in steps, since waking up for each of them would cost more than it brings
        TimeUnit.NANOSECONDS.sleep(Math.min(left, STEP_NANOS));
        left = deadline - System.nanoTime();
      }
    } catch (InterruptedException e) {
      // asked to stop: what is waiting still goes in
    }
    waiting.drainTo(writes, config.batchSize() - writes.size());
    return writes;
  }

  private void write(List<Write> writes) {
    try {
      batches.write(writes);
    } catch (RequestException e) {
      fail(open(writes), RequestException.of(e.code(), e.getMessage() + REMEDY, e));
    } catch (RuntimeException | Error e) {
      // nobody may wait for ever, and the thread must live, whatever it was
      writeAlone(open(writes), e);
    }
  }

  /** One of several has failed by a fault of ours: it must not take the others with it. */
  private void writeAlone(List<Write> writes, Throwable cause) {
    if (writes.size() == 1) {
      LOG.error("A write failed", cause);
      fail(writes, cause);
    } else {
      writes.forEach(write -> write(List.of(write)));
    }
  }

  private static List<Write> open(List<Write> writes) {
    return writes.stream().filter(write -> !write.answer().isDone()).toList();
  }

  private static void fail(List<Write> writes, Throwable cause) {
    writes.forEach(write -> write.answer().completeExceptionally(cause));
  }
}
