package io.minigram.insights.totals;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** How large the network is. */
@GraphQLApi
public class TotalsApi {

  private final TotalsQueries queries;

  TotalsApi(TotalsQueries queries) {
    this.queries = queries;
  }

  @Query
  @NonNull
  @Description("How large the network is, and what comes on average to a user and to a photo.")
  public Uni<Totals> totals() {
    return queries.totals();
  }
}
