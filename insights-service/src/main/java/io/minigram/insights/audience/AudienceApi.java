package io.minigram.insights.audience;

import io.minigram.edge.identity.Roles;
import io.minigram.edge.paging.Page;
import io.minigram.insights.definitions.MeasuringDay;
import io.minigram.insights.definitions.Paging;
import io.minigram.insights.definitions.Share;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Who the users are: the active, the inactive, and those who never posted. */
@GraphQLApi
@RolesAllowed(Roles.VIEWER)
public class AudienceApi {

  private final AudienceQueries queries;
  private final UserSetQueries sets;

  AudienceApi(AudienceQueries queries, UserSetQueries sets) {
    this.queries = queries;
    this.sets = sets;
  }

  @Query
  @NonNull
  @Description(
      "The most or the least active users, the most extreme first, or those who never posted, such"
          + " as cohort(cohort: ACTIVE, by: RATE).")
  public Uni<CohortMemberConnection> cohort(
      @NonNull @Description(CohortRule.ABOUT_COHORT) CohortKind cohort,
      @NonNull @Description(CohortRule.ABOUT_MEASURE) Measure by,
      @DefaultValue(CohortRule.SHARE) @Description(CohortRule.ABOUT_SHARE) double share,
      @DefaultValue(CohortRule.BOT_LIKE_ACTIVITY) @Description(CohortRule.ABOUT_BOT_LIKE_ACTIVITY)
          long botLikeActivity,
      @DefaultValue(CohortRule.YOUNG_DAYS) @Description(CohortRule.ABOUT_YOUNG_DAYS) int youngDays,
      @Description(MeasuringDay.ABOUT) LocalDate measuredOn,
      @DefaultValue(Paging.FIRST) @Description(Paging.ABOUT_FIRST) int first,
      @Description(Paging.ABOUT_AFTER) String after) {
    return members(
        new CohortRule(
            cohort, by, Share.of("share", share), botLikeActivity, youngDays, measuredOn),
        first,
        after);
  }

  @Query
  @NonNull
  @Description(
      "On which days of the week, UTC, the users of a cohort post, like, comment and follow: Monday"
          + " first, such as cohortWeekdays(cohort: NEVER_POSTED, by: ACTIVITY).")
  public Uni<List<@NonNull CohortDay>> cohortWeekdays(
      @NonNull @Description(CohortRule.ABOUT_COHORT) CohortKind cohort,
      @NonNull @Description(CohortRule.ABOUT_MEASURE) Measure by,
      @DefaultValue(CohortRule.SHARE) @Description(CohortRule.ABOUT_SHARE) double share,
      @DefaultValue(CohortRule.BOT_LIKE_ACTIVITY) @Description(CohortRule.ABOUT_BOT_LIKE_ACTIVITY)
          long botLikeActivity,
      @DefaultValue(CohortRule.YOUNG_DAYS) @Description(CohortRule.ABOUT_YOUNG_DAYS) int youngDays,
      @Description(MeasuringDay.ABOUT) LocalDate measuredOn) {
    var rule =
        new CohortRule(
            cohort, by, Share.of("share", share), botLikeActivity, youngDays, measuredOn);
    return queries.weekdays(rule, sets.cohort(rule));
  }

  @Query
  @NonNull
  @Description(
      "Users who have no photo, the most active first, such as 34 of 5,000. When they act tells"
          + " cohortWeekdays(cohort: NEVER_POSTED, by: ACTIVITY).")
  public Uni<CohortMemberConnection> neverPosted(
      @DefaultValue(Paging.FIRST) @Description(Paging.ABOUT_FIRST) int first,
      @Description(Paging.ABOUT_AFTER) String after) {
    return members(CohortRule.published(CohortKind.NEVER_POSTED, Measure.ACTIVITY), first, after);
  }

  private Uni<CohortMemberConnection> members(CohortRule rule, int first, String after) {
    var cohort = sets.cohort(rule);
    var page =
        cohort
            .map(found -> Page.of(found.members(), Cohort.Member::id, first, after))
            .memoize()
            .indefinitely();
    var names =
        queries.usernames(
            page.map(shown -> shown.entries().stream().map(entry -> entry.row().id()).toList()));
    return Uni.combine()
        .all()
        .unis(cohort, page, names)
        .with(
            (found, shown, called) ->
                new CohortMemberConnection(
                    shown.edges(entry -> edge(entry, called.get(entry.row().id()))),
                    shown.pageInfo(),
                    shown.totalCount(),
                    found.shareOfUsers(),
                    found.cutOff(),
                    found.measuredOn()));
  }

  private static CohortMemberEdge edge(Page.Entry<Cohort.Member> entry, String username) {
    var member = entry.row();
    return new CohortMemberEdge(
        new CohortMember(member.id(), username, member.activity(), member.rate()), entry.cursor());
  }
}
