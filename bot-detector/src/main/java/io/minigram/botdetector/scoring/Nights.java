package io.minigram.botdetector.scoring;

import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How little an account sleeps: the surprise of what it did in the six hours of the day (UTC,
 * following each other, the same every day) in which it did least, where as much is expected as all
 * accounts do in their own quietest six hours. In a network without days and nights everybody is
 * awake, and nobody stands out. Cost: one look at each action.
 */
final class Nights implements Measurement {

  static final String NAME = "CLOCK";

  private static final int HOURS = 24;
  private static final int NIGHT = 6;
  private static final int SECONDS_AN_HOUR = 3_600;

  private final int[] actions;
  private final int[] atNight;
  private final double ordinaryShare;

  Nights(Network network) {
    int accounts = network.accounts();
    this.actions = new int[accounts];
    this.atNight = new int[accounts];
    IntStream.range(0, accounts).parallel().forEach(account -> measure(account, network));
    long all = 0;
    long quiet = 0;
    for (int account = 0; account < accounts; account++) {
      all += actions[account];
      quiet += atNight[account];
    }
    // One more than there are, so that in a network that sleeps well a single like is no surprise.
    this.ordinaryShare = (quiet + 1.0) / (all + 1.0);
  }

  private void measure(int account, Network network) {
    var hours = new int[HOURS];
    count(network.likes(), account, hours);
    count(network.comments(), account, hours);
    count(network.follows(), account, hours);
    for (int count : hours) {
      actions[account] += count;
    }
    atNight[account] = quietest(hours);
  }

  private static void count(Events events, int account, int[] hours) {
    for (int number = 0; number < events.countOf(account); number++) {
      int second = events.secondAt(events.placeOf(account, number));
      hours[Math.floorMod(Math.floorDiv(second, SECONDS_AN_HOUR), HOURS)]++;
    }
  }

  private static int quietest(int[] hours) {
    int least = Integer.MAX_VALUE;
    for (int start = 0; start < HOURS; start++) {
      int sum = 0;
      for (int hour = start; hour < start + NIGHT; hour++) {
        sum += hours[hour % HOURS];
      }
      least = Math.min(least, sum);
    }
    return least;
  }

  @Override
  public double value(int account) {
    return Surprise.of(atNight[account], actions[account] * ordinaryShare);
  }

  @Override
  public String sentence(int account) {
    return String.format(
        Locale.ROOT,
        "Acted %,d of %,d times in the six hours of the day in which it acts least.",
        atNight[account],
        actions[account]);
  }
}
