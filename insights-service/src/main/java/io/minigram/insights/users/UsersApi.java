package io.minigram.insights.users;

import io.minigram.edge.identity.Roles;
import io.minigram.edge.paging.PageRequest;
import io.minigram.insights.audience.UserSetQueries;
import io.minigram.insights.definitions.MeasuringDay;
import io.minigram.insights.definitions.Paging;
import io.minigram.insights.definitions.SuspectRule;
import io.minigram.insights.definitions.SuspectSet;
import io.minigram.insights.influence.InfluenceQueries;
import io.minigram.insights.influence.InfluenceScore;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Users one by one, and in order. */
@GraphQLApi
@RolesAllowed(Roles.VIEWER)
public class UsersApi {

  private final UsersQueries queries;
  private final UserSetQueries sets;
  private final InfluenceQueries influence;

  UsersApi(UsersQueries queries, UserSetQueries sets, InfluenceQueries influence) {
    this.queries = queries;
    this.sets = sets;
    this.influence = influence;
  }

  @Query
  @NonNull
  @Description(
      "All users in an order, with their rank, such as the oldest five:"
          + " users(orderBy: OLDEST, first: 5).")
  public Uni<UserConnection> users(
      @DefaultValue("ACTIVITY")
          @Description("Which users come first, such as OLDEST; the lower id among equals.")
          UserOrder orderBy,
      @Description(MeasuringDay.ABOUT) LocalDate measuredOn,
      @DefaultValue(Paging.FIRST) @Description(Paging.ABOUT_FIRST) int first,
      @Description(Paging.ABOUT_AFTER) String after) {
    var request = new PageRequest(first, after);
    var measured = sets.measuredOn(MeasuringDay.of(measuredOn));
    return Uni.combine()
        .all()
        .unis(queries.users(orderBy, measured, request), measured)
        .with(
            (found, day) -> {
              var page =
                  request.page(found.rows(), placed -> placed.position().toString(), found.users());
              return new UserConnection(
                  page.edges(
                      entry ->
                          new UserEdge(entry.row().user(), entry.cursor(), entry.row().rank())),
                  page.pageInfo(),
                  page.totalCount(),
                  day);
            });
  }

  @Query
  @Description(
      "One user with all its figures, such as user(id: 42); null if there is none with this id.")
  public Uni<UserProfile> user(
      @Id @NonNull @Description("Id of the user, such as 42.") String id,
      @Description(MeasuringDay.ABOUT) LocalDate measuredOn,
      @DefaultValue(SuspectRule.SUSPECTS) @Description(SuspectRule.ABOUT_SUSPECTS)
          SuspectSet suspects,
      @DefaultValue(SuspectRule.MIN_LIKED_SHARE) @Description(SuspectRule.ABOUT_MIN_LIKED_SHARE)
          double minLikedShare) {
    long userId = UserId.of(id);
    var measured = sets.measuredOn(MeasuringDay.of(measuredOn));
    return Uni.combine()
        .all()
        .unis(
            queries.user(userId, measured),
            influence.scoreOf(userId, SuspectRule.of(suspects, minLikedShare)),
            measured)
        .with(
            (standing, score, day) ->
                standing.isEmpty() ? null : profile(standing.get(0), score.get(0), day));
  }

  @Query
  @NonNull
  @Description(
      "Users of a name, which several may share, such as usersByName(username: \"amy25\"); by name"
          + " and id.")
  public Uni<NamedUserConnection> usersByName(
      @NonNull @Description("The name, or its beginning, 1 to 200 characters, such as amy25.")
          String username,
      @DefaultValue("EXACT")
          @Description("Which names are found, such as PREFIX for those that begin so.")
          NameMatch match,
      @DefaultValue(Paging.FIRST) @Description(Paging.ABOUT_FIRST) int first,
      @Description(Paging.ABOUT_AFTER) String after) {
    var request = new PageRequest(first, after);
    return queries
        .usersByName(new NameSearch(username, match), sets.measuredOn(null), request)
        .map(
            found -> {
              var page =
                  request.page(
                      found.rows(),
                      user -> new NamePosition(user.username(), user.id()).toString(),
                      found.users());
              return new NamedUserConnection(
                  page.edges(entry -> new NamedUserEdge(entry.row(), entry.cursor())),
                  page.pageInfo(),
                  page.totalCount());
            });
  }

  private static UserProfile profile(
      UsersQueries.Standing standing, InfluenceScore score, LocalDate measuredOn) {
    var user = standing.user();
    return new UserProfile(
        user.id(),
        user.username(),
        user.registeredAt(),
        user.photos(),
        user.likes(),
        user.comments(),
        user.following(),
        user.followers(),
        user.likesReceived(),
        user.commentsReceived(),
        user.likesPerPhoto(),
        user.commentsPerPhoto(),
        user.activity(),
        user.rate(),
        measuredOn,
        standing.ranks(),
        score,
        standing.suspectedBy());
  }
}
