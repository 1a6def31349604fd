package io.minigram.botdetector.scoring;

import java.util.Arrays;
import java.util.Locale;

/**
 * How often an account begins (or ends) its comments with the same three words, against how often
 * others do: the surprise of its most surprising wording, less the logarithm of the number of its
 * comments, each of which could have brought that wording. Cost: sorting the comments.
 */
final class Wordings implements Measurement {

  static final String NAME = "COMMENT_TEMPLATE";

  private final int[] comments;
  private final int[] repeated;
  private final double[] surprise;

  Wordings(Network network) {
    int accounts = network.accounts();
    this.comments = new int[accounts];
    this.repeated = new int[accounts];
    this.surprise = new double[accounts];
    var texts = network.texts();
    for (int author : texts.authors()) {
      comments[author]++;
    }
    measure(texts.authors(), texts.openings());
    measure(texts.authors(), texts.closings());
  }

  /** Orders pairs of wording and author, so that a wording's authors are neighbours. */
  private void measure(int[] authors, int[] wordings) {
    var pairs = new long[authors.length];
    for (int comment = 0; comment < pairs.length; comment++) {
      pairs[comment] = (long) wordings[comment] << Integer.SIZE | authors[comment];
    }
    Arrays.parallelSort(pairs);
    int end;
    for (int start = 0; start < pairs.length; start = end) {
      end = start;
      while (end < pairs.length && wording(pairs[end]) == wording(pairs[start])) {
        end++;
      }
      if (wording(pairs[start]) != 0) {
        compareAuthors(pairs, start, end);
      }
    }
  }

  private void compareAuthors(long[] pairs, int from, int to) {
    int end;
    for (int start = from; start < to; start = end) {
      end = start;
      while (end < to && pairs[end] == pairs[start]) {
        end++;
      }
      int author = (int) pairs[start];
      int times = end - start;
      double byOthers = to - from - times + 1.0;
      double others = pairs.length - comments[author] + 1.0;
      double found =
          Surprise.of(times, comments[author] * byOthers / others) - Math.log(comments[author]);
      if (times > 1 && found > surprise[author]) {
        surprise[author] = found;
        repeated[author] = times;
      }
    }
  }

  private static int wording(long pair) {
    return (int) (pair >> Integer.SIZE);
  }

  @Override
  public double value(int account) {
    return surprise[account];
  }

  @Override
  public String sentence(int account) {
    return String.format(
        Locale.ROOT,
        "Began or ended %,d of %,d comments with the same words, which others seldom use.",
        repeated[account],
        comments[account]);
  }
}
