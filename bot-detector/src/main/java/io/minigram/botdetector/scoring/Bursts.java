package io.minigram.botdetector.scoring;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How much an account has done within one day or within four, against how much it does otherwise:
 * the surprise of its busiest 24 (96) hours at the pace of its other days, less the logarithm of
 * the number of days that could have been the busiest; the larger of the two. What it did in its
 * first week does not count, since people are busy when they are new. Cost: sorting each account's
 * actions.
 */
final class Bursts implements Measurement {

  static final String NAME = "BURST";

  private static final int DAY = 86_400;
  private static final int NEW = 7 * DAY;
  private static final int[] SPANS = {1, 4};

  private final int[] most;
  private final int[] span;
  private final double[] surprise;

  Bursts(Network network) {
    int accounts = network.accounts();
    this.most = new int[accounts];
    this.span = new int[accounts];
    this.surprise = new double[accounts];
    var kinds = new Events[] {network.likes(), network.comments(), network.follows()};
    int end = Arrays.stream(kinds).mapToInt(Events::latest).max().orElseThrow();
    IntStream.range(0, accounts)
        .parallel()
        .forEach(account -> measure(account, network.registered()[account] + NEW, end, kinds));
  }

  private void measure(int account, int from, int end, Events[] kinds) {
    var seconds = seconds(account, from, kinds);
    double days = Math.max(1, ((double) end - from) / DAY);
    for (int each : SPANS) {
      int busiest = most(seconds, each * DAY);
      // One more than there are, so that the pace of an account that did nothing else is no 0.
      double pace = (seconds.length - busiest + 1) / days;
      double found = Surprise.of(busiest, each * pace) - Math.log(days);
      if (found > surprise[account]) {
        surprise[account] = found;
        most[account] = busiest;
        span[account] = each;
      }
    }
  }

  private static int[] seconds(int account, int from, Events[] kinds) {
    int size = 0;
    for (var events : kinds) {
      size += events.countOf(account);
    }
    var seconds = new int[size];
    int kept = 0;
    for (var events : kinds) {
      for (int number = 0; number < events.countOf(account); number++) {
        int second = events.secondAt(events.placeOf(account, number));
        if (second >= from) {
          seconds[kept++] = second;
        }
      }
    }
    Arrays.sort(seconds, 0, kept);
    return Arrays.copyOf(seconds, kept);
  }

  private static int most(int[] seconds, int within) {
    int most = 0;
    int from = 0;
    for (int to = 0; to < seconds.length; to++) {
      while (seconds[to] - seconds[from] >= within) {
        from++;
      }
      most = Math.max(most, to - from + 1);
    }
    return most;
  }

  @Override
  public double value(int account) {
    return surprise[account];
  }

  @Override
  public String sentence(int account) {
    return String.format(
        Locale.ROOT,
        "Acted %,d times within %d hours, unlike at other times.",
        most[account],
        24 * span[account]);
  }
}
