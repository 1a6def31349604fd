package io.minigram.insights.bots;

import io.minigram.edge.identity.Roles;
import io.minigram.edge.paging.Page;
import io.minigram.insights.definitions.Paging;
import io.minigram.insights.definitions.Share;
import io.minigram.insights.definitions.SuspectRule;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Who is suspected to be a bot, and what suspected bots do to everyone else's figures. */
@GraphQLApi
@RolesAllowed(Roles.VIEWER)
public class BotsApi {

  private final BotsQueries queries;

  BotsApi(BotsQueries queries) {
    this.queries = queries;
  }

  @Query
  @NonNull
  @Description("Suspected bots, those with most likes first, and how much they are of the network.")
  public Uni<SuspectedBotConnection> suspectedBots(
      @DefaultValue(SuspectRule.MIN_LIKED_SHARE) @Description(SuspectRule.ABOUT_MIN_LIKED_SHARE)
          double minLikedShare,
      @DefaultValue(Paging.FIRST) @Description(Paging.ABOUT_FIRST) int first,
      @Description(Paging.ABOUT_AFTER) String after) {
    return queries
        .suspectedBots(SuspectRule.of(minLikedShare))
        .map(
            suspects -> {
              var page = Page.of(suspects.ranked(), SuspectedBot::id, first, after);
              return new SuspectedBotConnection(
                  page.edges(entry -> new SuspectedBotEdge(entry.row(), entry.cursor())),
                  page.pageInfo(),
                  page.totalCount(),
                  suspects.shareOfUsers(),
                  suspects.likes(),
                  suspects.shareOfLikes());
            });
  }

  @Query
  @NonNull
  @Description("How many of a photo's likes come from suspected bots, and how many from others.")
  public Uni<LikesPerPhoto> likesPerPhoto(
      @DefaultValue(SuspectRule.MIN_LIKED_SHARE) @Description(SuspectRule.ABOUT_MIN_LIKED_SHARE)
          double minLikedShare) {
    return queries.likesPerPhoto(SuspectRule.of(minLikedShare));
  }

  @Query
  @NonNull
  @Description(
      "Boosted users: much of the liking on their photos is done by suspected bots. The highest"
          + " share first; a share of few likes says little.")
  public Uni<BoostedUserConnection> boostedUsers(
      @DefaultValue("0.5")
          @Description("At least this share of their likes comes from suspected bots, 0 to 1.")
          double minBotShare,
      @DefaultValue(SuspectRule.MIN_LIKED_SHARE) @Description(SuspectRule.ABOUT_MIN_LIKED_SHARE)
          double minLikedShare,
      @DefaultValue(Paging.FIRST) @Description(Paging.ABOUT_FIRST) int first,
      @Description(Paging.ABOUT_AFTER) String after) {
    return queries
        .boostedUsers(SuspectRule.of(minLikedShare), Share.of("minBotShare", minBotShare))
        .map(
            users -> {
              var page = Page.of(users, BoostedUser::id, first, after);
              return new BoostedUserConnection(
                  page.edges(entry -> new BoostedUserEdge(entry.row(), entry.cursor())),
                  page.pageInfo(),
                  page.totalCount());
            });
  }
}
