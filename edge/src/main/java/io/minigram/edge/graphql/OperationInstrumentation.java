package io.minigram.edge.graphql;

import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.ExecuteObjectInstrumentationContext;
import graphql.execution.instrumentation.ExecutionStrategyInstrumentationContext;
import graphql.execution.instrumentation.FieldFetchingInstrumentationContext;
import graphql.execution.instrumentation.Instrumentation;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionStrategyParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldCompleteParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldParameters;
import graphql.schema.DataFetcher;
import java.util.List;
import java.util.stream.Stream;

/**
 * Several instrumentations that look at whole operations, one after the other; none of them is told
 * of single fields. Chained as graphql-java does it, one around the other, each would be told of
 * each field of each row, and do nothing.
 */
public final class OperationInstrumentation extends ChainedInstrumentation {

  private OperationInstrumentation(List<Instrumentation> instrumentations) {
    super(instrumentations);
  }

  /** Puts one behind those that the builder has. */
  public static GraphQL.Builder add(GraphQL.Builder builder, Instrumentation last) {
    var before = builder.build().getInstrumentation();
    var all =
        before instanceof OperationInstrumentation chain
            ? Stream.concat(chain.getInstrumentations().stream(), Stream.of(last))
            : Stream.of(before, last);
    return builder.instrumentation(new OperationInstrumentation(all.toList()));
  }

  @Override
  public ExecutionStrategyInstrumentationContext beginExecutionStrategy(
      InstrumentationExecutionStrategyParameters parameters, InstrumentationState state) {
    return ExecutionStrategyInstrumentationContext.NOOP;
  }

  @Override
  public ExecuteObjectInstrumentationContext beginExecuteObject(
      InstrumentationExecutionStrategyParameters parameters, InstrumentationState state) {
    return ExecuteObjectInstrumentationContext.NOOP;
  }

  @Override
  public InstrumentationContext<ExecutionResult> beginSubscribedFieldEvent(
      InstrumentationFieldParameters parameters, InstrumentationState state) {
    return SimpleInstrumentationContext.noOp();
  }

  @Override
  public InstrumentationContext<Object> beginFieldExecution(
      InstrumentationFieldParameters parameters, InstrumentationState state) {
    return SimpleInstrumentationContext.noOp();
  }

  @Override
  public FieldFetchingInstrumentationContext beginFieldFetching(
      InstrumentationFieldFetchParameters parameters, InstrumentationState state) {
    return FieldFetchingInstrumentationContext.NOOP;
  }

  @Override
  public InstrumentationContext<Object> beginFieldCompletion(
      InstrumentationFieldCompleteParameters parameters, InstrumentationState state) {
    return SimpleInstrumentationContext.noOp();
  }

  @Override
  public InstrumentationContext<Object> beginFieldListCompletion(
      InstrumentationFieldCompleteParameters parameters, InstrumentationState state) {
    return SimpleInstrumentationContext.noOp();
  }

  @Override
  public DataFetcher<?> instrumentDataFetcher(
      DataFetcher<?> fetcher,
      InstrumentationFieldFetchParameters parameters,
      InstrumentationState state) {
    return fetcher;
  }
}
