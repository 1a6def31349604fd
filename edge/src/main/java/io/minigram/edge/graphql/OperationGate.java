package io.minigram.edge.graphql;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Lets so many operations be answered at once. The others wait in turn, for a while; whoever comes
 * when too many wait, or waits too long, is refused. So a storm of queries makes answers late, and
 * takes neither the memory nor the connections that are needed to answer at all.
 */
@Singleton
final class OperationGate {

  private record Waiting(Runnable work, Runnable refusal, Context context) {}

  private final Vertx vertx;
  private final OperationLimits limits;
  private final Queue<Waiting> queue = new ArrayDeque<>();
  private final Counter refused;
  private int running;

  OperationGate(Vertx vertx, OperationLimits limits, MeterRegistry metrics) {
    this.vertx = vertx;
    this.limits = limits;
    Gauge.builder("minigram.operations.running", this, OperationGate::running)
        .description("GraphQL operations that are being answered")
        .register(metrics);
    Gauge.builder("minigram.operations.waiting", this, OperationGate::waiting)
        .description("GraphQL operations that wait for a place")
        .register(metrics);
    this.refused =
        Counter.builder("minigram.operations.refused")
            .description("GraphQL operations refused since too many waited or one waited too long")
            .register(metrics);
  }

  private synchronized int running() {
    return running;
  }

  private synchronized int waiting() {
    return queue.size();
  }

  /**
   * Does one of the two, at once or later, on the Vert.x context of the caller.
   *
   * @param work an operation; {@link #leave} must be called once when it has ended
   * @param refusal what to do instead if there is no place for it
   */
  void enter(Runnable work, Runnable refusal) {
    var waiting = new Waiting(work, refusal, vertx.getOrCreateContext());
    switch (place(waiting)) {
      case FREE -> work.run();
      case IN_THE_QUEUE -> vertx.setTimer(limits.patience().toMillis(), late -> giveUp(waiting));
      case NONE -> refuse(refusal);
    }
  }

  /** An operation has ended: the next one may begin. */
  void leave() {
    Waiting next;
    synchronized (this) {
      next = queue.poll();
      if (next == null) {
        running--;
      }
    }
    if (next != null) {
      next.context().runOnContext(ignored -> next.work().run());
    }
  }

  private enum Place {
    FREE,
    IN_THE_QUEUE,
    NONE
  }

  private synchronized Place place(Waiting waiting) {
    if (running < limits.atOnce()) {
      running++;
      return Place.FREE;
    }
    return queue.size() < limits.waiting() && queue.add(waiting) ? Place.IN_THE_QUEUE : Place.NONE;
  }

  private void giveUp(Waiting waiting) {
    boolean isWaiting;
    synchronized (this) {
      isWaiting = queue.removeIf(other -> other == waiting);
    }
    if (isWaiting) {
      waiting.context().runOnContext(ignored -> refuse(waiting.refusal()));
    }
  }

  private void refuse(Runnable refusal) {
    refused.increment();
    refusal.run();
  }
}
