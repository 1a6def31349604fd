package io.minigram.insights.content;

import io.minigram.edge.error.RequestException;
import io.minigram.insights.definitions.EngagementRule;
import io.minigram.insights.sql.AggregateQueries;
import io.minigram.insights.transactions.Snapshots;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.IntStream;

/** When photos are posted. */
@Singleton
public class HourQueries extends AggregateQueries {

  private static final int HOURS = 24;

  private final String photoHours = statement("/sql/content/photo_hours.sql");
  private final String photoHoursInZone = statement("/sql/content/photo_hours_in_zone.sql");

  private final EngagementQueries engagement;

  HourQueries(Snapshots snapshots, EngagementQueries engagement) {
    super(snapshots);
    this.engagement = engagement;
  }

  private record Posted(int hour, long photos) {}

  /**
   * At which hours of the day it is best to post.
   *
   * @param timeZone an IANA name
   * @throws RequestException BAD_ARGUMENT if there is no such time zone
   */
  public Uni<PostingHours> postingHours(EngagementRule rule, String timeZone) {
    return engagedHours(rule, LocalHours.in(timeZone))
        .map(hours -> PostingHours.of(timeZone, hours));
  }

  /** All 24 hours. */
  Uni<List<EngagedHour>> engagedHours(EngagementRule rule, LocalHours local) {
    var engaged = engagement.photos(rule);
    var posted =
        rows(
            local.isUtc() ? photoHours : photoHoursInZone,
            local.isUtc() ? Tuple.tuple() : Tuple.of(local.from(), local.ahead()),
            row -> new Posted(row.getInteger("hour"), row.getLong("photos")));
    return Uni.combine()
        .all()
        .unis(engaged, posted)
        .with((photos, hours) -> hours(photos, hours, local));
  }

  private static List<EngagedHour> hours(
      List<EngagedPhoto> engaged, List<Posted> posted, LocalHours local) {
    var engagedByHour = new long[HOURS];
    engaged.forEach(photo -> engagedByHour[local.hour(photo.createdAt())]++);
    var allByHour = new long[HOURS];
    posted.forEach(hour -> allByHour[hour.hour()] = hour.photos());
    long all = posted.stream().mapToLong(Posted::photos).sum();
    return IntStream.range(0, HOURS)
        .mapToObj(hour -> hour(hour, engagedByHour[hour], allByHour[hour], engaged.size(), all))
        .toList();
  }

  private static EngagedHour hour(
      int hour, long engaged, long posted, long allEngaged, long allPosted) {
    return new EngagedHour(
        hour,
        engaged,
        posted,
        posted == 0 ? null : (double) engaged / posted,
        allPosted == 0 ? 0 : (double) allEngaged * posted / allPosted);
  }
}
