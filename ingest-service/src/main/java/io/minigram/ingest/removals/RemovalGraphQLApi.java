package io.minigram.ingest.removals;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import io.minigram.edge.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** How far removals are. */
@GraphQLApi
@RolesAllowed({Roles.INGESTOR, Roles.ADMIN})
public class RemovalGraphQLApi {

  private final RemovalQueries removals;

  RemovalGraphQLApi(RemovalQueries removals) {
    this.removals = removals;
  }

  @Query
  @NonNull
  @Description("How far the removal of an account or photo is.")
  public Uni<Removal> removal(
      @NonNull @Name("target") @Description("What was removed.") RemovalTarget target,
      @Id @NonNull @Name("id") @Description("Its id.") String id) {
    try {
      return removals.get(target, Long.parseLong(id));
    } catch (NumberFormatException e) {
      throw RequestException.of(ErrorCode.BAD_ARGUMENT, "An id is a decimal number");
    }
  }
}
