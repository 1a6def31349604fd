package io.minigram.insights.live;

import io.minigram.edge.identity.Roles;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;

/** What goes on at this moment. */
@GraphQLApi
@RolesAllowed(Roles.VIEWER)
public class LiveApi {

  private final LiveQueries queries;

  LiveApi(LiveQueries queries) {
    this.queries = queries;
  }

  @Subscription
  @NonNull
  @Description(
      "The headline figures at once, and again whenever new facts are in, at most twice a second."
          + " For example: subscription { headline { asOf { time } likes } }")
  public Multi<Headline> headline() {
    return queries.headlines();
  }
}
