package io.minigram.ingest.removals;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.minigram.edge.error.RequestException;
import io.minigram.ingest.transactions.NumberedStatement;
import io.minigram.ingest.transactions.Transactions;
import io.minigram.ingest.transactions.Transactions.Lock;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Sweeps away what was removed: one sweep at a time in the cluster, step by step. */
@ApplicationScoped
public class Sweeper {

  private static final Logger LOG = Logger.getLogger(Sweeper.class);

  private final Transactions transactions;
  private final SweepWriter steps;
  private final NumberedStatement oldestUnfinished =
      NumberedStatement.read("/sql/removals/oldest_unfinished.sql");

  /** One sweep running and one waiting is as good as any number. */
  private final ExecutorService sweeps =
      new ThreadPoolExecutor(
          0,
          1,
          1,
          TimeUnit.MINUTES,
          new LinkedBlockingQueue<>(1),
          new ThreadPoolExecutor.DiscardPolicy());

  private volatile boolean stopping;
  private volatile long oldestSeconds;

  Sweeper(Transactions transactions, SweepWriter steps, MeterRegistry metrics) {
    this.transactions = transactions;
    this.steps = steps;
    Gauge.builder("minigram.removal.age", () -> oldestSeconds)
        .description("Age of the oldest removal that is not swept; 0 if all are")
        .baseUnit("seconds")
        .register(metrics);
  }

  /** Something was removed: it is swept soon. */
  public void wake() {
    sweeps.execute(this::sweep);
  }

  // delayed, since a start that is refused goes no further
  @Scheduled(every = "{minigram.removals.every}", delayed = "5s")
  void look() {
    wake();
  }

  @PreDestroy
  void stop() {
    stopping = true;
    sweeps.shutdown();
  }

  private void sweep() {
    try (var session = transactions.openSession()) {
      // also where another instance sweeps, or this one fails to
      measure();
      if (!session.tryLock(Lock.SWEEP, 0)) {
        return;
      }
      try {
        while (!stopping && steps.step()) {
          // a step is a transaction: what is swept stays swept
        }
      } finally {
        session.unlock(Lock.SWEEP, 0);
      }
    } catch (RequestException e) {
      LOG.debugf(e, "The sweep goes on later");
    } catch (RuntimeException e) {
      LOG.error("The sweep of what was removed goes on later", e);
    }
  }

  private void measure() {
    oldestSeconds = transactions.run(transaction -> transaction.queryLong(oldestUnfinished));
  }
}
