package io.minigram.insights.calendar;

import static io.minigram.insights.calendar.CalendarComparison.assertFold;
import static io.minigram.insights.calendar.CalendarComparison.assertGrowth;
import static io.minigram.insights.calendar.CalendarComparison.assertSeries;
import static io.minigram.insights.calendar.CalendarComparison.series;
import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.insights.InsightsTest;
import io.minigram.insights.rolling.RollUps;
import io.minigram.workbench.testing.OwnerDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers equal PostgreSQL's own calendar over the facts, in time zones that make trouble. */
@InsightsTest
class TimeZonesTest {

  private static final List<String> ZONES =
      List.of(
          "UTC",
          "Asia/Kolkata",
          // +5:45, and +5:30 before 1986
          "Asia/Kathmandu",
          "Europe/Berlin",
          "America/New_York",
          // 30 minutes of daylight saving time
          "Australia/Lord_Howe",
          // no 2011-12-30
          "Pacific/Apia",
          // put its clocks back at 00:01, over the end of a day
          "America/St_Johns",
          // -0:44:30 until 1972: no whole quarter-hours
          "Africa/Monrovia");

  private static final List<String> SELECTIONS =
      List.of(
          "bots: INCLUDE",
          "bots: EXCLUDE",
          "bots: ONLY",
          "bots: EXCLUDE, minLikedShare: 0.3",
          "bots: ONLY, minLikedShare: 0.3",
          // most of all likes, so that the others' are counted
          "bots: EXCLUDE, minLikedShare: 0.01",
          "bots: ONLY, minLikedShare: 0.01",
          "cohort: {group: NEVER_POSTED}",
          "cohort: {group: NEVER_POSTED}, bots: EXCLUDE",
          "cohort: {group: NEVER_POSTED}, bots: ONLY, minLikedShare: 0.3");

  /**
   * Users 1 to 16 post; 5, 10, 15 and so on like much. Half of it happens near changes of some
   * clock, follows from the end of 2023 on.
   */
  @BeforeAll
  static void load() {
    OwnerDatabase.clear();
    OwnerDatabase.execute(
        """
        create function pg_temp.dice(what text) returns bigint immutable
        return ('x' || left(md5(what), 12))::bit(48)::bigint;

        create function pg_temp.moment(what text) returns timestamptz immutable
        return case pg_temp.dice('which' || what) % 2
          when 0 then timestamptz '2010-01-01Z'
            + pg_temp.dice('when' || what) % 473000000 * interval '1 second'
          else (array[
              '1968-12-31 23:30Z', '1969-12-31 18:15Z', '1972-01-07 00:44:30Z', '1985-12-31 18:30Z',
              '2010-11-07 02:31Z', '2011-03-13 03:31Z', '2011-12-30 10:00Z', '2011-12-31 10:00Z',
              '2016-02-29 00:00Z', '2023-12-31 18:15Z', '2023-12-31 23:00Z', '2024-03-10 07:00Z',
              '2024-03-31 01:00Z', '2024-04-06 15:00Z', '2024-10-05 15:30Z', '2024-10-27 01:00Z',
              '2024-11-03 06:00Z'
            ]::timestamptz[])[1 + pg_temp.dice('where' || what) % 17]
            + (pg_temp.dice('when' || what) % 14400 - 7200) * interval '1 second'
        end;

        insert into facts.users (id, username, created_at, batch_id)
        select id, 'user' || id, pg_temp.moment('user' || id), 1 from generate_series(1, 40) as id;

        insert into facts.photos (id, owner_id, image_url, created_at, batch_id)
        select id, 1 + id % 16, 'https://example.org/' || id, pg_temp.moment('photo' || id), 1
        from generate_series(1, 60) as id;

        insert into facts.likes (photo_id, user_id, created_at, batch_id)
        select photo, person, pg_temp.moment('like' || photo || '-' || person), 1
        from generate_series(1, 60) as photo, generate_series(1, 40) as person
        where pg_temp.dice('liked' || photo || '-' || person) % 100
          < case when person % 5 = 0 then 45 else 3 end;

        insert into facts.comments (photo_id, id, user_id, comment_text, created_at, batch_id)
        select photo, number, 1 + pg_temp.dice('who' || photo || '-' || number) % 40, 'well',
          pg_temp.moment('comment' || photo || '-' || number), 1
        from generate_series(1, 60) as photo, generate_series(1, 5) as number;

        insert into facts.follows (followee_id, follower_id, created_at, batch_id)
        select followee, follower,
          greatest(
            pg_temp.moment('follow' || followee || '-' || follower),
            timestamptz '2023-12-31 18:15Z' + follower * interval '9 hours'),
          1
        from generate_series(1, 40) as followee, generate_series(1, 40) as follower
        where followee <> follower
          and pg_temp.dice('followed' || followee || '-' || follower) % 100 < 20;
        """);
    RollUps.rebuild();
  }

  static Stream<Arguments> zonesAndGranularities() {
    return ZONES.stream()
        .flatMap(zone -> Stream.of(Granularity.values()).map(period -> Arguments.of(zone, period)));
  }

