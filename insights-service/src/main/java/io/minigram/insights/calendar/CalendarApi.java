package io.minigram.insights.calendar;

import io.minigram.edge.identity.Roles;
import io.minigram.insights.definitions.SuspectRule;
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

  private static final String ABOUT_BOTS = "What becomes of the events by suspected bots.";

  private final CalendarQueries queries;

  CalendarApi(CalendarQueries queries) {
    this.queries = queries;
  }

  @Query
  @NonNull
  @Description(
      "Events by calendar year, quarter or month, UTC: every period from the first event's to the"
          + " last event's, in order, empty ones too.")
  public Uni<List<@NonNull EventPeriod>> eventSeries(
      @NonNull @Description("Which events to count.") EventKind kind,
      @DefaultValue("YEAR") @Description("How long a period is.") Granularity granularity,
      @DefaultValue("INCLUDE") @Description(ABOUT_BOTS) Bots bots,
      @DefaultValue(SuspectRule.MIN_LIKED_SHARE) @Description(SuspectRule.ABOUT_MIN_LIKED_SHARE)
          double minLikedShare) {
    return queries.series(kind, granularity, bots, SuspectRule.of(minLikedShare));
  }

  @Query
  @NonNull
  @Description(
      "Events of all years laid over each other by quarter, month, day of the week or hour of the"
          + " day, UTC, with a test of whether the differences are more than chance.")
  public Uni<FoldedEvents> foldedEvents(
      @NonNull @Description("Which events to count.") EventKind kind,
      @NonNull @Description("What to lay them over each other by.") Fold by,
      @DefaultValue("INCLUDE") @Description(ABOUT_BOTS) Bots bots,
      @DefaultValue(SuspectRule.MIN_LIKED_SHARE) @Description(SuspectRule.ABOUT_MIN_LIKED_SHARE)
          double minLikedShare) {
    return queries.fold(kind, by, bots, SuspectRule.of(minLikedShare)).map(FoldedEvents::of);
  }

  @Query
  @NonNull
  @Description(
      "Growth against the year before, of what is new and of the stock: every calendar year, UTC,"
          + " from the first to the last with something new, in order.")
  public Uni<List<@NonNull YearGrowth>> growth(
      @NonNull @Description("What to look at.") Pillar pillar) {
    return queries.growth(pillar);
  }
}
