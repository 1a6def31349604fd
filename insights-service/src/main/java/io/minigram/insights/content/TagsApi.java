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

/** What photos are tagged with. */
@GraphQLApi
@RolesAllowed(Roles.VIEWER)
public class TagsApi {

  private static final String ORDER = "USES";
  private static final String ABOUT_ORDER = "What comes first, such as LIKES.";

  private final TagQueries queries;

  TagsApi(TagQueries queries) {
    this.queries = queries;
  }

  @Query
  @NonNull
  @Description(
      "All tag names, unused ones too. For example: tags(orderBy: LIKES, first: 5) { edges { node {"
          + " name likes } } }")
  public Uni<TagUseConnection> tags(
      @DefaultValue(ORDER) @Description(ABOUT_ORDER) TagOrder orderBy,
      @DefaultValue(Paging.FIRST) @Description(Paging.ABOUT_FIRST) int first,
      @Description(Paging.ABOUT_AFTER) String after) {
    return queries.tags(orderBy).map(uses -> connection(uses, first, after));
  }

  @Query
  @Description(
      "One tag name; null if no tag has it. For example: tag(name: \"love\") { ids uses likes"
          + " rankByUses }")
  public Uni<Tag> tag(
      @NonNull @Description("The tag's name, in upper and lower case as it is, such as love.")
          String name) {
    return queries.tag(name);
  }

  @Query
  @NonNull
  @Description(
      "Tags of highly engaged photos. For example: engagedPhotoTags(share: 0.01, first: 5) { edges"
          + " { node { name uses } } }")
  public Uni<TagUseConnection> engagedPhotoTags(
      @DefaultValue(EngagementRule.SHARE) @Description(EngagementRule.ABOUT_SHARE) double share,
      @Description(EngagementRule.ABOUT_MIN_ENGAGEMENT) Double minEngagement,
      @DefaultValue(EngagementRule.COMMENT_WEIGHT) @Description(EngagementRule.ABOUT_COMMENT_WEIGHT)
          double commentWeight,
      @DefaultValue(ORDER) @Description(ABOUT_ORDER) TagOrder orderBy,
      @DefaultValue(Paging.FIRST) @Description(Paging.ABOUT_FIRST) int first,
      @Description(Paging.ABOUT_AFTER) String after) {
    return queries
        .engagedPhotoTags(EngagementRule.of(share, minEngagement, commentWeight), orderBy)
        .map(uses -> connection(uses, first, after));
  }

  @Query
  @NonNull
  @Description(
      "Tags that influencers use, or that everyone else uses. For example: tagsByInfluence(usedBy:"
          + " INFLUENCERS, first: 5) { edges { node { name uses } } }")
  public Uni<TagUseConnection> tagsByInfluence(
      @NonNull @Description("Whose photos to look at, such as OTHERS.") TagUser usedBy,
      @DefaultValue(InfluencerRule.MIN_FOLLOWER_SHARE)
          @Description(InfluencerRule.ABOUT_MIN_FOLLOWER_SHARE)
          double minFollowerShare,
      @Description(InfluencerRule.ABOUT_TOP) Integer top,
      @DefaultValue(ORDER) @Description(ABOUT_ORDER) TagOrder orderBy,
      @DefaultValue(Paging.FIRST) @Description(Paging.ABOUT_FIRST) int first,
      @Description(Paging.ABOUT_AFTER) String after) {
    return queries
        .tagsBy(usedBy, InfluencerRule.of(minFollowerShare, top), orderBy)
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
