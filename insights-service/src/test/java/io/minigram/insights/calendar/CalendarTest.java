package io.minigram.insights.calendar;

import static io.minigram.insights.testing.Answers.answer;
import static io.minigram.insights.testing.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.insights.InsightsTest;
import io.minigram.insights.rolling.RollUps;
import io.minigram.insights.testing.SmallNetwork;
import io.minigram.workbench.testing.OwnerDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@InsightsTest
class CalendarTest {

  @BeforeEach
  void load() {
    SmallNetwork.load();
  }

  @ParameterizedTest
  @CsvSource({
    "REGISTRATIONS, 2, 3",
    "PHOTOS,        1, 3",
    "LIKES,         1, 11",
    "COMMENTS,      1, 4",
    "FOLLOWS,       1, 5",
  })
  void countsEventsByYear(EventKind kind, int in2023, int in2024) {
    var series = answer("{ eventSeries(kind: %s) { startsOn label events } }".formatted(kind));

    assertThat(series)
        .isEqualTo(
            json(
                """
                {"eventSeries": [
                  {"startsOn": "2023-01-01", "label": "2023", "events": %d},
                  {"startsOn": "2024-01-01", "label": "2024", "events": %d}]}
                """
                    .formatted(in2023, in2024)));
  }

  @Test
  void showsQuartersWithoutEvents() {
    var series =
        answer("{ eventSeries(kind: REGISTRATIONS, granularity: QUARTER) { label events } }");

    assertThat(series)
        .isEqualTo(
            json(
                """
                {"eventSeries": [
                  {"label": "2023-Q1", "events": 1},
                  {"label": "2023-Q2", "events": 1},
                  {"label": "2023-Q3", "events": 0},
                  {"label": "2023-Q4", "events": 0},
                  {"label": "2024-Q1", "events": 1},
                  {"label": "2024-Q2", "events": 0},
                  {"label": "2024-Q3", "events": 1},
                  {"label": "2024-Q4", "events": 1}]}
                """));
  }

  @Test
  void showsMonthsWithoutEvents() {
    var series =
        answer("{ eventSeries(kind: COMMENTS, granularity: MONTH) { startsOn label events } }");

    // from May 2023 to March 2024
    var months = series.get("eventSeries");
    assertThat(months).hasSize(11);
    assertThat(months.get(0))
        .isEqualTo(json("{'startsOn': '2023-05-01', 'label': '2023-05', 'events': 1}"));
    assertThat(months.get(1))
        .isEqualTo(json("{'startsOn': '2023-06-01', 'label': '2023-06', 'events': 0}"));
    assertThat(months.get(10))
        .isEqualTo(json("{'startsOn': '2024-03-01', 'label': '2024-03', 'events': 3}"));
  }

  @ParameterizedTest
  @CsvSource({
    // at 80 % of 4 photos only eve is suspected, who liked 4 of them in December 2024
    "0.8,  ONLY,    '[{\"label\": \"2024\", \"events\": 4}]'",
    "0.8,  EXCLUDE, '[{\"label\": \"2023\", \"events\": 1}, {\"label\": \"2024\", \"events\": 7}]'",
    "0.8,  INCLUDE, '[{\"label\": \"2023\", \"events\": 1}, {\"label\": \"2024\", \"events\":"
        + " 11}]'",
    // at 75 %, dan with his 3 of 4 as well
    "0.75, ONLY,    '[{\"label\": \"2024\", \"events\": 7}]'",
    "0.75, EXCLUDE, '[{\"label\": \"2023\", \"events\": 1}, {\"label\": \"2024\", \"events\": 4}]'",
  })
  void tellsBotsFromOthers(double minLikedShare, Bots bots, String years) {
    var series =
        answer(
            "{ eventSeries(kind: LIKES, bots: %s, minLikedShare: %s) { label events } }"
                .formatted(bots, minLikedShare));

    assertThat(series.get("eventSeries")).isEqualTo(json(years));
  }

