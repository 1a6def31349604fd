package io.minigram.insights.calendar;

import static io.minigram.insights.testing.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.minigram.insights.exactness.RecomputedFacts;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Compares answers with PostgreSQL's own calendar over the facts. */
final class CalendarComparison {

  private CalendarComparison() {}

  static void assertSeries(
      EventKind kind,
      Granularity granularity,
      String zone,
      String from,
      String to,
      String selection) {
    var expected =
        plain("event_series_in_zone.sql", arguments(kind, granularity, zone, from, to, selection))
            .stream()
            .map(
                row ->
                    row.get("starts_at")
                        + " "
                        + row.get("offset_seconds")
                        + ": "
                        + row.get("events"))
            .toList();

    var periods = series(kind, granularity, zone, from, to, selection);

    assertThat(
            periods.stream()
                .filter(period -> period.get("events").asLong() > 0)
                .map(period -> line(period, granularity)))
        .as("%s by %s in %s from %s to %s, %s", kind, granularity, zone, from, to, selection)
        .containsExactlyElementsOf(expected);
    assertThat(periods.stream().map(period -> at(period).toInstant())).isSorted();
    if (from == null && to == null && !periods.isEmpty()) {
      assertThat(periods.get(0).get("events").asLong()).isPositive();
      assertThat(periods.get(periods.size() - 1).get("events").asLong()).isPositive();
    }
  }

  static List<JsonNode> series(
      EventKind kind,
      Granularity granularity,
      String zone,
      String from,
      String to,
      String selection) {
    var answer =
        answer(
            """
            { eventSeries(kind: %s, granularity: %s, timeZone: "%s", from: %s, to: %s, %s) {
                startsAt startsOn label events } }
            """
                .formatted(kind, granularity, zone, quoted(from), quoted(to), selection));
    return StreamSupport.stream(answer.get("eventSeries").spliterator(), false).toList();
  }

  /** As the plain statement has it: parts of a day with the offset, and as if never cut short. */
  private static String line(JsonNode period, Granularity granularity) {
    var startsAt = at(period);
    var start =
        granularity.isOfTheClock()
            ? granularity.start(startsAt.toLocalDateTime())
            : OffsetDateTime.parse(period.get("startsOn").asText() + "T00:00Z").toLocalDateTime();
    var offset = granularity.isOfTheClock() ? startsAt.getOffset().getTotalSeconds() : null;
    return start + " " + offset + ": " + period.get("events").asText();
  }

  private static OffsetDateTime at(JsonNode period) {
    return OffsetDateTime.parse(period.get("startsAt").asText());
  }

  static void assertFold(
      EventKind kind, Fold fold, String zone, String from, String to, String selection) {
    Map<Integer, Map<String, String>> expected = new HashMap<>();
    plain("event_fold_in_zone.sql", arguments(kind, fold, zone, from, to, selection))
        .forEach(row -> expected.put(Integer.valueOf(row.get("bucket")), row));
    double events = sum(expected, "events");
    double time = sum(expected, "quarter_hours");

    var folded =
        answer(
                """
                { foldedEvents(kind: %s, by: %s, timeZone: "%s", from: %s, to: %s, %s) {
                    total buckets { bucket events expectedEvents } } }
                """
                    .formatted(kind, fold, zone, quoted(from), quoted(to), selection))
            .get("foldedEvents");

    assertThat(folded.get("total").asDouble()).isEqualTo(events);
    for (var bucket : folded.get("buckets")) {
      var row = expected.get(bucket.get("bucket").asInt());
      var what =
          "%s by %s in %s from %s to %s, %s: %s"
              .formatted(kind, fold, zone, from, to, selection, bucket);
      assertThat(bucket.get("events").asLong())
          .as(what)
          .isEqualTo(row == null ? 0 : Long.parseLong(row.get("events")));
      assertThat(bucket.get("expectedEvents").asDouble())
          .as(what)
          .isCloseTo(
              row == null || events == 0
                  ? 0
                  : events * Double.parseDouble(row.get("quarter_hours")) / time,
              within(1e-6));
    }
  }

  private static double sum(Map<Integer, Map<String, String>> rows, String column) {
    return rows.values().stream().mapToDouble(row -> Double.parseDouble(row.get(column))).sum();
  }

  static void assertSame(JsonNode number, String expected) {
    assertThat(number.isNull()).isEqualTo(expected == null);
    if (expected != null) {
      assertThat(number.asDouble()).isCloseTo(Double.parseDouble(expected), within(1e-6));
    }
  }

  private static String quoted(String text) {
    return text == null ? "null" : '"' + text + '"';
  }

  private static Object[] arguments(
      EventKind kind, Enum<?> by, String zone, String from, String to, String selection) {
    var bots = Pattern.compile("bots: (\\w+)").matcher(selection);
    var suspects = Pattern.compile("suspects: (\\w+)").matcher(selection);
    var share = Pattern.compile("minLikedShare: ([\\d.]+)").matcher(selection);
    return new Object[] {
      kind.name(),
      by.name(),
      zone,
      from,
      to,
      bots.find() ? bots.group(1) : "INCLUDE",
      suspects.find() ? suspects.group(1) : "LIKED_SHARE",
      Double.valueOf(share.find() ? share.group(1) : "0.05"),
      selection.contains("NEVER_POSTED") ? neverPosted() : null
    };
  }

  /** Compares growth by a part of the year. */
  static void assertGrowth(Pillar pillar, GrowthPeriod period) {
    var expected = plain("growth_by.sql", pillar.name(), period.name());

    var growth =
        answer(
                """
                { growth(pillar: %s, granularity: %s) {
                    startsOn added addedGrowth stock stockGrowth } }
                """
                    .formatted(pillar, period))
            .get("growth");

    assertThat(growth).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      var row = expected.get(i);
      assertThat(growth.get(i).get("startsOn").asText()).isEqualTo(row.get("starts_on"));
      assertThat(growth.get(i).get("added").asText()).isEqualTo(row.get("added"));
      assertThat(growth.get(i).get("stock").asText()).isEqualTo(row.get("stock"));
      assertSame(growth.get(i).get("addedGrowth"), row.get("added_growth"));
      assertSame(growth.get(i).get("stockGrowth"), row.get("stock_growth"));
    }
  }

  private static String neverPosted() {
    var ids =
        RecomputedFacts.rows("calendar/never_posted.sql").stream()
            .map(row -> row.get("user_id").toString())
            .toList();
    return String.join(",", ids);
  }

  /** The rows of a plain statement, their values as text. */
  static List<Map<String, String>> plain(String file, Object... arguments) {
    return RecomputedFacts.rows("calendar/" + file, arguments).stream()
        .map(
            row -> {
              var texts = new HashMap<String, String>();
              row.forEach(
                  (column, value) -> texts.put(column, value == null ? null : value.toString()));
              return (Map<String, String>) texts;
            })
        .toList();
  }
}
