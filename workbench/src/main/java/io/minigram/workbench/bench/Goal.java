package io.minigram.workbench.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What was aimed at, and what came of it.
 *
 * @param what such as {@code second report, p50}
 */
record Goal(String what, String aim, String measured, boolean isMet) {

  private static final long MILLION = 1_000_000;
  private static final long MOST = 50 * MILLION;

  private static final double REPORT = 10;
  private static final double WITH_DEFAULTS = 5;
  private static final double WITH_OTHERS = 100;
  private static final double GROWTH = 2;
  private static final double ROLLER_GROWTH = 1.5;

  /** Whose time must hardly grow with the network. */
  private static final List<String> STEADY = List.of("totals", "eventSeries", "growth");

  /** Whether a question meets the goal of a network of a million interactions. */
  static boolean isFast(QuestionTimes question) {
    return question.hasDefaults()
        ? question.worked().p50() <= WITH_DEFAULTS
        : question.worked().p99() <= WITH_OTHERS;
  }

  /** The goals that the measured networks can tell of. */
  static List<Goal> of(List<SizeResult> sizes) {
    var goals = new ArrayList<Goal>();
    sizes.stream()
        .filter(size -> size.interactions() == MILLION)
        .findFirst()
        .ifPresent(
            million -> {
              goals.add(
                  atMost(
                      "1 million: whole report, p50, ms", REPORT, million.report().worked().p50()));
              goals.add(
                  slowest(
                      "1 million: slowest with defaults, p50, ms",
                      WITH_DEFAULTS,
                      million.questions().stream().filter(QuestionTimes::hasDefaults),
                      Comparator.comparingDouble(question -> question.worked().p50())));
              goals.add(
                  slowest(
                      "1 million: slowest with others, p99, ms",
                      WITH_OTHERS,
                      million.questions().stream().filter(question -> !question.hasDefaults()),
                      Comparator.comparingDouble(question -> question.worked().p99())));
              sizes.stream()
                  .filter(size -> size.interactions() == MOST)
                  .findFirst()
                  .ifPresent(most -> goals.addAll(growth(million, most)));
            });
    return goals;
  }

  private static List<Goal> growth(SizeResult million, SizeResult most) {
    var goals = new ArrayList<Goal>();
    for (var name : STEADY) {
      goals.add(
          atMost(
              "50 million against 1: %s, p50, times".formatted(name),
              GROWTH,
              most.question(name).worked().p50() / million.question(name).worked().p50()));
    }
    goals.add(
        atMost(
            "50 million against 1: roller's time a row, times",
            ROLLER_GROWTH,
            most.build().rollMicrosAtEnd() / million.build().rollMicrosAtEnd()));
    return goals;
  }

  private static Goal slowest(
      String what, double aim, Stream<QuestionTimes> questions, Comparator<QuestionTimes> order) {
    var slowest = questions.max(order).orElseThrow();
    double measured = slowest.hasDefaults() ? slowest.worked().p50() : slowest.worked().p99();
    var goal = atMost(what, aim, measured);
    return new Goal(
        goal.what(),
        goal.aim(),
        "%s (%s)".formatted(goal.measured(), slowest.name()),
        goal.isMet());
  }

  static Goal atMost(String what, double aim, double measured) {
    return new Goal(
        what,
        String.format(Locale.ROOT, "≤ %.1f", aim),
        String.format(Locale.ROOT, "%.2f", measured),
        measured <= aim);
  }
}
