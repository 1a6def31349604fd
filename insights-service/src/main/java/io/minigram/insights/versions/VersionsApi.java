package io.minigram.insights.versions;

import io.minigram.edge.identity.Roles;
import io.minigram.insights.transactions.AsOf;
import io.minigram.insights.transactions.Snapshots;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** As of when the answers are. */
@GraphQLApi
@RolesAllowed(Roles.VIEWER)
public class VersionsApi {

  private final Snapshots snapshots;

  VersionsApi(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  @Query
  @NonNull
  @Description("Which facts this answer knows; every answer also carries it in extensions.asOf.")
  public Uni<AsOf> asOf() {
    return snapshots.current().asOf();
  }
}
