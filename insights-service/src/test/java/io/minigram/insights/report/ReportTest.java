package io.minigram.insights.report;

import static io.minigram.insights.testing.Answers.answer;
import static io.minigram.insights.testing.Figures.assertSame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minigram.insights.InsightsTest;
import io.minigram.insights.exactness.GeneratedFacts;
import io.minigram.insights.exactness.RecomputedFacts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures of the report equal a plain recompute on generated networks. */
@InsightsTest
class ReportTest {

  private static final BigDecimal LIKED_SHARE = new BigDecimal("0.05");
  private static final BigDecimal FOLLOWER_SHARE = new BigDecimal("0.1");
  private static final BigDecimal ENGAGED_SHARE = new BigDecimal("0.01");
  private static final BigDecimal COMMENT_WEIGHT = new BigDecimal("1.5");
  private static final String SUSPECTS = "LIKED_SHARE";

  private static final String WHOLE =
      """
      { report {
          asOf { version time } origin measuredOn
          definitions { term meaning thresholds { name value unit } }
          summary
          findings {
            key title claim outcome sentence figures { name value unit }
            test { name statistic degreesOfFreedom pValue n holds } }
          recommendations {
            key advice verdict sentence figures { name value unit }
            tests { name statistic degreesOfFreedom pValue n holds } }
          limitations } }
      """;

  @ParameterizedTest
  @ValueSource(longs = {141, 142})
  void figuresAreThoseOfARecompute(long seed) {
    GeneratedFacts.load(seed);

    var report = answer(WHOLE).get("report");

    assertFold(report, "REGISTRATIONS_BY_QUARTER", "REGISTRATIONS", "QUARTER", "INCLUDE");
    assertFold(report, "REGISTRATIONS_BY_MONTH", "REGISTRATIONS", "MONTH", "INCLUDE");
    assertFold(report, "REGISTRATIONS_BY_WEEKDAY", "REGISTRATIONS", "DAY_OF_WEEK", "INCLUDE");
    assertFold(report, "REGISTRATIONS_BY_HOUR", "REGISTRATIONS", "HOUR", "INCLUDE");
    assertFold(report, "LIKES_BY_WEEKDAY", "LIKES", "DAY_OF_WEEK", "INCLUDE");
    assertFold(report, "BOT_LIKES_BY_WEEKDAY", "LIKES", "DAY_OF_WEEK", "ONLY");
    assertFold(report, "BOT_LIKES_BY_HOUR", "LIKES", "HOUR", "ONLY");
    assertYears(report);
    assertGrowth(report, "GROWTH_OF_USERS", "USERS");
    assertGrowth(report, "GROWTH_OF_PHOTOS", "PHOTOS");
    assertGrowth(report, "GROWTH_OF_LIKES", "LIKES");
    assertGrowth(report, "GROWTH_OF_COMMENTS", "COMMENTS");
    assertGrowth(report, "GROWTH_OF_CONTENT", "ALL");
    assertCohort(report, "ACTIVE_USERS", "ACTIVE");
    assertCohort(report, "INACTIVE_USERS", "INACTIVE");
    assertNeverPosted(report);
    assertContent(report);
    assertInfluencers(report);
    assertTagsByInfluence(report);
    assertBots(report);
    assertBotGrowth(report);
    assertBoosted(report);
    assertPressure(report);
  }

  @Test
  void takesOtherThresholds() {
    GeneratedFacts.load(143);
    var suspects =
        RecomputedFacts.rows("bots/suspected_bots.sql", SUSPECTS, new BigDecimal("0.12"));
    var engagement =
        RecomputedFacts.rows(
                "influence/pair_engagement.sql",
                FOLLOWER_SHARE,
                5,
                new BigDecimal("2"),
                SUSPECTS,
                new BigDecimal("0.12"))
            .get(0);

    var report =
        answer(
                """
                { report(minLikedShare: 0.12, top: 5, commentWeight: 2, engagedShare: 0.1,
                    minBotShare: 0.25, measuredOn: "2024-06-01") {
                    measuredOn
                    definitions { term meaning }
                    findings { key figures { name value } sentence } } }
                """)
            .get("report");

    assertThat(report.get("measuredOn").asText()).isEqualTo("2024-06-01");
    assertThat(figure(finding(report, "INFLUENCERS"), "influencers")).isEqualTo(5);
    assertSame(
        values(finding(report, "SUSPECTED_BOTS")),
        suspects.get(0),
        "likes by suspected bots",
        "suspects_likes",
        "share of likes",
        "share_of_likes");
    assertSame(
        values(finding(report, "INFLUENCER_ENGAGEMENT")),
        engagement,
        "engagement with influencers",
        "influencers_mean",
        "engagement with others",
        "others_mean");
    assertThat(report.get("definitions").toString())
        .contains("at least 12 % of all photos", "One of the 5 users whom most follow.")
        .contains("Likes + 2 × comments", "top 10 % of all photos", "25 % or more of the likes");
  }

