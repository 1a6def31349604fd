package io.minigram.insights.audience;

import static io.minigram.insights.testing.Answers.answer;
import static io.minigram.insights.testing.Figures.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.insights.InsightsTest;
import io.minigram.insights.exactness.GeneratedFacts;
import io.minigram.insights.exactness.RecomputedFacts;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cohorts equal a plain recompute on generated networks. */
@InsightsTest
class AudienceExactnessTest {

  private static final String[] SHARES = {"0.05", "0.1", "0.33", "1"};

  @ParameterizedTest
  @ValueSource(longs = {101, 102})
  void cohortsAreThoseOfARecompute(long seed) {
    GeneratedFacts.load(seed);

    for (var kind : new CohortKind[] {CohortKind.ACTIVE, CohortKind.INACTIVE}) {
      for (var measure : Measure.values()) {
        for (var share : SHARES) {
          assertCohort(kind, measure, share, 1000, 10, null);
        }
        assertCohort(kind, measure, "0.2", 40, 400, "2023-06-01");
      }
    }
    assertNeverPosted();
  }

  private static void assertCohort(
      CohortKind kind, Measure measure, String share, long botLike, int young, String measuredOn) {
    Object[] arguments = {
      kind.name(),
      measure.name(),
      new BigDecimal(share),
      botLike,
      young,
      measuredOn == null ? null : LocalDate.parse(measuredOn)
    };
    var members = RecomputedFacts.rows("audience/cohort.sql", arguments);
    var days = RecomputedFacts.rows("audience/cohort_weekdays.sql", arguments);
    var rule =
        "cohort: %s, by: %s, share: %s, botLikeActivity: %d, youngDays: %d%s"
            .formatted(
                kind,
                measure,
                share,
                botLike,
                young,
                measuredOn == null ? "" : ", measuredOn: \"" + measuredOn + "\"");

    var found =
        answer(
            """
            { cohort(%s, first: 100) {
                edges { node { id username activity rate } } measuredOn }
              cohortWeekdays(%s) { photos likes comments follows } }
            """
                .formatted(rule, rule));

    var edges = found.at("/cohort/edges");
    assertThat(edges).as(rule).hasSize(members.get(0).get("user_id") == null ? 0 : members.size());
    assertThat(found.at("/cohort/measuredOn").asText())
        .isEqualTo(members.get(0).get("measured_on").toString());
    for (int i = 0; i < edges.size(); i++) {
      assertSame(
          edges.get(i).get("node"),
          members.get(i),
          "id", "user_id", "username", "username", "activity", "activity", "rate", "rate");
    }
    for (int i = 0; i < days.size(); i++) {
      assertSame(
          found.get("cohortWeekdays").get(i),
          days.get(i),
          "photos", "photos", "likes", "likes", "comments", "comments", "follows", "follows");
    }
  }

  private static void assertNeverPosted() {
    var users = RecomputedFacts.rows("audience/never_posted.sql");

    var edges =
        answer("{ neverPosted(first: 100) { edges { node { id username activity } } } }")
            .at("/neverPosted/edges");

    assertThat(edges).hasSize(users.size());
    for (int i = 0; i < edges.size(); i++) {
      assertSame(
          edges.get(i).get("node"),
          users.get(i),
          "id", "user_id", "username", "username", "activity", "activity");
    }
  }
}
