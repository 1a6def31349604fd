package io.minigram.insights.report;

import io.minigram.edge.identity.Roles;
import io.minigram.insights.definitions.EngagementRule;
import io.minigram.insights.definitions.InfluencerRule;
import io.minigram.insights.definitions.MeasuringDay;
import io.minigram.insights.definitions.Share;
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

/** The whole report at once. */
@GraphQLApi
@RolesAllowed(Roles.VIEWER)
public class ReportApi {

  private final EvidenceReader reader;
  private final ReportConfig config;

  ReportApi(EvidenceReader reader, ReportConfig config) {
    this.reader = reader;
    this.config = config;
  }

  @Query
  @NonNull
  @Description(
      "What the data say of the whole network, in words and figures, with a test behind each claim:"
          + " summary, findings, the published recommendations with verdicts, and limitations. For"
          + " example: report { summary recommendations { advice verdict sentence } }")
  public Uni<Report> report(
      @DefaultValue(SuspectRule.SUSPECTS) @Description(SuspectRule.ABOUT_SUSPECTS)
          SuspectSet suspects,
      @DefaultValue(SuspectRule.MIN_LIKED_SHARE) @Description(SuspectRule.ABOUT_MIN_LIKED_SHARE)
          double minLikedShare,
      @DefaultValue(InfluencerRule.MIN_FOLLOWER_SHARE)
          @Description(InfluencerRule.ABOUT_MIN_FOLLOWER_SHARE)
          double minFollowerShare,
      @Description(InfluencerRule.ABOUT_TOP) Integer top,
      @DefaultValue(EngagementRule.SHARE) @Description(EngagementRule.ABOUT_SHARE)
          double engagedShare,
      @Description(EngagementRule.ABOUT_MIN_ENGAGEMENT) Double minEngagement,
      @DefaultValue(EngagementRule.COMMENT_WEIGHT) @Description(EngagementRule.ABOUT_COMMENT_WEIGHT)
          double commentWeight,
      @DefaultValue("0.5")
          @Description(
              "Boosted users have at least this share of their likes from suspected bots, 0 to 1,"
                  + " such as 0.5.")
          double minBotShare,
      @Description(MeasuringDay.ABOUT) LocalDate measuredOn) {
    var rules =
        new Rules(
            SuspectRule.of(suspects, minLikedShare),
            InfluencerRule.of(minFollowerShare, top),
            EngagementRule.of(engagedShare, minEngagement, commentWeight),
            Share.of("minBotShare", minBotShare),
            measuredOn);
    return reader.evidence(rules).map(evidence -> Report.of(evidence, config.origin()));
  }
}
