package io.minigram.botdetector.reviews;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import io.minigram.edge.identity.Roles;
import io.minigram.edge.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Flagged accounts and the moderators' decisions over GraphQL. */
@GraphQLApi
@RolesAllowed(Roles.MODERATOR)
public class ReviewApi {

  private static final String VERSION = "The version of the account that the moderator has seen.";
  private static final String NOTE = "Why, for other moderators; at most 2,000 characters.";

  private final ReviewQueries queries;
  private final ReviewRepository repository;
  private final Clock clock;

  ReviewApi(ReviewQueries queries, ReviewRepository repository, Clock clock) {
    this.queries = queries;
    this.repository = repository;
    this.clock = clock;
  }

  @Query("flaggedAccounts")
  @Description("The flagged accounts of one state, the highest score first, then by id.")
  @NonNull
  public Uni<FlaggedAccountConnection> flaggedAccounts(
      @Name("state") @DefaultValue("OPEN") @Description("Where the review stands.")
          ReviewState state,
      @Name("first") @DefaultValue("10") @Description("Accounts wanted, 1 to 100.") int first,
      @Name("after") @Description("Cursor of the account before the page.") String after) {
    return queries.accounts(state, new PageRequest(first, after)).map(FlaggedAccountConnection::of);
  }

  @Query("account")
  @Description("One account, if it stands flagged; else null.")
  public Uni<FlaggedAccount> account(
      @Name("id") @Id @NonNull @Description("Id of the account.") String id) {
    return queries.account(userId(id));
  }

  @Mutation("confirmAccount")
  @Description(
      """
      Decides that a flagged account is a bot. Fails with CONFLICT if somebody else has decided \
      since the given version, and with NOT_FOUND if the account does not stand flagged.\
      """)
  @NonNull
  public Uni<FlaggedAccount> confirmAccount(
      @Name("id") @Id @NonNull @Description("Id of the account.") String id,
      @Name("version") @Description(VERSION) int version,
      @Name("note") @Description(NOTE) String note) {
    return decide(id, version, ReviewState.CONFIRMED, note);
  }

  @Mutation("dismissAccount")
  @Description(
      """
      Decides that a flagged account is no bot. Fails with CONFLICT if somebody else has decided \
      since the given version, and with NOT_FOUND if the account does not stand flagged.\
      """)
  @NonNull
  public Uni<FlaggedAccount> dismissAccount(
      @Name("id") @Id @NonNull @Description("Id of the account.") String id,
      @Name("version") @Description(VERSION) int version,
      @Name("note") @Description(NOTE) String note) {
    return decide(id, version, ReviewState.DISMISSED, note);
  }

  private Uni<FlaggedAccount> decide(String id, int version, ReviewState state, String note) {
    var decision = new Decision(userId(id), version, state, note, clock.instant());
    return repository.decide(decision).flatMap(done -> queries.account(decision.userId()));
  }

  private static long userId(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException e) {
      throw RequestException.of(
          ErrorCode.BAD_ARGUMENT, "id must be the decimal number of an account", e);
    }
  }
}
