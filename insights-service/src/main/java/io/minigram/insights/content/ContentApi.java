package io.minigram.insights.content;

import io.minigram.edge.identity.Roles;
import io.minigram.edge.paging.Page;
import io.minigram.insights.definitions.EngagementRule;
import io.minigram.insights.definitions.InfluencerRule;
import io.minigram.insights.definitions.Paging;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** What is posted, and what works. */
@GraphQLApi
@RolesAllowed(Roles.VIEWER)
public class ContentApi {

  private final ContentQueries queries;

  ContentApi(ContentQueries queries) {
    this.queries = queries;
  }

  @Query
  @NonNull
  @Description("Highly engaged photos, the most engaged first.")
  public Uni<EngagedPhotoConnection> engagedPhotos(
      @DefaultValue(EngagementRule.SHARE) @Description(EngagementRule.ABOUT_SHARE) double share,
      @Description(EngagementRule.ABOUT_MIN_ENGAGEMENT) Double minEngagement,
      @DefaultValue(EngagementRule.COMMENT_WEIGHT) @Description(EngagementRule.ABOUT_COMMENT_WEIGHT)
          double commentWeight,
      @DefaultValue(Paging.FIRST) @Description(Paging.ABOUT_FIRST) int first,
      @Description(Paging.ABOUT_AFTER) String after) {
    return queries
        .engagedPhotos(EngagementRule.of(share, minEngagement, commentWeight))
        .map(
            photos -> {
              var page = Page.of(photos, EngagedPhoto::id, first, after);
              return new EngagedPhotoConnection(
                  page.edges(entry -> new EngagedPhotoEdge(entry.row(), entry.cursor())),
                  page.pageInfo(),
                  page.totalCount(),
                  photos.isEmpty() ? null : photos.get(photos.size() - 1).engagement());
            });
  }

  @Query
  @NonNull
  @Description("Tags of highly engaged photos, the most used first.")
  public Uni<TagUseConnection> engagedPhotoTags(
      @DefaultValue(EngagementRule.SHARE) @Description(EngagementRule.ABOUT_SHARE) double share,
      @Description(EngagementRule.ABOUT_MIN_ENGAGEMENT) Double minEngagement,
      @DefaultValue(EngagementRule.COMMENT_WEIGHT) @Description(EngagementRule.ABOUT_COMMENT_WEIGHT)
          double commentWeight,
      @DefaultValue(Paging.FIRST) @Description(Paging.ABOUT_FIRST) int first,
      @Description(Paging.ABOUT_AFTER) String after) {
    return queries
        .engagedPhotoTags(EngagementRule.of(share, minEngagement, commentWeight))
        .map(uses -> connection(uses, first, after));
  }

  @Query
  @NonNull
  @Description("At which hours of the day, UTC, highly engaged photos were posted: all 24 hours.")
  public Uni<List<@NonNull EngagedHour>> engagedPhotoHours(
      @DefaultValue(EngagementRule.SHARE) @Description(EngagementRule.ABOUT_SHARE) double share,
      @Description(EngagementRule.ABOUT_MIN_ENGAGEMENT) Double minEngagement,
      @DefaultValue(EngagementRule.COMMENT_WEIGHT) @Description(EngagementRule.ABOUT_COMMENT_WEIGHT)
          double commentWeight) {
    return queries.engagedPhotoHours(EngagementRule.of(share, minEngagement, commentWeight));
  }

  @Query
  @NonNull
  @Description("Tags that influencers use, or that everyone else uses, the most used first.")
  public Uni<TagUseConnection> tagsByInfluence(
      @NonNull @Description("Whose photos to look at.") TagUser usedBy,
      @DefaultValue(InfluencerRule.MIN_FOLLOWER_SHARE)
          @Description(InfluencerRule.ABOUT_MIN_FOLLOWER_SHARE)
          double minFollowerShare,
      @Description(InfluencerRule.ABOUT_TOP) Integer top,
      @DefaultValue(Paging.FIRST) @Description(Paging.ABOUT_FIRST) int first,
      @Description(Paging.ABOUT_AFTER) String after) {
    return queries
        .tagsBy(usedBy, InfluencerRule.of(minFollowerShare, top))
        .map(uses -> connection(uses, first, after));
  }

  private static TagUseConnection connection(List<TagUse> uses, int first, String after) {
    var page = Page.of(uses, TagUse::tagId, first, after);
    return new TagUseConnection(
        page.edges(entry -> new TagUseEdge(entry.row(), entry.cursor())),
        page.pageInfo(),
        page.totalCount());
  }
}
