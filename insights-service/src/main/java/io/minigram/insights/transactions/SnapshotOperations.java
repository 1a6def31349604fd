package io.minigram.insights.transactions;

import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.schema.GraphQLSchema;
import io.minigram.edge.error.RequestException;
import io.minigram.edge.graphql.OperationInstrumentation;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.graphql.spi.EventingService;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Opens and ends the snapshot of each GraphQL operation, and tells with its answer as of when it
 * is: {@code extensions.asOf}.
 */
public final class SnapshotOperations implements EventingService {

  /** Always on. */
  @Override
  public String getConfigKey() {
    return null;
  }

  @Override
  public GraphQLSchema.Builder beforeSchemaBuild(GraphQLSchema.Builder schema) {
    return schema.additionalDirective(AtLeast.DIRECTIVE);
  }

  @Override
  public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder builder) {
    var snapshots = Arc.container().instance(Snapshots.class).get();
    var tags = Arc.container().instance(VersionTags.class).get();
    var current = Arc.container().instance(CurrentVertxRequest.class).get();
    return OperationInstrumentation.add(
        builder, new SnapshotInstrumentation(snapshots, tags, current));
  }

  private static final class SnapshotInstrumentation extends SimplePerformantInstrumentation {

    // at the end of an operation nobody knows any more which request it was
    private static final String REQUEST_KEY = "minigram.request";

    private final Snapshots snapshots;
    private final VersionTags tags;
    private final CurrentVertxRequest current;

    SnapshotInstrumentation(Snapshots snapshots, VersionTags tags, CurrentVertxRequest current) {
      this.snapshots = snapshots;
      this.tags = tags;
      this.current = current;
    }

    @Override
    public InstrumentationContext<ExecutionResult> beginExecuteOperation(
        InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
      var operation = parameters.getExecutionContext();
      var request = current.getCurrent();
      if (request != null) {
        operation.getGraphQLContext().put(REQUEST_KEY, request);
      }
      try {
        AtLeast.of(operation)
            .ifPresent(position -> snapshots.prepare(operation.getGraphQLContext(), position));
      } catch (RequestException e) {
        throw new AbortExecutionException(
            List.of(
                GraphqlErrorBuilder.newError()
                    .message("%s", e.getMessage())
                    .extensions(Map.of("code", e.code().name()))
                    .build()));
      }
      return SimpleInstrumentationContext.noOp();
    }

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
        ExecutionResult result,
        InstrumentationExecutionParameters parameters,
        InstrumentationState state) {
      Snapshot snapshot = parameters.getGraphQLContext().get(Snapshots.CONTEXT_KEY);
      if (snapshot == null) {
        return CompletableFuture.completedFuture(result);
      }
      RoutingContext request = parameters.getGraphQLContext().get(REQUEST_KEY);
      return snapshot
          .seen()
          .invoke(
              asOf -> {
                if (asOf != null && result.getErrors().isEmpty()) {
                  tags.mark(request, asOf);
                }
              })
          .map(
              asOf ->
                  asOf == null
                      ? result
                      : result.transform(
                          builder ->
                              builder.addExtension(
                                  "asOf",
                                  Map.of(
                                      "version", asOf.version(), "time", asOf.time().toString()))))
          // whoever asked need not wait until the connection is given back
          .onTermination()
          .invoke(() -> snapshot.close().subscribe().with(closed -> {}))
          .subscribeAsCompletionStage();
    }
  }
}