  @Test
  void takesTheDetectorsWordOnBots() {
    OwnerDatabase.execute(
        "insert into moderation.flagged_change (suspects, user_id, flagged) values"
            + " ('DETECTOR', 3, true), ('CONFIRMED', 1, true)");
    RollUps.roll();

    var likes =
        answer(
            """
            {
              detector: foldedEvents(kind: LIKES, by: DAY_OF_WEEK, bots: ONLY, suspects: DETECTOR) {
                total }
              confirmed: foldedEvents(kind: LIKES, by: HOUR, bots: EXCLUDE, suspects: CONFIRMED) {
                total }
            }
            """);

    // cleo's two; all twelve but ann's
    assertThat(likes).isEqualTo(json("{'detector': {'total': 2}, 'confirmed': {'total': 11}}"));
  }

  @ParameterizedTest
  @CsvSource({
    // ann, ben and cleo have an activity of 6 each, eve of 4
    "ACTIVE_BY_ACTIVITY, 'share: 0.2', LIKES, 5",
    "INACTIVE_BY_ACTIVITY, 'share: 0.2', LIKES, 4",
    // on 2024-12-31 eve is not older than 10 days; dan has 5 in 180 days, cleo 6 in 363
    "ACTIVE_BY_RATE, 'share: 0.2', LIKES, 3",
    "INFLUENCERS, 'top: 1', COMMENTS, 2",
    "INFLUENCERS, 'minFollowerShare: 0.3', COMMENTS, 4",
    "NEVER_POSTED, '', LIKES, 7",
    "NEVER_POSTED, '', PHOTOS, 0",
    "NEVER_POSTED, '', FOLLOWS, 2",
  })
  void countsTheEventsOfACohort(String group, String rule, EventKind kind, int events) {
    var answer =
        answer(
            """
            { foldedEvents(kind: %s, by: DAY_OF_WEEK, cohort: {group: %s %s}) {
                total buckets { events } } }
            """
                .formatted(kind, group, rule));

    assertThat(answer.at("/foldedEvents/total").asInt()).isEqualTo(events);
    assertThat(answer.at("/foldedEvents/buckets")).hasSize(7);
  }

  @Test
  void countsByTheClockOfATimeZone() {
    var series =
        answer(
            """
            { eventSeries(kind: PHOTOS, granularity: HOUR, timeZone: "Asia/Kolkata",
                from: "2024-08-09T02:00", to: "2024-08-09T04:00") {
                startsAt startsOn label events } }
            """);

    // posted at 21:00 UTC, the day before
    assertThat(series)
        .isEqualTo(
            json(
                """
                {"eventSeries": [
                  {"startsAt": "2024-08-09T02:00:00+05:30", "startsOn": "2024-08-09",
                    "label": "2024-08-09T02:00+05:30", "events": 1},
                  {"startsAt": "2024-08-09T03:00:00+05:30", "startsOn": "2024-08-09",
                    "label": "2024-08-09T03:00+05:30", "events": 0}]}
                """));
  }

  @Test
  void showsTheWholeRangeThatIsGiven() {
    var series =
        answer(
            """
            { eventSeries(kind: PHOTOS, granularity: WEEK, from: "2024-02-04", to: "2024-02-14") {
                startsOn label events } }
            """);

    assertThat(series)
        .isEqualTo(
            json(
                """
                {"eventSeries": [
                  {"startsOn": "2024-01-29", "label": "2024-W05", "events": 0},
                  {"startsOn": "2024-02-05", "label": "2024-W06", "events": 1},
                  {"startsOn": "2024-02-12", "label": "2024-W07", "events": 0}]}
                """));
  }

  @Test
  void expectsLessOfADayWithoutAnHour() {
    var folded =
        answer(
            """
            { foldedEvents(kind: LIKES, by: HOUR, timeZone: "America/New_York",
                from: "2024-03-07", to: "2024-03-11") {
                total buckets { events expectedEvents } } }
            """);

    // ann's like of 2024-03-07 10:00 UTC, at 5 in New York; four days, of which one has no 2:00
    var hours = folded.at("/foldedEvents/buckets");
    assertThat(folded.at("/foldedEvents/total").asInt()).isEqualTo(1);
    assertThat(hours.get(5)).isEqualTo(json("{'events': 1, 'expectedEvents': 0.042105}"));
    assertThat(hours.get(2)).isEqualTo(json("{'events': 0, 'expectedEvents': 0.031579}"));
  }

