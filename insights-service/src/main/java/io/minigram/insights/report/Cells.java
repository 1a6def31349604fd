package io.minigram.insights.report;

import io.minigram.insights.calendar.FoldedEvents;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Counts over some cells, such as the months of the year, and what is expected in each.
 *
 * @param subject what is counted, such as registrations
 * @param between the cells, such as months
 * @param baseline what is expected, such as an even spread over time
 * @param test whether the counts differ from it; null with too few
 */
record Cells(
    String subject, String between, String baseline, List<Cell> cells, StatisticalTest test) {

  private static final String EVEN = "an even spread over time";

  /**
   * A count.
   *
   * @param expected 0 if none was possible
   */
  record Cell(String label, long count, double expected) {

    double excess() {
      return count / expected - 1;
    }
  }

  /** Counts that are compared with what is expected of each. */
  static Cells of(String subject, String between, String baseline, List<Cell> cells) {
    return new Cells(
        subject,
        between,
        baseline,
        cells,
        StatisticalTest.goodnessOfFit(
            cells.stream().mapToDouble(Cell::expected).toArray(),
            cells.stream().mapToLong(Cell::count).toArray()));
  }

  /** Events that are expected to be spread evenly over time. */
  static Cells of(String subject, String between, FoldedEvents folded) {
    return of(
        subject,
        between,
        EVEN,
        folded.buckets().stream()
            .map(bucket -> new Cell(bucket.label(), bucket.events(), bucket.expectedEvents()))
            .toList());
  }

  /**
   * Some of the events of a fold, compared with all others of it. Both lie on the same calendar, so
   * growth, and days that the range holds more often, are not taken for a pattern.
   *
   * @param others what the others are called
   * @param counts those of the whole's buckets, in order
   */
  static Cells compared(
      String subject, String between, String others, FoldedEvents whole, List<Long> counts) {
    var ofSome = counts.stream().mapToLong(Long::longValue).toArray();
    var ofOthers = new long[ofSome.length];
    for (int i = 0; i < ofSome.length; i++) {
      ofOthers[i] = whole.buckets().get(i).events() - ofSome[i];
    }
    long some = LongStream.of(ofSome).sum();
    long rest = LongStream.of(ofOthers).sum();
    var cells = new ArrayList<Cell>();
    for (int i = 0; i < ofSome.length; i++) {
      cells.add(
          new Cell(
              whole.buckets().get(i).label(),
              ofSome[i],
              rest == 0 ? 0 : (double) some * ofOthers[i] / rest));
    }
    return new Cells(
        subject,
        between,
        others,
        List.copyOf(cells),
        StatisticalTest.homogeneity(ofSome, ofOthers));
  }

  /** The same with another test. */
  Cells tested(StatisticalTest other) {
    return new Cells(subject, between, baseline, cells, other);
  }

  long total() {
    return cells.stream().mapToLong(Cell::count).sum();
  }

  /** Those that are most above what is expected; none if nothing is. */
  List<Cell> highest() {
    return first(Comparator.comparingDouble(Cell::excess).reversed());
  }

  /** Those that are most below what is expected; none if nothing is. */
  List<Cell> lowest() {
    return first(Comparator.comparingDouble(Cell::excess));
  }

  private List<Cell> first(Comparator<Cell> order) {
    var possible = cells.stream().filter(cell -> cell.expected() > 0).sorted(order).toList();
    return possible.stream()
        .filter(cell -> order.compare(cell, possible.get(0)) == 0)
        .sorted(Comparator.comparingInt(cells::indexOf))
        .toList();
  }

  /** Each count, and what was expected in the extreme cells. */
  List<Figure> figures() {
    var figures = new ArrayList<Figure>();
    var extremes = new ArrayList<>(highest());
    extremes.addAll(lowest());
    for (var cell : cells) {
      figures.add(Figure.of(cell.label(), cell.count(), subject));
      if (extremes.contains(cell)) {
        figures.add(Figure.of(cell.label() + ", expected", cell.expected(), subject));
      }
    }
    return List.copyOf(figures);
  }

  /** What the test says, with the extreme cells. */
  String sentence() {
    if (total() == 0) {
      return Words.format("There are no %s.", subject);
    }
    if (test == null) {
      return Words.format(
          "There are too few %s (%s) to tell %s apart.", subject, Words.count(total()), between);
    }
    var highest = highest();
    var lowest = lowest();
    if (highest.equals(lowest)) {
      return Words.format(
          "The %s are spread as evenly over the %s as can be (%s).",
          subject, between, test.inWords());
    }
    var extremes =
        Words.format(
            "against %s highest %s %s and lowest %s %s",
            baseline, verb(highest), inWords(highest), verb(lowest), inWords(lowest));
    return test.holds()
        ? Words.format(
            "The %s differ between %s by more than chance brings about: %s (%s).",
            subject, between, extremes, test.inWords())
        : Words.format(
            "The %s show no pattern between %s: %s, which is no more than chance brings about"
                + " (%s).",
            subject, between, extremes, test.inWords());
  }

  private static String verb(List<Cell> extremes) {
    return extremes.size() == 1 ? "is" : "are";
  }

  /** As in August (451, +6.22 %), or Monday and Friday (+10.00 % each). */
  static String inWords(List<Cell> extremes) {
    var first = extremes.get(0);
    return extremes.size() == 1
        ? Words.format(
            "%s (%s, %s)", first.label(), Words.count(first.count()), Words.growth(first.excess()))
        : Words.format(
            "%s (%s each)",
            Words.list(extremes.stream().map(Cell::label).toList()), Words.growth(first.excess()));
  }

  Finding finding(FindingKey key) {
    return Finding.of(key, sentence(), figures(), test);
  }
}
