package io.minigram.insights.report;

import io.minigram.insights.calendar.YearGrowth;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** When users register, and how the network grows. */
final class CalendarFindings {

  private static final String REGISTRATIONS = "registrations";

  private CalendarFindings() {}

  static List<Finding> of(Evidence evidence) {
    var registrations = evidence.registrations();
    var growth = evidence.growth();
    var until = evidence.measuredOn();
    return List.of(
        Cells.of(REGISTRATIONS, "years", registrations.byYear())
            .finding(FindingKey.REGISTRATIONS_BY_YEAR),
        Cells.of(REGISTRATIONS, "quarters", registrations.byQuarter())
            .finding(FindingKey.REGISTRATIONS_BY_QUARTER),
        months(evidence).finding(FindingKey.REGISTRATIONS_BY_MONTH),
        Cells.of(REGISTRATIONS, "days of the week", registrations.byWeekday())
            .finding(FindingKey.REGISTRATIONS_BY_WEEKDAY),
        Cells.of(REGISTRATIONS, "hours of the day", registrations.byHour())
            .finding(FindingKey.REGISTRATIONS_BY_HOUR),
        growth(FindingKey.GROWTH_OF_USERS, "users", growth.users(), until),
        growth(FindingKey.GROWTH_OF_PHOTOS, "photos", growth.photos(), until),
        growth(FindingKey.GROWTH_OF_LIKES, "likes", growth.likes(), until),
        growth(FindingKey.GROWTH_OF_COMMENTS, "comments", growth.comments(), until),
        growth(
            FindingKey.GROWTH_OF_CONTENT, "photos, likes and comments", growth.content(), until));
  }

  static Cells months(Evidence evidence) {
    return Cells.of(REGISTRATIONS, "months", evidence.registrations().byMonth());
  }

  /**
   * What is new in the last year that is over, against the year before it.
   *
   * @param until the day before which years are over; null if nothing ever happened
   */
  private static Finding growth(
      FindingKey key, String subject, List<YearGrowth> years, LocalDate until) {
    var over = over(years, until);
    var figures = figures(subject, over);
    if (over.isEmpty() || over.get(over.size() - 1).addedGrowth() == null) {
      return Finding.of(
          key,
          Words.format(
              "The growth of %s cannot be told yet: there are no two years, one after the other,"
                  + " that are over and have some.",
              subject),
          figures,
          null);
    }
    var last = over.get(over.size() - 1);
    var before = over.get(over.size() - 2);
    var test =
        StatisticalTest.goodnessOfFit(
            expected(before, last), new long[] {before.added(), last.added()});
    var highest = highest(over);
    return Finding.of(
        key,
        Words.format(
            "%d brought %s new %s after %s in %d, %s%s; all there are grew by %s to %s. The highest"
                + " growth of what is new in a year was %s in %s.",
            last.year(),
            Words.count(last.added()),
            subject,
            Words.count(before.added()),
            before.year(),
            Words.growth(last.addedGrowth()),
            verdict(test),
            Words.percent(last.stockGrowth()),
            Words.count(last.stock()),
            Words.growth(highest.get(0).addedGrowth()),
            Words.list(highest.stream().map(YearGrowth::label).toList())),
        figures,
        test);
  }

  private static String verdict(StatisticalTest test) {
    if (test == null) {
      return ", of too few to tell whether that is chance";
    }
    return Words.format(
        ", %s than chance brings about (%s)", test.holds() ? "more" : "no more", test.inWords());
  }

  /** Those years that are over. */
  static List<YearGrowth> over(List<YearGrowth> years, LocalDate until) {
    return until == null
        ? List.of()
        : years.stream().filter(year -> year.year() < until.getYear()).toList();
  }

  /** As many in both years together, each by its days. */
  private static double[] expected(YearGrowth before, YearGrowth last) {
    double daysBefore = Year.of(before.year()).length();
    double days = Year.of(last.year()).length();
    double all = (double) before.added() + last.added();
    return new double[] {all * daysBefore / (daysBefore + days), all * days / (daysBefore + days)};
  }

  private static List<YearGrowth> highest(List<YearGrowth> years) {
    double most =
        years.stream()
            .map(YearGrowth::addedGrowth)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return years.stream()
        .filter(year -> year.addedGrowth() != null && year.addedGrowth() == most)
        .toList();
  }

  private static List<Figure> figures(String subject, List<YearGrowth> years) {
    var figures = new ArrayList<Figure>();
    for (var year : years) {
      figures.add(Figure.of("new in " + year.label(), year.added(), subject));
      figures.add(
          new Figure(
              "growth of what is new in " + year.label(), year.addedGrowth(), Figure.GROWTH));
    }
    return List.copyOf(figures);
  }
}
