package io.minigram.edge.graphql;

import graphql.ExecutionResultImpl;
import graphql.GraphQLError;
import graphql.schema.GraphQLSchema;
import io.minigram.edge.error.ErrorCode;
import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import io.smallrye.graphql.execution.ExecutionResponse;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.smallrye.graphql.execution.ExecutionService;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.smallrye.graphql.schema.model.Schema;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Executes an operation within its limits, over HTTP, over WebSocket and for the service itself:
 * the size of its document, the others that are executed at the time, and its own time. Every error
 * has a code, also that of a document which cannot be parsed; SmallRye answers it past every
 * instrumentation.
 */
@Alternative
@Priority(1)
@Singleton
@Unremovable
public final class CheckedExecution extends ExecutionService {

  /** In the context of an operation whose document the service itself has written. */
  public static final String OWN_DOCUMENT = "minigram.own-document";

  private static final Duration SOON = Duration.ofSeconds(1);

  static {
    // Documents that SmallRye keeps parsed. 2,048 of the longest would be more than the memory.
    System.setProperty("io.smallrye.graphql.execution.queryCacheMaxSize", "128");
  }

  private final DocumentCheck documents;
  private final OperationGate gate;
  private final OperationLimits limits;
  private final Vertx vertx;

  CheckedExecution(
      GraphQLSchema graphQLSchema,
      Schema schema,
      DocumentCheck documents,
      OperationGate gate,
      OperationLimits limits,
      Vertx vertx) {
    super(graphQLSchema, schema, Optional.empty());
    this.documents = documents;
    this.gate = gate;
    this.limits = limits;
    this.vertx = vertx;
  }

  @Override
  public void execute(
      JsonObject request,
      Map<String, Object> context,
      ExecutionResponseWriter writer,
      boolean async) {
    var coding = new CodingWriter(writer);
    var refusal =
        context.containsKey(OWN_DOCUMENT)
            ? Optional.<GraphQLError>empty()
            : documents.refusal(request.getString("query"));
    if (refusal.isPresent()) {
      coding.write(refusal.get());
      return;
    }
    gate.enter(
        inRequestScope(() -> execute(request, context, coding, async)),
        () ->
            coding.write(
                CodedErrors.error(
                    ErrorCode.TOO_BUSY,
                    "More is being asked than can be answered; go on in a second",
                    SOON)));
  }

  private void execute(
      JsonObject request, Map<String, Object> context, CodingWriter coding, boolean async) {
    var writer = new LeavingWriter(coding);
    if (coding.isGone()) {
      writer.fail(new ClosedChannelException());
      return;
    }
    try {
      super.execute(request, context, writer, async);
    } catch (RuntimeException e) {
      writer.fail(e);
    }
  }

  /** As it is here, on whichever thread it is done. */
  private static Runnable inRequestScope(Runnable work) {
    var scope = Arc.container().requestContext();
    var state = scope.getStateIfActive();
    return () -> {
      if (state == null || scope.isActive()) {
        work.run();
        return;
      }
      scope.activate(state);
      try {
        work.run();
      } finally {
        SmallRyeContextManager.clearCurrentSmallRyeContext();
        scope.deactivate();
      }
    };
  }

  private record CodingWriter(ExecutionResponseWriter writer) implements ExecutionResponseWriter {

    @Override
    public void write(ExecutionResponse response) {
      var result = response.getExecutionResult();
      var coded = CodedErrors.coded(result);
      writer.write(coded == result ? response : new ExecutionResponse(coded));
    }

    /** Whether who asked has left, and nobody is there to be answered. */
    boolean isGone() {
      return writer instanceof HttpAnswer answer && answer.isGone();
    }

    void write(GraphQLError refusal) {
      write(new ExecutionResponse(new ExecutionResultImpl(refusal)));
    }

    @Override
    public void fail(Throwable failure) {
      writer.fail(failure);
    }
  }

  /** Writes one answer, in time, and makes room for the next operation. */
  private final class LeavingWriter implements ExecutionResponseWriter {

    private final CodingWriter writer;
    private final AtomicBoolean isDone = new AtomicBoolean();
    private final long timer;

    LeavingWriter(CodingWriter writer) {
      this.writer = writer;
      this.timer = vertx.setTimer(limits.time().toMillis(), late -> end(this::tellTime));
    }

    @Override
    public void write(ExecutionResponse response) {
      end(() -> writer.write(response));
    }

    @Override
    public void fail(Throwable failure) {
      end(() -> writer.fail(failure));
    }

    private void tellTime() {
      writer.write(
          CodedErrors.error(
              ErrorCode.TIMED_OUT,
              "It took longer than %d s; ask for less at once"
                  .formatted(limits.time().toSeconds())));
    }

    private void end(Runnable answer) {
      if (isDone.compareAndSet(false, true)) {
        vertx.cancelTimer(timer);
        gate.leave();
        answer.run();
      }
    }
  }
}
