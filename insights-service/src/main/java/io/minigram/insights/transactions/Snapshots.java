package io.minigram.insights.transactions;

import graphql.GraphQLContext;
import io.minigram.edge.sql.SqlFile;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;

/** Gives each operation its snapshot. */
@Singleton
public class Snapshots {

  private final String version = SqlFile.read(Snapshots.class, "/sql/versions/version.sql");
  private final Pool pool;
  private final PositionQueries positions;

  Snapshots(Pool pool, PositionQueries positions) {
    this.pool = pool;
    this.positions = positions;
  }

  /**
   * The snapshot of the GraphQL operation that is being answered on this thread. Ask before
   * anything is waited for: later the thread may be another operation's.
   */
  public Snapshot current() {
    var context =
        SmallRyeContextManager.getCurrentSmallRyeContext()
            .getDataFetchingEnvironment()
            .getGraphQlContext();
    return context.computeIfAbsent(Snapshot.class, ignored -> open(null));
  }

  /** Gives an operation a snapshot in which at least the facts up to a position are. */
  void prepare(GraphQLContext operation, Position atLeast) {
    operation.put(Snapshot.class, open(atLeast));
  }

  private Snapshot open(Position atLeast) {
    return new Snapshot(
        pool, atLeast == null ? Uni.createFrom().voidItem() : positions.await(atLeast), version);
  }
}
