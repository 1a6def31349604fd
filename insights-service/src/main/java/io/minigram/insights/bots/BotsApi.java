package io.minigram.insights.bots;

import io.minigram.edge.identity.Roles;
import io.minigram.edge.paging.Page;
import io.minigram.insights.definitions.Paging;
import io.minigram.insights.definitions.Share;
import io.minigram.insights.definitions.SuspectRule;
import io.minigram.insights.definitions.SuspectSet;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
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
  @Description(
      "Suspected bots, those with most likes first, and how much they are of the network. For"
          + " example: suspectedBots(suspects: CONFIRMED) { totalCount shareOfLikes }")
  public Uni<SuspectedBotConnection> suspectedBots(
      @DefaultValue(SuspectRule.SUSPECTS) @Description(SuspectRule.ABOUT_SUSPECTS)
          SuspectSet suspects,
      @DefaultValue(SuspectRule.MIN_LIKED_SHARE) @Description(SuspectRule.ABOUT_MIN_LIKED_SHARE)
          double minLikedShare,
      @DefaultValue(Paging.FIRST) @Description(Paging.ABOUT_FIRST) int first,
      @Description(Paging.ABOUT_AFTER) String after) {
    return queries
        .suspectedBots(SuspectRule.of(suspects, minLikedShare))
        .map(
            bots -> {
              var page = Page.of(bots.ranked(), SuspectedBot::id, first, after);
              return new SuspectedBotConnection(
                  page.edges(entry -> new SuspectedBotEdge(entry.row(), entry.cursor())),
                  page.pageInfo(),
                  page.totalCount(),
                  bots.shareOfUsers(),
                  bots.likes(),
                  bots.shareOfLikes());
            });
  }

  @Query
  @NonNull
  @Description(
      "How many of a photo's likes come from suspected bots, and how many from others. For example:"
          + " likesPerPhoto { meanFromBots meanShareFromBots }")
  public Uni<LikesPerPhoto> likesPerPhoto(
      @DefaultValue(SuspectRule.SUSPECTS) @Description(SuspectRule.ABOUT_SUSPECTS)
          SuspectSet suspects,
      @DefaultValue(SuspectRule.MIN_LIKED_SHARE) @Description(SuspectRule.ABOUT_MIN_LIKED_SHARE)
          double minLikedShare) {
    return queries.likesPerPhoto(SuspectRule.of(suspects, minLikedShare));
  }

  @Query
  @NonNull
  @Description(
      "What everyone else does on the photos with a like, by quarters of the share of their likes"
          + " that comes from suspected bots: all four. It shows what goes together, not what"
          + " causes what: a photo with few likes from others has a high share from bots for that"
          + " alone. For example: botPressure { quartile meanLikesFromOthers meanCommentsFromOthers"
          + " }")
  public Uni<List<@NonNull BotPressure>> botPressure(
      @DefaultValue(SuspectRule.SUSPECTS) @Description(SuspectRule.ABOUT_SUSPECTS)
          SuspectSet suspects,
      @DefaultValue(SuspectRule.MIN_LIKED_SHARE) @Description(SuspectRule.ABOUT_MIN_LIKED_SHARE)
          double minLikedShare) {
    return queries.pressure(SuspectRule.of(suspects, minLikedShare));
  }

  @Query
  @NonNull
  @Description(
      "Boosted users: much of the liking on their photos is done by suspected bots. The highest"
          + " share first; a share of few likes says little, and is not certain. For example:"
          + " boostedUsers(onlyCertain: true) { edges { node { username botShareLowerBound } } }")
  public Uni<BoostedUserConnection> boostedUsers(
      @DefaultValue("0.5")
          @Description(
              "At least this share of their likes comes from suspected bots, 0 to 1, such as 0.5.")
          double minBotShare,
      @DefaultValue(SuspectRule.SUSPECTS) @Description(SuspectRule.ABOUT_SUSPECTS)
          SuspectSet suspects,
      @DefaultValue(SuspectRule.MIN_LIKED_SHARE) @Description(SuspectRule.ABOUT_MIN_LIKED_SHARE)
          double minLikedShare,
      @DefaultValue(Confidence.DEFAULT)
          @Description(
              "How sure the lower bound of the share is to be, above 0 and below 1, such as 0.95.")
          double confidence,
      @DefaultValue("false")
          @Description("Whether to leave out those who are not certain, such as true.")
          boolean onlyCertain,
      @DefaultValue(Paging.FIRST) @Description(Paging.ABOUT_FIRST) int first,
      @Description(Paging.ABOUT_AFTER) String after) {
    var share = Share.of("minBotShare", minBotShare);
    var sure = Confidence.of(confidence);
    return queries
        .boosts(SuspectRule.of(suspects, minLikedShare), share)
        .map(
            boosts -> {
              var shown =
                  onlyCertain
                      ? boosts.stream().filter(boost -> boost.isCertain(sure, share)).toList()
                      : boosts;
              var page = Page.of(shown, Boost::userId, first, after);
              return new BoostedUserConnection(
                  page.edges(
                      entry ->
                          new BoostedUserEdge(entry.row().judged(sure, share), entry.cursor())),
                  page.pageInfo(),
                  page.totalCount());
            });
  }
}