  @Test
  void foldsLikesByDayOfWeek() {
    var folded =
        answer("{ foldedEvents(kind: LIKES, by: DAY_OF_WEEK) { total buckets { label events } } }");

    assertThat(folded)
        .isEqualTo(
            json(
                """
                {"foldedEvents": {"total": 12, "buckets": [
                  {"label": "Monday", "events": 4},
                  {"label": "Tuesday", "events": 4},
                  {"label": "Wednesday", "events": 1},
                  {"label": "Thursday", "events": 1},
                  {"label": "Friday", "events": 1},
                  {"label": "Saturday", "events": 0},
                  {"label": "Sunday", "events": 1}]}}
                """));
  }

  @Test
  void foldsBotsLikesByMonth() {
    var folded =
        answer(
            """
            { foldedEvents(kind: LIKES, by: MONTH, bots: ONLY, minLikedShare: 0.75) {
                buckets { bucket label events } } }
            """);

    // dan's 3 in July, eve's 4 in December
    var months = folded.at("/foldedEvents/buckets");
    assertThat(months).hasSize(12);
    assertThat(months.get(6)).isEqualTo(json("{'bucket': 7, 'label': 'July', 'events': 3}"));
    assertThat(months.get(11)).isEqualTo(json("{'bucket': 12, 'label': 'December', 'events': 4}"));
    assertThat(months.findValuesAsText("events"))
        .containsExactly("0", "0", "0", "0", "0", "0", "3", "0", "0", "0", "0", "4");
  }

  @Test
  void expectsEventsByTheDaysOfTheRange() {
    var folded =
        answer(
            """
            { foldedEvents(kind: REGISTRATIONS, by: QUARTER) {
                buckets { bucket label events expectedEvents } } }
            """);

    // 2023-01-02 to 2024-12-21 are 720 days: 89 + 91 in the first quarter, 91 + 91 in the second,
    // 92 + 92 in the third, 92 + 82 in the fourth; 5 users
    assertThat(folded)
        .isEqualTo(
            json(
                """
                {"foldedEvents": {"buckets": [
                  {"bucket": 1, "label": "Q1", "events": 2, "expectedEvents": 1.25},
                  {"bucket": 2, "label": "Q2", "events": 1, "expectedEvents": 1.263889},
                  {"bucket": 3, "label": "Q3", "events": 1, "expectedEvents": 1.277778},
                  {"bucket": 4, "label": "Q4", "events": 1, "expectedEvents": 1.208333}]}}
                """));
  }

  @Test
  void testsWhetherEventsAreSpreadEvenly() {
    var folded =
        answer(
            """
            { foldedEvents(kind: PHOTOS, by: HOUR) {
                buckets { events }
                evenness { statistic degreesOfFreedom pValue } } }
            """);

    // two photos at 8, one at 20, one at 21; 4 / 24 expected in each hour:
    // chi-square = (2² + 1² + 1²) / (4 / 24) - 4 = 32, and P(X >= 32) = 0.100143 with 23 degrees
    assertThat(folded.at("/foldedEvents/buckets").findValuesAsText("events"))
        .containsExactly(
            "0", "0", "0", "0", "0", "0", "0", "0", "2", "0", "0", "0", //
            "0", "0", "0", "0", "0", "0", "0", "0", "1", "1", "0", "0");
    assertThat(folded.at("/foldedEvents/evenness"))
        .isEqualTo(json("{'statistic': 32, 'degreesOfFreedom': 23, 'pValue': 0.100143}"));
  }

