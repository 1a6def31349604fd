package io.minigram.workbench.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoalTest {

  @Test
  void theSlowestQuestionsDecide() {
    // given
    var size =
        size(
            1_000_000,
            10.0,
            9.99,
            question("totals", true, 1, 90),
            question("growth", true, 5.01, 6),
            question("eventSeries", true, 2, 2),
            question("growthByMonth", false, 99, 100));

    // when
    var goals = Goal.of(List.of(size));

    // then
    assertThat(goals)
        .containsExactly(
            new Goal("1 million: whole report, p50, ms", "≤ 10.0", "9.99", true),
            new Goal("1 million: slowest with defaults, p50, ms", "≤ 5.0", "5.01 (growth)", false),
            new Goal(
                "1 million: slowest with others, p99, ms",
                "≤ 100.0",
                "100.00 (growthByMonth)",
                true));
    assertThat(size.questions().stream().filter(Goal::isFast))
        .extracting(QuestionTimes::name)
        .containsExactly("totals", "eventSeries", "growthByMonth");
  }

  @Test
  void fiftyMillionAreComparedWithOne() {
    // given
    var million =
        size(
            1_000_000,
            10.0,
            9.0,
            question("totals", true, 1, 1),
            question("growth", true, 2, 2),
            question("eventSeries", true, 2, 2),
            question("growthByMonth", false, 2, 2));
    var most =
        size(
            50_000_000,
            15.1,
            90.0,
            question("totals", true, 2, 2),
            question("growth", true, 4.1, 5),
            question("eventSeries", true, 3, 3));

    // when
    var goals = Goal.of(List.of(million, most));

    // then
    assertThat(goals.subList(3, goals.size()))
        .extracting(Goal::measured, Goal::isMet)
        .containsExactly(
            tuple("2.00", true), tuple("1.50", true), tuple("2.05", false), tuple("1.51", false));
  }

  @Test
  void otherSizesHaveNone() {
    assertThat(Goal.of(List.of(size(200_000, 10, 9, question("totals", true, 1, 1))))).isEmpty();
  }

  private static QuestionTimes question(String name, boolean hasDefaults, double p50, double p99) {
    return new QuestionTimes(
        name, hasDefaults, new Latencies(p50, p99, p99), new Latencies(0.1, 0.2, 0.2), 500.0);
  }

  private static SizeResult size(
      long interactions, double rollMicros, double report, QuestionTimes... questions) {
    return new SizeResult(
        interactions,
        Map.of("likes", interactions),
        new BuildFigures(200_000, 150_000, 1, rollMicros),
        new RollUpSize(Map.of(), Map.of()),
        0,
        List.of(questions),
        question("secondReport", true, report, report),
        Map.of());
  }
}
