package io.minigram.insights.totals;

import io.minigram.edge.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** How large the network is. */
@GraphQLApi
@RolesAllowed(Roles.VIEWER)
public class TotalsApi {

  private final TotalsQueries queries;

  TotalsApi(TotalsQueries queries) {
    this.queries = queries;
  }

  @Query
  @NonNull
  @Description(
      "How large the network is, and what comes on average to a user and to a photo, such as 20.17"
          + " likes.")
  public Uni<Totals> totals() {
    return queries.totals();
  }
}
