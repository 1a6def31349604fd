package io.minigram.insights.content;

import io.minigram.edge.identity.Roles;
import io.minigram.insights.definitions.EngagementRule;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** When to post. */
@GraphQLApi
@RolesAllowed(Roles.VIEWER)
public class HoursApi {

  private static final String ABOUT_TIME_ZONE =
      "Whose hours, as an IANA name, such as Europe/Berlin.";

  private final HourQueries queries;

  HoursApi(HourQueries queries) {
    this.queries = queries;
  }

  @Query
  @NonNull
  @Description(
      "At which hours of the day highly engaged photos were posted: all 24 hours. For example:"
          + " engagedPhotoHours { hour engagedPhotos rate }")
  public Uni<List<@NonNull EngagedHour>> engagedPhotoHours(
      @DefaultValue(EngagementRule.SHARE) @Description(EngagementRule.ABOUT_SHARE) double share,
      @Description(EngagementRule.ABOUT_MIN_ENGAGEMENT) Double minEngagement,
      @DefaultValue(EngagementRule.COMMENT_WEIGHT) @Description(EngagementRule.ABOUT_COMMENT_WEIGHT)
          double commentWeight,
      @NonNull @DefaultValue(LocalHours.UTC) @Description(ABOUT_TIME_ZONE) String timeZone) {
    return queries.engagedHours(
        EngagementRule.of(share, minEngagement, commentWeight), LocalHours.in(timeZone));
  }

  @Query
  @NonNull
  @Description(
      "The hours of the day at which it is best to post: those of which most photos became highly"
          + " engaged, with a test of whether that is more than chance. For example: postingHours {"
          + " best worst evenness { pValue } }")
  public Uni<PostingHours> postingHours(
      @DefaultValue(EngagementRule.SHARE) @Description(EngagementRule.ABOUT_SHARE) double share,
      @Description(EngagementRule.ABOUT_MIN_ENGAGEMENT) Double minEngagement,
      @DefaultValue(EngagementRule.COMMENT_WEIGHT) @Description(EngagementRule.ABOUT_COMMENT_WEIGHT)
          double commentWeight,
      @NonNull @DefaultValue(LocalHours.UTC) @Description(ABOUT_TIME_ZONE) String timeZone) {
    return queries.postingHours(EngagementRule.of(share, minEngagement, commentWeight), timeZone);
  }
}
