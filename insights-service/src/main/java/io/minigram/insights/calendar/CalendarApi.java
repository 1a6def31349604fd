package io.minigram.insights.calendar;

import io.minigram.edge.identity.Roles;
import io.minigram.insights.definitions.SuspectRule;
import io.minigram.insights.definitions.SuspectSet;
import io.minigram.insights.definitions.TimeZone;
import io.minigram.insights.definitions.UserSet;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** When things happen, and how the network grows. */
@GraphQLApi
@RolesAllowed(Roles.VIEWER)
public class CalendarApi {

  private static final String ABOUT_KIND = "Which events to count, such as LIKES.";
  private static final String ABOUT_BOTS =
      "What becomes of the events by suspected bots, such as EXCLUDE.";

  private final EventSeries series;
  private final EventFold folds;
  private final Growth growth;

  CalendarApi(EventSeries series, EventFold folds, Growth growth) {
    this.series = series;
    this.folds = folds;
    this.growth = growth;
  }

  @Query
  @NonNull
  @Description(
      "Events over time, by periods from a quarter of an hour to a year, such as the likes of each"
          + " day of January in Asia/Kolkata: every period of the range, in order, empty ones too,"
          + " at most 10,000.")
  public Uni<List<@NonNull EventPeriod>> eventSeries(
      @NonNull @Description(ABOUT_KIND) EventKind kind,
      @DefaultValue("YEAR") @Description("How long a period is, such as MONTH.")
          Granularity granularity,
      @DefaultValue(TimeZone.UTC) @Description(TimeZone.ABOUT) String timeZone,
      @Description(TimeRange.ABOUT_FROM) String from,
      @Description(TimeRange.ABOUT_TO) String to,
      @DefaultValue("INCLUDE") @Description(ABOUT_BOTS) Bots bots,
      @DefaultValue(SuspectRule.SUSPECTS) @Description(SuspectRule.ABOUT_SUSPECTS)
          SuspectSet suspects,
      @DefaultValue(SuspectRule.MIN_LIKED_SHARE) @Description(SuspectRule.ABOUT_MIN_LIKED_SHARE)
          double minLikedShare,
      @Description(UserSet.ABOUT) UserSet cohort) {
    var zone = TimeZone.of(timeZone);
    return series.periods(
        kind,
        granularity,
        zone,
        TimeRange.of(from, to, zone),
        new Whose(bots, SuspectRule.of(suspects, minLikedShare), cohort));
  }

  @Query
  @NonNull
  @Description(
      "Events of all years laid over each other by quarter, month, day of the week or hour of the"
          + " day, with a test of whether the differences are more than chance: such as whether"
          + " more users register in August. The range holds at most 100 years.")
  public Uni<FoldedEvents> foldedEvents(
      @NonNull @Description(ABOUT_KIND) EventKind kind,
      @NonNull @Description("What to lay them over each other by, such as DAY_OF_WEEK.") Fold by,
      @DefaultValue(TimeZone.UTC) @Description(TimeZone.ABOUT) String timeZone,
      @Description(TimeRange.ABOUT_FROM) String from,
      @Description(TimeRange.ABOUT_TO) String to,
      @DefaultValue("INCLUDE") @Description(ABOUT_BOTS) Bots bots,
      @DefaultValue(SuspectRule.SUSPECTS) @Description(SuspectRule.ABOUT_SUSPECTS)
          SuspectSet suspects,
      @DefaultValue(SuspectRule.MIN_LIKED_SHARE) @Description(SuspectRule.ABOUT_MIN_LIKED_SHARE)
          double minLikedShare,
      @Description(UserSet.ABOUT) UserSet cohort) {
    var zone = TimeZone.of(timeZone);
    return folds.fold(
        kind,
        by,
        zone,
        TimeRange.of(from, to, zone),
        new Whose(bots, SuspectRule.of(suspects, minLikedShare), cohort));
  }

  @Query
  @NonNull
  @Description(
      "Growth against the year before, or the quarter or month before, of what is new and of the"
          + " stock, such as +72 % photos in 2024: every period of the calendar, UTC, from the"
          + " first to the last with something new, in order.")
  public Uni<List<@NonNull YearGrowth>> growth(
      @NonNull @Description("What to look at, such as USERS.") Pillar pillar,
      @DefaultValue("YEAR") @Description("What to compare with the one before it, such as QUARTER.")
          GrowthPeriod granularity) {
    return growth.growth(pillar, granularity.granularity());
  }
}
