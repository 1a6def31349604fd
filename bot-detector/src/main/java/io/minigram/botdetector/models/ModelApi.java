package io.minigram.botdetector.models;

import io.minigram.edge.identity.Roles;
import io.minigram.edge.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Models and signals over GraphQL. */
@GraphQLApi
@RolesAllowed(Roles.MODERATOR)
public class ModelApi {

  private final ModelQueries queries;

  ModelApi(ModelQueries queries) {
    this.queries = queries;
  }

  @Query("models")
  @Description("The models that have scored, the newest first.")
  @NonNull
  public Uni<ScoringModelConnection> models(
      @Name("first") @DefaultValue("10") @Description("Models wanted, 1 to 100.") int first,
      @Name("after") @Description("Cursor of the model before the page.") String after) {
    return queries.models(new PageRequest(first, after)).map(ScoringModelConnection::of);
  }

  @Query("signals")
  @Description(
      """
      The signals of the latest run's model, by name, each with how often moderators agreed where it \
      contributed. Empty before the first run.\
      """)
  @NonNull
  public Uni<@NonNull List<@NonNull SignalPrecision>> signals() {
    return queries.signals();
  }
}
