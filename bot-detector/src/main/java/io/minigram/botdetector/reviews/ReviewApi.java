package io.minigram.botdetector.reviews;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import io.minigram.edge.identity.Caller;
import io.minigram.edge.identity.Roles;
import io.minigram.edge.paging.PageRequest;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Accounts, their cases and what moderators do with them, over GraphQL. */
@GraphQLApi
@RolesAllowed(Roles.MODERATOR)
public class ReviewApi {

  private static final String ID = "Id of the account.";
  private static final String VERSION = "The version of the account that the moderator has seen.";
  private static final String NOTE = "Why, for other moderators; at most 2,000 characters.";

  private final ReviewQueries queries;
  private final ReviewRepository repository;
  private final SecurityIdentity identity;
  private final Clock clock;

  ReviewApi(
      ReviewQueries queries, ReviewRepository repository, SecurityIdentity identity, Clock clock) {
    this.queries = queries;
    this.repository = repository;
    this.identity = identity;
    this.clock = clock;
  }

  @Query("flaggedAccounts")
  @Description(
      """
      The flagged accounts of one state, the highest score first, then by id. Those that a moderator \
      flagged and that have no score are last.\
      """)
  @NonNull
  public Uni<AccountConnection> flaggedAccounts(
      @Name("state") @DefaultValue("OPEN") @Description("Where the review stands.")
          ReviewState state,
      @Name("minScore") @Description("Only scores of at least this, 0 to 1.") Double minScore,
      @Name("signal")
          @Description("Only accounts to whose score this signal contributed, such as CLOCK.")
          String signal,
      @Name("ring") @Id @Description("Only members of this ring.") String ring,
      @Name("first") @DefaultValue("10") @Description("Accounts wanted, 1 to 100.") int first,
      @Name("after") @Description("Cursor of the account before the page.") String after) {
    return queries
        .flagged(FlaggedFilter.of(state, minScore, signal, ring), new PageRequest(first, after))
        .map(AccountConnection::of);
  }

  @Query("account")
  @Description("One account, flagged or not; null if there is none and never was a case of it.")
  public Uni<Account> account(@Name("id") @Id @NonNull @Description(ID) String id) {
    return queries.account(userId(id));
  }

  @Query("accountEvents")
  @Description("What has happened to the case of an account, newest last; empty if it has none.")
  @NonNull
  public Uni<CaseEventConnection> accountEvents(
      @Name("id") @Id @NonNull @Description(ID) String id,
      @Name("first") @DefaultValue("10") @Description("Events wanted, 1 to 100.") int first,
      @Name("after") @Description("Cursor of the event before the page.") String after) {
    return queries.events(userId(id), new PageRequest(first, after)).map(CaseEventConnection::of);
  }

  @Mutation("flagAccount")
  @Description(
      """
      Flags an account by hand, which opens a case: it stands flagged until somebody decides, \
      whatever runs say. Fails with CONFLICT if it is flagged already or something has happened \
      since the given version, which is 0 if there was no case; and with NOT_FOUND if there is no \
      such account.\
      """)
  @NonNull
  public Uni<Account> flagAccount(
      @Name("id") @Id @NonNull @Description(ID) String id,
      @Name("version") @Description(VERSION) int version,
      @Name("note") @NonNull @Description(NOTE) String note) {
    return take(id, version, CaseEventKind.FLAGGED, note);
  }

  @Mutation("confirmAccount")
  @Description(
      """
      Decides that a flagged account is a bot. Fails with CONFLICT, which names what happened last \
      and who did it, if that was since the given version; and with NOT_FOUND if the account does \
      not stand flagged.\
      """)
  @NonNull
  public Uni<Account> confirmAccount(
      @Name("id") @Id @NonNull @Description(ID) String id,
      @Name("version") @Description(VERSION) int version,
      @Name("note") @Description(NOTE) String note) {
    return take(id, version, CaseEventKind.CONFIRMED, note);
  }

  @Mutation("dismissAccount")
  @Description(
      """
      Decides that a flagged account is no bot. Fails with CONFLICT, which names what happened last \
      and who did it, if that was since the given version; and with NOT_FOUND if the account does \
      not stand flagged.\
      """)
  @NonNull
  public Uni<Account> dismissAccount(
      @Name("id") @Id @NonNull @Description(ID) String id,
      @Name("version") @Description(VERSION) int version,
      @Name("note") @Description(NOTE) String note) {
    return take(id, version, CaseEventKind.DISMISSED, note);
  }

  @Mutation("undoDecision")
  @Description(
      """
      Undoes the decision that stands on an account, and brings back what was before: an open case, \
      or an earlier decision. Fails with CONFLICT, which names what happened last and who did it, if \
      that was since the given version or no decision stands; and with NOT_FOUND if the account does \
      not stand flagged.\
      """)
  @NonNull
  public Uni<Account> undoDecision(
      @Name("id") @Id @NonNull @Description(ID) String id,
      @Name("version") @Description(VERSION) int version,
      @Name("note") @Description(NOTE) String note) {
    return take(id, version, CaseEventKind.UNDONE, note);
  }

  private Uni<Account> take(String id, int version, CaseEventKind kind, String note) {
    // as exact as the database keeps it
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var step = new Step(userId(id), version, kind, note, Caller.subject(identity), now);
    return repository.take(step).flatMap(done -> queries.account(step.userId()));
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
