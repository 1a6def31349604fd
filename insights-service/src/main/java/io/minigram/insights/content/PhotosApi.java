package io.minigram.insights.content;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import io.minigram.edge.identity.Roles;
import io.minigram.edge.paging.Page;
import io.minigram.edge.paging.PageRequest;
import io.minigram.insights.definitions.CommentWeight;
import io.minigram.insights.definitions.EngagementRule;
import io.minigram.insights.definitions.Paging;
import io.minigram.insights.definitions.SuspectRule;
import io.minigram.insights.definitions.SuspectSet;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Which photos there are, and which work. */
@GraphQLApi
@RolesAllowed(Roles.VIEWER)
public class PhotosApi {

  private final PhotoQueries queries;
  private final EngagementQueries engagement;

  PhotosApi(PhotoQueries queries, EngagementQueries engagement) {
    this.queries = queries;
    this.engagement = engagement;
  }

  @Query
  @NonNull
  @Description(
      "All photos in an order. The most liked one and its owner, for example: photos(orderBy:"
          + " LIKES, first: 1) { edges { node { id likes ownerUsername } } }")
  public Uni<PhotoConnection> photos(
      @DefaultValue("ENGAGEMENT") @Description("What comes first, such as LIKES.")
          PhotoOrder orderBy,
      @DefaultValue(EngagementRule.COMMENT_WEIGHT) @Description(EngagementRule.ABOUT_COMMENT_WEIGHT)
          double commentWeight,
      @DefaultValue(SuspectRule.SUSPECTS) @Description(SuspectRule.ABOUT_SUSPECTS)
          SuspectSet suspects,
      @DefaultValue(SuspectRule.MIN_LIKED_SHARE) @Description(SuspectRule.ABOUT_MIN_LIKED_SHARE)
          double minLikedShare,
      @DefaultValue(Paging.FIRST) @Description(Paging.ABOUT_FIRST) int first,
      @Description(Paging.ABOUT_AFTER) String after) {
    return queries
        .photos(
            orderBy,
            Weights.of(CommentWeight.of(commentWeight)),
            SuspectRule.of(suspects, minLikedShare),
            new PageRequest(first, after))
        .map(
            page ->
                new PhotoConnection(
                    page.edges(entry -> new PhotoEdge(entry.row(), entry.cursor())),
                    page.pageInfo(),
                    page.totalCount()));
  }

  @Query
  @Description(
      "One photo, ranked by engagement; null if there is none. For example: photo(id: 381) {"
          + " likes rank botShare }")
  public Uni<Photo> photo(
      @Id @NonNull @Description("Id of the photo, such as 381.") String id,
      @DefaultValue(EngagementRule.COMMENT_WEIGHT) @Description(EngagementRule.ABOUT_COMMENT_WEIGHT)
          double commentWeight,
      @DefaultValue(SuspectRule.SUSPECTS) @Description(SuspectRule.ABOUT_SUSPECTS)
          SuspectSet suspects,
      @DefaultValue(SuspectRule.MIN_LIKED_SHARE) @Description(SuspectRule.ABOUT_MIN_LIKED_SHARE)
          double minLikedShare) {
    return queries.photo(
        photoId(id),
        Weights.of(CommentWeight.of(commentWeight)),
        SuspectRule.of(suspects, minLikedShare));
  }

  @Query
  @NonNull
  @Description(
      "Highly engaged photos, the most engaged first. For example: engagedPhotos(share: 0.01) {"
          + " totalCount cutOff edges { node { id engagement } } }")
  public Uni<EngagedPhotoConnection> engagedPhotos(
      @DefaultValue(EngagementRule.SHARE) @Description(EngagementRule.ABOUT_SHARE) double share,
      @Description(EngagementRule.ABOUT_MIN_ENGAGEMENT) Double minEngagement,
      @DefaultValue(EngagementRule.COMMENT_WEIGHT) @Description(EngagementRule.ABOUT_COMMENT_WEIGHT)
          double commentWeight,
      @DefaultValue(SuspectRule.SUSPECTS) @Description(SuspectRule.ABOUT_SUSPECTS)
          SuspectSet suspects,
      @DefaultValue(SuspectRule.MIN_LIKED_SHARE) @Description(SuspectRule.ABOUT_MIN_LIKED_SHARE)
          double minLikedShare,
      @DefaultValue(Paging.FIRST) @Description(Paging.ABOUT_FIRST) int first,
      @Description(Paging.ABOUT_AFTER) String after) {
    var rule = EngagementRule.of(share, minEngagement, commentWeight);
    var weights = Weights.of(rule.commentWeight());
    var figures = queries.figures(weights, SuspectRule.of(suspects, minLikedShare));
    return engagement
        .photos(rule)
        .flatMap(
            photos -> {
              var page = Page.of(photos, EngagedPhoto::id, first, after);
              return figures
                  .of(
                      page.entries().stream()
                          .map(Page.Entry::row)
                          .collect(Collectors.toMap(EngagedPhoto::id, EngagedPhoto::rank)))
                  .map(
                      found ->
                          new EngagedPhotoConnection(
                              page.edges(
                                  entry ->
                                      new EngagedPhotoEdge(
                                          found.get(entry.row().id()), entry.cursor())),
                              page.pageInfo(),
                              page.totalCount(),
                              cutOff(photos, weights)));
            });
  }

  private static Double cutOff(List<EngagedPhoto> photos, Weights weights) {
    return photos.isEmpty() ? null : weights.engagement(photos.get(photos.size() - 1).sum());
  }

  private static long photoId(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException e) {
      throw RequestException.of(
          ErrorCode.BAD_ARGUMENT, "id must be a whole number, such as 381, got " + id, e);
    }
  }
}