  @Test
  void isMadeOfEveryPart() {
    GeneratedFacts.load(144);

    var report = answer(WHOLE).get("report");

    assertThat(report.get("origin").asText()).startsWith("unknown");
    assertThat(report.at("/asOf/version").asLong()).isPositive();
    assertThat(report.get("findings").findValuesAsText("key"))
        .containsExactlyInAnyOrder(names(FindingKey.values()));
    assertThat(report.get("recommendations").findValuesAsText("key"))
        .containsExactly(names(RecommendationKey.values()));
    assertThat(report.get("definitions").findValuesAsText("term"))
        .containsExactlyInAnyOrder(names(Term.values()));
    assertThat(report.get("summary")).hasSizeGreaterThan(3);
    assertThat(report.toString()).doesNotContain("NaN", "Infinity");
  }

  private static void assertFold(JsonNode report, String key, String kind, String by, String bots) {
    var rows = RecomputedFacts.rows("calendar/event_fold.sql", kind, by, bots, LIKED_SHARE);
    var finding = finding(report, key);

    var counts = new ArrayList<Double>();
    for (var figure : finding.get("figures")) {
      if (figure.get("unit").asText().equals(subject(kind, bots))
          && !figure.get("name").asText().endsWith(", expected")) {
        counts.add(figure.get("value").asDouble());
      }
    }
    assertThat(counts).isEqualTo(rows.stream().map(row -> number(row, "events")).toList());
    if (kind.equals("REGISTRATIONS")) {
      assertChiSquare(finding, rows);
    }
  }

  private static String subject(String kind, String bots) {
    if (kind.equals("REGISTRATIONS")) {
      return "registrations";
    }
    return bots.equals("ONLY") ? "likes by suspected bots" : "likes";
  }

  /** The sum of (events - expected)² / expected. */
  private static void assertChiSquare(JsonNode finding, List<Map<String, Object>> rows) {
    double statistic = 0;
    double events = 0;
    int cells = 0;
    for (var row : rows) {
      double expected = number(row, "expected_events");
      events += number(row, "events");
      if (expected > 0) {
        cells++;
        statistic += Math.pow(number(row, "events") - expected, 2) / expected;
      }
    }
    var test = finding.get("test");
    if (test.isNull()) {
      assertThat(finding.get("outcome").asText()).isEqualTo("TOO_LITTLE_DATA");
      assertThat(events * events < 10.0 * cells || events < 10).as(finding.toString()).isTrue();
      return;
    }
    assertThat(test.get("statistic").asDouble()).isCloseTo(statistic, within(1e-5));
    assertThat(test.get("degreesOfFreedom").asInt()).isEqualTo(cells - 1);
    assertThat(test.get("n").asDouble()).isEqualTo(events);
    assertThat(finding.get("outcome").asText())
        .isEqualTo(test.get("pValue").asDouble() < 0.05 ? "HOLDS" : "DOES_NOT_HOLD");
  }

  private static void assertYears(JsonNode report) {
    var finding = finding(report, "REGISTRATIONS_BY_YEAR");

    assertChiSquare(finding, RecomputedFacts.rows("report/registrations_by_year.sql"));
  }

  private static void assertGrowth(JsonNode report, String key, String pillar) {
    var until =
        Integer.parseInt(report.get("measuredOn").asText().substring(0, 4)); // years before it
    var rows =
        RecomputedFacts.rows("calendar/growth.sql", pillar).stream()
            .filter(row -> number(row, "year") < until)
            .toList();
    var finding = finding(report, key);

    for (var row : rows) {
      var year = (long) number(row, "year");
      assertSame(
          values(finding),
          row,
          "new in " + year,
          "added",
          "growth of what is new in " + year,
          "added_growth");
    }
    assertThat(finding.get("figures")).hasSize(2 * rows.size());
    var last = rows.get(rows.size() - 1);
    assertThat(finding.get("sentence").asText())
        .startsWith(
            "%d brought %,d new "
                .formatted((long) number(last, "year"), (long) number(last, "added")))
        .contains(" to %,d. ".formatted((long) number(last, "stock")));
  }

