package io.minigram.insights.themes;

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

/** Tags, read as themes. */
@GraphQLApi
@RolesAllowed(Roles.VIEWER)
public class ThemesApi {

  private final ThemesQueries queries;

  ThemesApi(ThemesQueries queries) {
    this.queries = queries;
  }

  @Query
  @NonNull
  @Description("All themes by name, each with its tags. For example: themes { name tags }")
  public Uni<List<@NonNull Theme>> themes() {
    return queries.themes();
  }

  @Query
  @NonNull
  @Description(
      "Themes of the tags of highly engaged photos, the most used first, unused ones too. A tag"
          + " that has several themes counts in each of them. For example: engagedPhotoThemes {"
          + " theme uses }")
  public Uni<List<@NonNull ThemeUse>> engagedPhotoThemes(
      @DefaultValue(EngagementRule.SHARE) @Description(EngagementRule.ABOUT_SHARE) double share,
      @Description(EngagementRule.ABOUT_MIN_ENGAGEMENT) Double minEngagement,
      @DefaultValue(EngagementRule.COMMENT_WEIGHT) @Description(EngagementRule.ABOUT_COMMENT_WEIGHT)
          double commentWeight) {
    return queries.engagedPhotoThemes(EngagementRule.of(share, minEngagement, commentWeight));
  }
}
