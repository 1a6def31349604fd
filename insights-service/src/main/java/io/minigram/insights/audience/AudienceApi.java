package io.minigram.insights.audience;

import io.minigram.edge.identity.Roles;
import io.minigram.edge.paging.Page;
import io.minigram.insights.definitions.CommentWeight;
import io.minigram.insights.definitions.EngagementRule;
import io.minigram.insights.definitions.InfluencerRule;
import io.minigram.insights.definitions.Paging;
import io.minigram.insights.definitions.Share;
import io.minigram.insights.definitions.SuspectRule;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Who the users are: the active and the inactive, influencers and everyone else. */
@GraphQLApi
@RolesAllowed(Roles.VIEWER)
public class AudienceApi {

  private final AudienceQueries queries;

  AudienceApi(AudienceQueries queries) {
    this.queries = queries;
  }

  @Query
  @NonNull
  @Description("Influencers: the users whom most follow, the most followed first.")
  public Uni<InfluencerConnection> influencers(
      @DefaultValue(InfluencerRule.MIN_FOLLOWER_SHARE)
          @Description(InfluencerRule.ABOUT_MIN_FOLLOWER_SHARE)
          double minFollowerShare,
      @Description(InfluencerRule.ABOUT_TOP) Integer top,
      @DefaultValue(Paging.FIRST) @Description(Paging.ABOUT_FIRST) int first,
      @Description(Paging.ABOUT_AFTER) String after) {
    return queries
        .influencers(InfluencerRule.of(minFollowerShare, top))
        .map(
            influencers -> {
              var page = Page.of(influencers.ranked(), Influencer::id, first, after);
              return new InfluencerConnection(
                  page.edges(entry -> new InfluencerEdge(entry.row(), entry.cursor())),
                  page.pageInfo(),
                  page.totalCount(),
                  influencers.shareOfUsers());
            });
  }

  @Query
  @NonNull
  @Description("The most or the least active users, the most extreme first.")
  public Uni<CohortMemberConnection> cohort(
      @NonNull @Description(CohortRule.ABOUT_COHORT) CohortKind cohort,
      @NonNull @Description(CohortRule.ABOUT_MEASURE) Measure by,
      @DefaultValue(CohortRule.SHARE) @Description(CohortRule.ABOUT_SHARE) double share,
      @DefaultValue(CohortRule.BOT_LIKE_ACTIVITY) @Description(CohortRule.ABOUT_BOT_LIKE_ACTIVITY)
          long botLikeActivity,
      @DefaultValue(CohortRule.YOUNG_DAYS) @Description(CohortRule.ABOUT_YOUNG_DAYS) int youngDays,
      @Description(CohortRule.ABOUT_MEASURED_ON) LocalDate measuredOn,
      @DefaultValue(Paging.FIRST) @Description(Paging.ABOUT_FIRST) int first,
      @Description(Paging.ABOUT_AFTER) String after) {
    var rule =
        new CohortRule(
            cohort, by, Share.of("share", share), botLikeActivity, youngDays, measuredOn);
    return queries
        .cohort(rule)
        .map(
            found -> {
              var page = Page.of(found.members(), CohortMember::id, first, after);
              return new CohortMemberConnection(
                  page.edges(entry -> new CohortMemberEdge(entry.row(), entry.cursor())),
                  page.pageInfo(),
                  page.totalCount(),
                  found.cutOff(by),
                  found.measuredOn());
            });
  }

  @Query
  @NonNull
  @Description(
      "On which days of the week, UTC, the most or the least active users post, like, comment and"
          + " follow: Monday first.")
  public Uni<List<@NonNull CohortDay>> cohortWeekdays(
      @NonNull @Description(CohortRule.ABOUT_COHORT) CohortKind cohort,
      @NonNull @Description(CohortRule.ABOUT_MEASURE) Measure by,
      @DefaultValue(CohortRule.SHARE) @Description(CohortRule.ABOUT_SHARE) double share,
      @DefaultValue(CohortRule.BOT_LIKE_ACTIVITY) @Description(CohortRule.ABOUT_BOT_LIKE_ACTIVITY)
          long botLikeActivity,
      @DefaultValue(CohortRule.YOUNG_DAYS) @Description(CohortRule.ABOUT_YOUNG_DAYS) int youngDays,
      @Description(CohortRule.ABOUT_MEASURED_ON) LocalDate measuredOn) {
    return queries.cohortWeekdays(
        new CohortRule(
            cohort, by, Share.of("share", share), botLikeActivity, youngDays, measuredOn));
  }

  @Query
  @NonNull
  @Description("How active influencers are, and everyone else with and without suspected bots.")
  public Uni<ActivityMeans> activityMeans(
      @DefaultValue(InfluencerRule.MIN_FOLLOWER_SHARE)
          @Description(InfluencerRule.ABOUT_MIN_FOLLOWER_SHARE)
          double minFollowerShare,
      @Description(InfluencerRule.ABOUT_TOP) Integer top,
      @DefaultValue(SuspectRule.MIN_LIKED_SHARE) @Description(SuspectRule.ABOUT_MIN_LIKED_SHARE)
          double minLikedShare,
      @Description(CohortRule.ABOUT_MEASURED_ON) LocalDate measuredOn) {
    return queries.activityMeans(
        InfluencerRule.of(minFollowerShare, top), SuspectRule.of(minLikedShare), measuredOn);
  }

  @Query
  @NonNull
  @Description(
      "How much users engage with influencers' photos and with everyone else's, over the pairs of"
          + " an acting user and an owner that interacted at all.")
  public Uni<PairEngagement> pairEngagement(
      @DefaultValue(InfluencerRule.MIN_FOLLOWER_SHARE)
          @Description(InfluencerRule.ABOUT_MIN_FOLLOWER_SHARE)
          double minFollowerShare,
      @Description(InfluencerRule.ABOUT_TOP) Integer top,
      @DefaultValue(EngagementRule.COMMENT_WEIGHT) @Description(EngagementRule.ABOUT_COMMENT_WEIGHT)
          double commentWeight) {
    return queries.pairEngagement(
        InfluencerRule.of(minFollowerShare, top), CommentWeight.of(commentWeight));
  }
}
