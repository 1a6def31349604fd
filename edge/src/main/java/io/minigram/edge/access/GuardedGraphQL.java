package io.minigram.edge.access;

import graphql.GraphQL;
import io.minigram.edge.graphql.OperationInstrumentation;
import io.quarkus.arc.Arc;
import io.smallrye.graphql.spi.EventingService;

/** Puts the {@link OperationGuard} before every GraphQL operation. */
public final class GuardedGraphQL implements EventingService {

  /** Always on: what can be switched off is switched off by mistake one day. */
  @Override
  public String getConfigKey() {
    return null;
  }

  @Override
  public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder builder) {
    var guard = Arc.container().instance(OperationGuard.class).get();
    return OperationInstrumentation.add(builder, guard);
  }
}
