package io.minigram.workbench.bench.detection;

import java.util.Arrays;

/**
 * How well scores put bots before people. Where a bot and a person score the same, the person comes
 * first, so that a detector gains nothing by not deciding.
 */
final class Ranking {

  private static final int BINS = 10;

  private final double[] bots;
  private final double[] people;

  /**
   * @param bots the score of each bot
   * @param people the score of everybody else
   */
  Ranking(double[] bots, double[] people) {
    this.bots = descending(bots);
    this.people = descending(people);
  }

  private static double[] descending(double[] scores) {
    var sorted = Arrays.stream(scores).map(score -> -score).sorted().toArray();
    return Arrays.stream(sorted).map(score -> -score).toArray();
  }

  int bots() {
    return bots.length;
  }

  /** The mean, over the bots, of the share of bots among all that are ranked as high or higher. */
  double averagePrecision() {
    double sum = 0;
    int before = 0;
    for (int bot = 0; bot < bots.length; bot++) {
      while (before < people.length && people[before] >= bots[bot]) {
        before++;
      }
      sum += (bot + 1.0) / (bot + 1.0 + before);
    }
    return sum / bots.length;
  }

  /** The share of bots that are found if at most so large a share of people is taken for bots. */
  double recall(double falsePositives) {
    int allowed = (int) (falsePositives * people.length);
    double threshold = allowed < people.length ? people[allowed] : Double.NEGATIVE_INFINITY;
    return Arrays.stream(bots).filter(score -> score > threshold).count() / (double) bots.length;
  }

  /** The share of bots that score at least so much. */
  double shareOfBotsFrom(double threshold) {
    return Arrays.stream(bots).filter(score -> score >= threshold).count() / (double) bots.length;
  }

  /** The share of bots among the first. */
  double precision(int first) {
    int bot = 0;
    int person = 0;
    while (bot + person < first && (bot < bots.length || person < people.length)) {
      if (person == people.length || bot < bots.length && bots[bot] > people[person]) {
        bot++;
      } else {
        person++;
      }
    }
    return (double) bot / (bot + person);
  }

  /**
   * The expected calibration error: scores go into ten bins of equal width; the mean, over the
   * accounts, of the difference between a bin's mean score and its share of bots.
   */
  double calibrationError() {
    var sum = new double[BINS];
    var found = new int[BINS];
    for (double score : bots) {
      sum[bin(score)] += score;
      found[bin(score)]++;
    }
    for (double score : people) {
      sum[bin(score)] += score;
    }
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(sum[bin] - found[bin]);
    }
    return error / (bots.length + people.length);
  }

  private static int bin(double score) {
    return Math.min(BINS - 1, (int) (score * BINS));
  }

  /** The probability that a bot scores higher than a person; half of it where they are equal. */
  double areaUnderCurve() {
    double sum = 0;
    int above = 0;
    int atLeast = 0;
    for (double bot : bots) {
      while (above < people.length && people[above] > bot) {
        above++;
      }
      atLeast = Math.max(atLeast, above);
      while (atLeast < people.length && people[atLeast] >= bot) {
        atLeast++;
      }
      sum += people.length - (above + atLeast) / 2.0;
    }
    return sum / bots.length / people.length;
  }
}
