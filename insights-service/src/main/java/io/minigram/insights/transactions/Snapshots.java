package io.minigram.insights.transactions;

import graphql.GraphQLContext;
import io.minigram.edge.sql.SqlFile;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.function.Function;

/** Gives each operation its snapshot. */
@Singleton
public class Snapshots {

  /** Under this an operation finds the snapshot that it shares with others. */
  public static final String CONTEXT_KEY = "minigram.snapshot";

  private final String version = SqlFile.read(Snapshots.class, "/sql/versions/version.sql");
  private final Pool pool;
  private final PositionQueries positions;
  private final AnswerCache cache;

  Snapshots(Pool pool, PositionQueries positions, AnswerCache cache) {
    this.cache = cache;
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
    return context.computeIfAbsent(CONTEXT_KEY, ignored -> open(null));
  }

  /** Work that reads on one snapshot, with more than one operation; it ends with the work. */
  public <T> Multi<T> reading(Function<Snapshot, Multi<T>> work) {
    return Multi.createFrom().resource(() -> open(null).share(), work).withFinalizer(Snapshot::end);
  }

  /** Gives an operation a snapshot in which at least the facts up to a position are. */
  void prepare(GraphQLContext operation, Position atLeast) {
    operation.put(CONTEXT_KEY, open(atLeast));
  }

  private Snapshot open(Position atLeast) {
    return new Snapshot(
        pool,
        atLeast == null ? Uni.createFrom().voidItem() : positions.await(atLeast),
        version,
        cache);
  }
}
