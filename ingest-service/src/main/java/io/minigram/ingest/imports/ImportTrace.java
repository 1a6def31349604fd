package io.minigram.ingest.imports;

import io.minigram.edge.error.RequestException;
import io.minigram.ingest.batches.BatchOutcome;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * A span of an import, and one of each of its batches. They hold counts, kinds and codes: no row,
 * no statement, and no message, which may have either in it.
 */
final class ImportTrace {

  private static final AttributeKey<Long> IMPORT_ID = AttributeKey.longKey("minigram.import.id");
  private static final AttributeKey<String> IMPORT_KIND =
      AttributeKey.stringKey("minigram.import.kind");
  private static final AttributeKey<Long> RECEIVED = AttributeKey.longKey("minigram.rows.received");
  private static final AttributeKey<Long> INSERTED = AttributeKey.longKey("minigram.rows.inserted");
  private static final AttributeKey<Long> RETRACTED =
      AttributeKey.longKey("minigram.rows.retracted");
  private static final AttributeKey<Long> DUPLICATE =
      AttributeKey.longKey("minigram.rows.duplicate");
  private static final AttributeKey<Long> REJECTED = AttributeKey.longKey("minigram.rows.rejected");
  private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

  private final Tracer tracer;
  private final Span span;
  private final LongAdder received = new LongAdder();
  private final LongAdder inserted = new LongAdder();
  private final LongAdder retracted = new LongAdder();
  private final LongAdder duplicate = new LongAdder();
  private final LongAdder rejected = new LongAdder();

  ImportTrace(Tracer tracer, long id, ImportKind kind) {
    this.tracer = tracer;
    this.span =
        tracer
            .spanBuilder("import " + kind.name())
            .setNoParent()
            .setAttribute(IMPORT_ID, id)
            .setAttribute(IMPORT_KIND, kind.name())
            .startSpan();
  }

  /** Writes a batch, on whatever thread. */
  void ofBatch(Supplier<BatchOutcome> write) {
    var batch = tracer.spanBuilder("batch").setParent(Context.root().with(span)).startSpan();
    try {
      var outcome = write.get();
      received.add(outcome.received());
      inserted.add(outcome.insertedRows());
      retracted.add(outcome.retracted());
      duplicate.add(outcome.duplicate());
      rejected.add(outcome.refused().size());
      setRows(
          batch,
          outcome.received(),
          outcome.insertedRows(),
          outcome.retracted(),
          outcome.duplicate(),
          outcome.refused().size());
    } catch (RuntimeException e) {
      setFailed(batch, e);
      throw e;
    } finally {
      batch.end();
    }
  }

  void failed(Exception cause) {
    setFailed(span, cause);
  }

  void end() {
    setRows(span, received.sum(), inserted.sum(), retracted.sum(), duplicate.sum(), rejected.sum());
    span.end();
  }

  private static void setRows(
      Span span, long received, long inserted, long retracted, long duplicate, long rejected) {
    span.setAttribute(RECEIVED, received)
        .setAttribute(INSERTED, inserted)
        .setAttribute(RETRACTED, retracted)
        .setAttribute(DUPLICATE, duplicate)
        .setAttribute(REJECTED, rejected);
  }

  private static void setFailed(Span span, Exception cause) {
    span.setStatus(StatusCode.ERROR)
        .setAttribute(
            ERROR_TYPE,
            cause instanceof RequestException refused
                ? refused.code().name()
                : cause.getClass().getName());
  }
}
