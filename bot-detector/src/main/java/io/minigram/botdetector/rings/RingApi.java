package io.minigram.botdetector.rings;

import io.minigram.botdetector.reviews.FlaggedAccount;
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
import org.eclipse.microprofile.graphql.Source;

/** Rings over GraphQL. */
@GraphQLApi
@RolesAllowed(Roles.MODERATOR)
public class RingApi {

  private final RingQueries queries;

  RingApi(RingQueries queries) {
    this.queries = queries;
  }

  @Query("rings")
  @Description("The rings that the latest run found, those with most members first.")
  @NonNull
  public Uni<RingConnection> rings(
      @Name("first") @DefaultValue("10") @Description("Rings wanted, 1 to 100.") int first,
      @Name("after") @Description("Cursor of the ring before the page.") String after) {
    return queries.rings(new PageRequest(first, after)).map(RingConnection::of);
  }

  @Name("ring")
  @Description("The ring that it is in, as the last run that flagged it saw it; null if in none.")
  public Uni<List<Ring>> ring(@Source List<FlaggedAccount> accounts) {
    return queries.rings(accounts);
  }

  @Name("members")
  @Description("The accounts in it, the highest scores first; at most 100.")
  @NonNull
  public Uni<List<@NonNull List<@NonNull RingMember>>> members(@Source List<Ring> rings) {
    return queries.members(rings);
  }

  @Name("owners")
  @Description("On whom its likes, comments and follows fell, the most first; at most 20.")
  @NonNull
  public Uni<List<@NonNull List<@NonNull RingOwner>>> owners(@Source List<Ring> rings) {
    return queries.owners(rings);
  }
}
