package io.minigram.workbench.bench.detection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A classifier that knows only what should tell nothing about who is a bot: an account's id, its
 * name's place in the alphabet and length, its registration, and where one of its rows stands in
 * the file of likes. Each account gets the share of bots among the others that are most like it (k
 * nearest neighbours, k = 50).
 */
final class Guess {

  private static final int NEIGHBOURS = 50;

  private Guess() {}

  /** A score for each user. */
  static double[] scores(Tables tables, Truth truth, UniformRandomProvider random) {
    int users = tables.users();
    var row = new double[users];
    var seen = new int[users];
    Arrays.setAll(row, user -> random.nextInt(Math.max(1, tables.likes.size())));
    for (int like = 0; like < tables.likes.size(); like++) {
      int user = tables.likes.actor(like);
      // One of its rows, each with the same chance: the first one would tell how many there are.
      if (random.nextInt(++seen[user]) == 0) {
        row[user] = like;
      }
    }
    var features =
        new double[][] {
          ranks(IntStream.range(0, users).asDoubleStream().toArray()),
          ranks(Arrays.stream(tables.registered).asDoubleStream().toArray()),
          ranks(Arrays.stream(tables.usernames).mapToDouble(String::length).toArray()),
          alphabet(tables.usernames),
          ranks(row)
        };
    return IntStream.range(0, users)
        .parallel()
        .mapToDouble(user -> shareOfBots(user, features, truth))
        .toArray();
  }

  private static double shareOfBots(int user, double[][] features, Truth truth) {
    int users = truth.users();
    var distances = new double[users];
    for (var feature : features) {
      for (int other = 0; other < users; other++) {
        distances[other] += Math.abs(feature[other] - feature[user]);
      }
    }
    distances[user] = Double.POSITIVE_INFINITY;
    var sorted = distances.clone();
    Arrays.sort(sorted);
    double farthest = sorted[Math.min(NEIGHBOURS, users) - 1];
    return (double)
        IntStream.range(0, users)
            .filter(other -> distances[other] <= farthest && truth.isBot(other))
            .count();
  }

  private static double[] ranks(double[] values) {
    return ranks(values.length, (one, other) -> Double.compare(values[one], values[other]));
  }

  private static double[] alphabet(String[] names) {
    return ranks(names.length, (one, other) -> names[one].compareTo(names[other]));
  }

  private static double[] ranks(int size, Comparator<Integer> order) {
    var sorted = IntStream.range(0, size).boxed().sorted(order).toList();
    var ranks = new double[size];
    for (int place = 0; place < size; place++) {
      ranks[sorted.get(place)] = (double) place / size;
    }
    return ranks;
  }
}