  @ParameterizedTest
  @MethodSource("zonesAndGranularities")
  void countsByThePeriodsOfAZone(String zone, Granularity granularity) {
    boolean isShort = granularity.isOfTheClock();
    // days of changes in most of the zones, and about the new year in which Apia lost a day
    var ranges =
        isShort
            ? List.of(
                new String[] {"2024-03-09T12:15Z", "2024-04-10T00:00Z"},
                new String[] {"2024-10-05T00:00Z", "2024-11-05T00:00Z"},
                new String[] {"2011-12-28T00:00Z", "2012-01-03T00:00Z"},
                new String[] {"2010-11-06T00:00Z", "2010-11-08T00:00Z"},
                new String[] {"1971-12-25T00:00Z", "1972-01-10T00:00Z"})
            : List.of(
                new String[] {null, null},
                new String[] {"2011-12-01T09:45Z", "2024-03-31T01:15Z"},
                new String[] {null, "2023-12-31T23:00Z"},
                new String[] {"1970-01-01T00:00Z", null});
    // from the first like on there are more than 10,000 days
    for (var range : granularity == Granularity.DAY ? ranges.subList(1, 2) : ranges) {
      assertSeries(EventKind.LIKES, granularity, zone, range[0], range[1], "bots: INCLUDE");
    }
  }

  static Stream<Arguments> selections() {
    return SELECTIONS.stream()
        .flatMap(
            selection ->
                Stream.of("UTC", "Asia/Kathmandu", "Australia/Lord_Howe")
                    .map(zone -> Arguments.of(zone, selection)));
  }

  @ParameterizedTest
  @MethodSource("selections")
  void countsThoseWhoAreMeant(String zone, String selection) {
    for (var kind : List.of(EventKind.REGISTRATIONS, EventKind.LIKES)) {
      assertSeries(kind, Granularity.MONTH, zone, null, null, selection);
      assertSeries(
          kind, Granularity.DAY, zone, "2010-06-01T12:30Z", "2024-06-01T12:30Z", selection);
    }
    assertFold(EventKind.FOLLOWS, Fold.MONTH, zone, null, null, selection);
    assertFold(EventKind.FOLLOWS, Fold.DAY_OF_WEEK, zone, null, "2024-10-27T01:30Z", selection);
    assertFold(EventKind.FOLLOWS, Fold.HOUR, zone, null, null, selection);
  }

  static Stream<Arguments> zonesAndFolds() {
    return ZONES.stream()
        .flatMap(zone -> Stream.of(Fold.values()).map(fold -> Arguments.of(zone, fold)));
  }

  @ParameterizedTest
  @MethodSource("zonesAndFolds")
  void foldsOnTheCalendarOfAZone(String zone, Fold fold) {
    assertFold(EventKind.FOLLOWS, fold, zone, null, null, "bots: INCLUDE");
    assertFold(EventKind.FOLLOWS, fold, zone, "2024-03-10T06:15Z", null, "bots: INCLUDE");
    assertFold(
        EventKind.LIKES, fold, zone, "2024-03-10T07:00Z", "2024-03-31T01:15Z", "bots: INCLUDE");
    assertFold(
        EventKind.PHOTOS, fold, zone, "2023-01-01T00:00Z", "2024-01-01T00:00Z", "bots: INCLUDE");
  }

  @ParameterizedTest
  @EnumSource(Pillar.class)
  void growsByQuarterAndMonth(Pillar pillar) {
    assertGrowth(pillar, GrowthPeriod.QUARTER);
    assertGrowth(pillar, GrowthPeriod.MONTH);
  }

  @ParameterizedTest
  @CsvSource({
    // an hour twice, and half of one; half an hour left out
    "Europe/Berlin,       2024-10-26T23:00Z, 2024-10-27T02:00Z, '01:00+02:00 02:00+02:00"
        + " 02:00+01:00'",
    "Australia/Lord_Howe, 2024-04-06T13:00Z, 2024-04-06T16:30Z, '00:00+11:00 01:00+11:00"
        + " 01:30+10:30 02:00+10:30'",
    "Australia/Lord_Howe, 2024-10-05T14:30Z, 2024-10-05T17:00Z, '01:00+10:30 02:30+11:00"
        + " 03:00+11:00'",
    "Asia/Kathmandu,      2024-01-01T00:15Z, 2024-01-01T02:15Z, '06:00+05:45 07:00+05:45'",
  })
  void showsEveryHourOfTheClock(String zone, String from, String to, String hours) {
    var periods = series(EventKind.FOLLOWS, Granularity.HOUR, zone, from, to, "bots: INCLUDE");

    assertThat(
            periods.stream()
                .map(period -> period.get("label").asText())
                .map(label -> label.substring(label.indexOf('T') + 1)))
        .containsExactly(hours.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "Pacific/Apia, 2011-12-29, 2012-01-01, '2011-12-29 2011-12-31'",
    "Europe/Berlin, 2024-12-30, 2025-01-01, '2024-12-30 2024-12-31'",
  })
  void showsEveryDayThatWas(String zone, String from, String to, String days) {
    var periods = series(EventKind.FOLLOWS, Granularity.DAY, zone, from, to, "bots: INCLUDE");

    assertThat(periods.stream().map(period -> period.get("label").asText()))
        .containsExactly(days.split(" "));
  }
}