  private static void assertCohort(JsonNode report, String key, String kind) {
    var arguments = new Object[] {kind, "ACTIVITY", new BigDecimal("0.05"), 1000L, 10, null};
    var members = RecomputedFacts.rows("audience/cohort.sql", arguments);
    var days = RecomputedFacts.rows("audience/cohort_weekdays.sql", arguments);

    assertThat(figure(finding(report, key), "members")).isEqualTo(members.size());
    assertDays(finding(report, key), days);
  }

  private static void assertNeverPosted(JsonNode report) {
    assertThat(figure(finding(report, "NEVER_POSTED"), "members"))
        .isEqualTo(RecomputedFacts.rows("audience/never_posted.sql").size());
  }

  private static void assertDays(JsonNode finding, List<Map<String, Object>> days) {
    var names =
        List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    for (int i = 0; i < names.size(); i++) {
      assertSame(values(finding), days.get(i), names.get(i), "likes");
    }
  }

  private static void assertContent(JsonNode report) {
    var tags =
        RecomputedFacts.rows(
            "content/engaged_photo_tags.sql", ENGAGED_SHARE, null, COMMENT_WEIGHT, "USES");
    var hours =
        RecomputedFacts.rows(
            "content/engaged_photo_hours.sql", ENGAGED_SHARE, null, COMMENT_WEIGHT, "UTC");

    var values = values(finding(report, "ENGAGED_PHOTO_TAGS"));
    for (var tag : tags.subList(0, Math.min(ContentFindings.SHOWN, tags.size()))) {
      assertThat(values.get(tag.get("name").toString()).asDouble()).isEqualTo(number(tag, "uses"));
    }
    for (var hour : hours) {
      assertSame(
          values(finding(report, "POSTING_HOURS")),
          hour,
          "%02d:00".formatted((long) number(hour, "hour")),
          "engaged_photos");
    }
  }

  private static void assertInfluencers(JsonNode report) {
    var influencers = RecomputedFacts.rows("influence/influencers.sql", FOLLOWER_SHARE, null);
    var groups =
        RecomputedFacts.rows(
            "influence/influencer_comparison.sql",
            FOLLOWER_SHARE,
            null,
            SUSPECTS,
            LIKED_SHARE,
            null);
    var pairs =
        RecomputedFacts.rows(
                "influence/pair_engagement.sql",
                FOLLOWER_SHARE,
                null,
                COMMENT_WEIGHT,
                SUSPECTS,
                LIKED_SHARE)
            .get(0);
    var correlation = RecomputedFacts.rows("influence/followers_and_likes.sql").get(0);

    assertThat(figure(finding(report, "INFLUENCERS"), "influencers")).isEqualTo(influencers.size());
    assertThat(finding(report, "INFLUENCERS").get("sentence").asText())
        .contains(influencers.get(0).get("username") + " has most followers: ");
    var groupNames =
        Map.of(
            "INFLUENCERS", "influencers",
            "OTHERS", "others",
            "OTHERS_WITHOUT_BOTS", "others without suspected bots");
    for (var group : groups) {
      var name = groupNames.get(group.get("users_group").toString());
      assertSame(
          values(finding(report, "INFLUENCER_ACTIVITY")),
          group,
          name,
          "activity_mean",
          name + ", rate",
          "rate_mean");
    }
    assertSame(
        values(finding(report, "INFLUENCER_ENGAGEMENT")),
        pairs,
        "engagement with influencers",
        "influencers_mean",
        "engagement with others",
        "others_mean");
    assertSame(
        values(finding(report, "FOLLOWERS_AND_LIKES")),
        correlation,
        "users with a photo",
        "users",
        "Pearson",
        "pearson",
        "Spearman",
        "spearman");
  }

  private static void assertTagsByInfluence(JsonNode report) {
    var values = values(finding(report, "INFLUENCER_TAGS"));
    for (boolean influencers : new boolean[] {true, false}) {
      var tags =
          RecomputedFacts.rows(
              "content/tags_by_influence.sql", FOLLOWER_SHARE, null, influencers, "USES");
      for (var tag : tags.subList(0, Math.min(ContentFindings.SHOWN, tags.size()))) {
        assertThat(
                values
                    .get(tag.get("name") + (influencers ? ", influencers" : ", others"))
                    .asDouble())
            .isEqualTo(number(tag, "uses"));
      }
    }
  }

