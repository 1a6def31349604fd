package io.minigram.botdetector.runs;

import io.minigram.botdetector.runs.RunOutcome.Kind;
import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import io.minigram.edge.identity.Roles;
import io.minigram.edge.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The scoring runs over GraphQL. */
@GraphQLApi
@RolesAllowed(Roles.MODERATOR)
public class RunApi {

  private final RunQueries queries;
  private final ScoringJob job;

  RunApi(RunQueries queries, ScoringJob job) {
    this.queries = queries;
    this.job = job;
  }

  @Query("latestRun")
  @Description("The newest scoring run; null before the first.")
  public Uni<Run> latestRun() {
    return queries.latest();
  }

  @Query("runs")
  @Description("The scoring runs, newest first.")
  @NonNull
  public Uni<RunConnection> runs(
      @Name("first") @DefaultValue("10") @Description("Runs wanted, 1 to 100.") int first,
      @Name("after") @Description("Cursor of the run before the page.") String after) {
    return queries.runs(new PageRequest(first, after)).map(RunConnection::of);
  }

  @Mutation("startRun")
  @Description(
      """
      Scores now instead of on schedule. The run in the answer has seen everything committed before \
      the call: it is a new one, or the last one if nothing has changed since. Fails with CONFLICT \
      while another run is going; ask again when that has ended.\
      """)
  @NonNull
  public Uni<Run> startRun() {
    return job.run().map(RunApi::answer);
  }

  private static Run answer(RunOutcome outcome) {
    if (outcome.kind() == Kind.BUSY) {
      throw RequestException.of(
          ErrorCode.CONFLICT, "Another run is going; ask again when it has ended");
    }
    return Run.of(outcome.run());
  }
}
