package io.minigram.botdetector.evidence;

import io.minigram.botdetector.reviews.FlaggedAccount;
import io.minigram.edge.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** What the scores of accounts rest on, over GraphQL. */
@GraphQLApi
@RolesAllowed(Roles.MODERATOR)
public class EvidenceApi {

  private final EvidenceQueries queries;

  EvidenceApi(EvidenceQueries queries) {
    this.queries = queries;
  }

  @Name("evidence")
  @Description(
      """
      With whom it acted together, and where, as the last run that flagged it saw it: one entry for \
      likes, comments and follows each, where there is any.\
      """)
  @NonNull
  public Uni<List<@NonNull List<@NonNull LockstepEvidence>>> evidence(
      @Source List<FlaggedAccount> accounts) {
    return queries.evidence(accounts);
  }

  @Name("pastScores")
  @Description(
      """
      Its scores in the latest runs whose scores are kept, the latest first; at most 50. Scores below \
      minigram.scoring.stored-from are not stored.\
      """)
  @NonNull
  public Uni<List<@NonNull List<@NonNull PastScore>>> pastScores(
      @Source List<FlaggedAccount> accounts) {
    return queries.pastScores(accounts);
  }
}
