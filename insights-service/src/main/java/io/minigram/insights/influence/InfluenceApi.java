package io.minigram.insights.influence;

import io.minigram.edge.identity.Roles;
import io.minigram.edge.paging.PageRequest;
import io.minigram.insights.definitions.CommentWeight;
import io.minigram.insights.definitions.Confidence;
import io.minigram.insights.definitions.EngagementRule;
import io.minigram.insights.definitions.InfluencerRule;
import io.minigram.insights.definitions.MeasuringDay;
import io.minigram.insights.definitions.Paging;
import io.minigram.insights.definitions.SuspectRule;
import io.minigram.insights.definitions.SuspectSet;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Influencers, and how they compare with everyone else. */
@GraphQLApi
@RolesAllowed(Roles.VIEWER)
public class InfluenceApi {

  private final InfluenceQueries queries;

  InfluenceApi(InfluenceQueries queries) {
    this.queries = queries;
  }

  @Query
  @NonNull
  @Description(
      "Influencers: the users whom most follow, each with an influence score and its reasons. All"
          + " who are followed, by score: influencers(minFollowerShare: 0, orderBy: SCORE).")
  public Uni<InfluencerConnection> influencers(
      @DefaultValue(InfluencerRule.MIN_FOLLOWER_SHARE)
          @Description(InfluencerRule.ABOUT_MIN_FOLLOWER_SHARE)
          double minFollowerShare,
      @Description(InfluencerRule.ABOUT_TOP) Integer top,
      @DefaultValue("FOLLOWERS")
          @Description("Which come first, such as SCORE; the lower id among equals.")
          InfluencerOrder orderBy,
      @DefaultValue(SuspectRule.SUSPECTS) @Description(SuspectRule.ABOUT_SUSPECTS)
          SuspectSet suspects,
      @DefaultValue(SuspectRule.MIN_LIKED_SHARE) @Description(SuspectRule.ABOUT_MIN_LIKED_SHARE)
          double minLikedShare,
      @DefaultValue(Paging.FIRST) @Description(Paging.ABOUT_FIRST) int first,
      @Description(Paging.ABOUT_AFTER) String after) {
    var request = new PageRequest(first, after);
    return queries
        .influencers(
            InfluencerRule.of(minFollowerShare, top),
            SuspectRule.of(suspects, minLikedShare),
            orderBy,
            request)
        .map(
            found -> {
              var page =
                  request.page(
                      found.rows(), placed -> placed.position().toString(), found.influencers());
              return new InfluencerConnection(
                  page.edges(entry -> new InfluencerEdge(entry.row().influencer(), entry.cursor())),
                  page.pageInfo(),
                  page.totalCount(),
                  found.shareOfUsers());
            });
  }

  @Query
  @NonNull
  @Description(
      "How active influencers are, and everyone else with and without suspected bots, such as"
          + " 179.62, 196.15 and 180.92.")
  public Uni<ActivityMeans> activityMeans(
      @DefaultValue(InfluencerRule.MIN_FOLLOWER_SHARE)
          @Description(InfluencerRule.ABOUT_MIN_FOLLOWER_SHARE)
          double minFollowerShare,
      @Description(InfluencerRule.ABOUT_TOP) Integer top,
      @DefaultValue(SuspectRule.SUSPECTS) @Description(SuspectRule.ABOUT_SUSPECTS)
          SuspectSet suspects,
      @DefaultValue(SuspectRule.MIN_LIKED_SHARE) @Description(SuspectRule.ABOUT_MIN_LIKED_SHARE)
          double minLikedShare,
      @Description(MeasuringDay.ABOUT) LocalDate measuredOn) {
    return queries
        .groups(
            InfluencerRule.of(minFollowerShare, top),
            SuspectRule.of(suspects, minLikedShare),
            MeasuringDay.of(measuredOn))
        .map(ActivityMeans::of);
  }

  @Query
  @NonNull
  @Description(
      "Influencers against everyone else, with and without suspected bots: activity, activity rate,"
          + " posts and followers to following, with t-tests, such as"
          + " influencerComparison { posts { welchTest { pValue } } }.")
  public Uni<InfluencerComparison> influencerComparison(
      @DefaultValue(InfluencerRule.MIN_FOLLOWER_SHARE)
          @Description(InfluencerRule.ABOUT_MIN_FOLLOWER_SHARE)
          double minFollowerShare,
      @Description(InfluencerRule.ABOUT_TOP) Integer top,
      @DefaultValue(SuspectRule.SUSPECTS) @Description(SuspectRule.ABOUT_SUSPECTS)
          SuspectSet suspects,
      @DefaultValue(SuspectRule.MIN_LIKED_SHARE) @Description(SuspectRule.ABOUT_MIN_LIKED_SHARE)
          double minLikedShare,
      @Description(MeasuringDay.ABOUT) LocalDate measuredOn,
      @DefaultValue(Confidence.LEVEL) @Description(Confidence.ABOUT) double confidence) {
    var level = new Confidence(confidence);
    return queries.comparison(
        InfluencerRule.of(minFollowerShare, top),
        SuspectRule.of(suspects, minLikedShare),
        MeasuringDay.of(measuredOn),
        level);
  }

  @Query
  @NonNull
  @Description(
      "How much users engage with influencers' photos and with everyone else's, over the pairs of"
          + " an acting user and an owner that interacted at all, such as 5.366 and 1.276.")
  public Uni<PairEngagement> pairEngagement(
      @DefaultValue(InfluencerRule.MIN_FOLLOWER_SHARE)
          @Description(InfluencerRule.ABOUT_MIN_FOLLOWER_SHARE)
          double minFollowerShare,
      @Description(InfluencerRule.ABOUT_TOP) Integer top,
      @DefaultValue(EngagementRule.COMMENT_WEIGHT) @Description(EngagementRule.ABOUT_COMMENT_WEIGHT)
          double commentWeight,
      @DefaultValue(SuspectRule.SUSPECTS) @Description(SuspectRule.ABOUT_SUSPECTS)
          SuspectSet suspects,
      @DefaultValue(SuspectRule.MIN_LIKED_SHARE) @Description(SuspectRule.ABOUT_MIN_LIKED_SHARE)
          double minLikedShare,
      @DefaultValue(Confidence.LEVEL) @Description(Confidence.ABOUT) double confidence) {
    var weight = CommentWeight.of(commentWeight);
    var level = new Confidence(confidence);
    return queries.pairEngagement(
        InfluencerRule.of(minFollowerShare, top),
        SuspectRule.of(suspects, minLikedShare),
        weight,
        level);
  }

  @Query
  @NonNull
  @Description(
      "Whether who has more followers gets more likes a photo: correlations over the users with at"
          + " least one photo, such as followersAndLikes { spearman { coefficient pValue } }.")
  public Uni<FollowersAndLikes> followersAndLikes() {
    return queries.followersAndLikes();
  }
}
