package io.minigram.ingest.imports;

import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** Traces imports, each in a trace of its own. */
@ApplicationScoped
class ImportTraces {

  /** What is traced. */
  interface Work {
    void run(ImportTrace trace) throws IOException;
  }

  private final Tracer tracer;

  ImportTraces(Tracer tracer) {
    this.tracer = tracer;
  }

  /** Does the work of an import, from its first batch to its last. */
  void ofImport(ImportRun run, Work work) throws IOException {
    var trace = new ImportTrace(tracer, run.id(), run.kind());
    try {
      work.run(trace);
    } catch (IOException | RuntimeException e) {
      trace.failed(e);
      throw e;
    } finally {
      trace.end();
    }
  }
}