  @Test
  void testsOnlyBucketsThatCouldHoldAnEvent() {
    OwnerDatabase.clear();
    OwnerDatabase.execute(
        "insert into facts.users values (1, 'ann', '2024-03-31 23:59:59Z', 1),"
            + " (2, 'ben', '2024-04-01 00:00:00Z', 1), (3, 'cleo', '2024-04-01 00:00:00Z', 1)");
    RollUps.rebuild();

    var folded =
        answer(
            """
            { foldedEvents(kind: REGISTRATIONS, by: MONTH) {
                evenness { statistic degreesOfFreedom } } }
            """);

    // one day of March, one of April: 1.5 expected in each; (0.5² + 0.5²) / 1.5
    assertThat(folded.at("/foldedEvents/evenness"))
        .isEqualTo(json("{'statistic': 0.3333333, 'degreesOfFreedom': 1}"));
  }

  @Test
  void comparesYears() {
    var growth =
        answer(
            """
            {
              users: growth(pillar: USERS) { year added addedGrowth stock stockGrowth }
              photos: growth(pillar: PHOTOS) { year added addedGrowth stock stockGrowth }
              likes: growth(pillar: LIKES) { year added addedGrowth stock stockGrowth }
              comments: growth(pillar: COMMENTS) { year added addedGrowth stock stockGrowth }
              all: growth(pillar: ALL) { year added addedGrowth stock stockGrowth }
            }
            """);

    assertThat(growth)
        .isEqualTo(
            json(
                """
                {
                  "users": [
                    {"year": 2023, "added": 2, "addedGrowth": null, "stock": 2, "stockGrowth": null},
                    {"year": 2024, "added": 3, "addedGrowth": 0.5, "stock": 5, "stockGrowth": 1.5}],
                  "photos": [
                    {"year": 2023, "added": 1, "addedGrowth": null, "stock": 1, "stockGrowth": null},
                    {"year": 2024, "added": 3, "addedGrowth": 2, "stock": 4, "stockGrowth": 3}],
                  "likes": [
                    {"year": 2023, "added": 1, "addedGrowth": null, "stock": 1, "stockGrowth": null},
                    {"year": 2024, "added": 11, "addedGrowth": 10, "stock": 12, "stockGrowth": 11}],
                  "comments": [
                    {"year": 2023, "added": 1, "addedGrowth": null, "stock": 1, "stockGrowth": null},
                    {"year": 2024, "added": 4, "addedGrowth": 3, "stock": 5, "stockGrowth": 4}],
                  "all": [
                    {"year": 2023, "added": 3, "addedGrowth": null, "stock": 3, "stockGrowth": null},
                    {"year": 2024, "added": 18, "addedGrowth": 5, "stock": 21, "stockGrowth": 6}]
                }
                """));
  }

  @Test
  void comparesQuarters() {
    var growth =
        answer(
            "{ growth(pillar: USERS, granularity: QUARTER) { year startsOn label added addedGrowth"
                + " stock stockGrowth } }");

    assertThat(growth.get("growth")).hasSize(8);
    assertThat(growth.at("/growth/1"))
        .isEqualTo(
            json(
                """
                {"year": 2023, "startsOn": "2023-04-01", "label": "2023-Q2", "added": 1,
                  "addedGrowth": 0, "stock": 2, "stockGrowth": 1}
                """));
  }

  @Test
  void hasNothingToCompareAYearWithAfterOneWithoutEvents() {
    OwnerDatabase.clear();
    OwnerDatabase.execute(
        "insert into facts.users values (1, 'ann', '2020-12-31 23:59:59Z', 1),"
            + " (2, 'ben', '2022-01-01 00:00:00Z', 1)");
    RollUps.rebuild();

    var growth = answer("{ growth(pillar: USERS) { year added addedGrowth stock stockGrowth } }");

    assertThat(growth)
        .isEqualTo(
            json(
                """
                {"growth": [
                  {"year": 2020, "added": 1, "addedGrowth": null, "stock": 1, "stockGrowth": null},
                  {"year": 2021, "added": 0, "addedGrowth": -1, "stock": 1, "stockGrowth": 0},
                  {"year": 2022, "added": 1, "addedGrowth": null, "stock": 2, "stockGrowth": 1}]}
                """));
  }
}