  private static void assertBots(JsonNode report) {
    var suspects = RecomputedFacts.rows("bots/suspected_bots.sql", SUSPECTS, LIKED_SHARE);
    var photos = RecomputedFacts.rows("bots/likes_per_photo.sql", SUSPECTS, LIKED_SHARE).get(0);

    var values = values(finding(report, "SUSPECTED_BOTS"));
    assertThat(values.get("suspected bots").asInt()).isEqualTo(suspects.size());
    assertSame(
        values,
        suspects.get(0),
        "share of users",
        "share_of_users",
        "likes by suspected bots",
        "suspects_likes",
        "share of likes",
        "share_of_likes");
    assertSame(
        values,
        photos,
        "likes from suspected bots",
        "mean_from_suspects",
        "likes from others",
        "mean_from_others",
        "mean share of a photo's likes",
        "mean_suspects_share");
  }

  private static void assertBotGrowth(JsonNode report) {
    var until = Integer.parseInt(report.get("measuredOn").asText().substring(0, 4));
    var years =
        RecomputedFacts.rows("report/bot_likes_by_year.sql", LIKED_SHARE).stream()
            .filter(row -> number(row, "year") < until)
            .toList();

    var finding = finding(report, "BOT_LIKES_GROWTH");
    assertThat(finding.get("figures")).hasSize(years.size());
    for (var year : years) {
      assertSame(
          values(finding),
          year,
          "likes by suspected bots in " + (long) number(year, "year"),
          "bot_likes");
    }
  }

  private static void assertBoosted(JsonNode report) {
    var boosted =
        RecomputedFacts.rows(
            "bots/boosted_users.sql", SUSPECTS, LIKED_SHARE, new BigDecimal("0.5"));

    assertThat(figure(finding(report, "BOOSTED_USERS"), "boosted users")).isEqualTo(boosted.size());
  }

  private static void assertPressure(JsonNode report) {
    var quarters = RecomputedFacts.rows("bots/bot_pressure.sql", SUSPECTS, LIKED_SHARE);

    var finding = finding(report, "BOT_PRESSURE");
    for (int i = 0; i < quarters.size(); i++) {
      assertSame(
          values(finding),
          quarters.get(i),
          "photos in quarter " + (i + 1),
          "photos",
          "comments by others, quarter " + (i + 1),
          "mean_comments",
          "likes by others, quarter " + (i + 1),
          "mean_likes");
    }
    if (number(quarters.get(0), "photos") < 2 || number(quarters.get(3), "photos") < 2) {
      assertThat(finding.get("outcome").asText()).isEqualTo("TOO_LITTLE_DATA");
    } else {
      assertWelch(finding.get("test"), quarters.get(0), quarters.get(3));
    }
  }

  /** By the formula of Welch (1947), from the means and variances of the plain statement. */
  private static void assertWelch(
      JsonNode test, Map<String, Object> first, Map<String, Object> second) {
    double error = Math.sqrt(squaredError(first) + squaredError(second));
    assertThat(test.get("statistic").asDouble())
        .isCloseTo(
            (number(first, "mean_comments") - number(second, "mean_comments")) / error,
            within(1e-5));
  }

  private static double squaredError(Map<String, Object> quarter) {
    return number(quarter, "variance_of_comments") / (number(quarter, "photos") - 1);
  }

  private static JsonNode finding(JsonNode report, String key) {
    for (var finding : report.get("findings")) {
      if (finding.get("key").asText().equals(key)) {
        return finding;
      }
    }
    throw new AssertionError(key);
  }

  private static double figure(JsonNode finding, String name) {
    return values(finding).get(name).asDouble();
  }

  /** The figures of a finding as an object of their names. */
  private static JsonNode values(JsonNode finding) {
    var values = ((ObjectNode) finding).objectNode();
    for (var figure : finding.get("figures")) {
      values.set(figure.get("name").asText(), figure.get("value"));
    }
    return values;
  }

  private static double number(Map<String, Object> row, String column) {
    return ((Number) row.get(column)).doubleValue();
  }

  private static String[] names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
  }
}
