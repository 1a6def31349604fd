package io.minigram.workbench.bench.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A network in which some users are about to become something: who is left to be drawn, when people
 * are awake, and what anybody can do.
 *
 * <p>All users are registered in the first half of the time, at half of the time they registered at
 * before. Nothing is done after the end, and nothing liked before an account has registered.
 */
final class Scene {

  static final int MINUTE = 60;
  static final int HOUR = 60 * MINUTE;
  static final int DAY = 24 * HOUR;
  private static final int NIGHT = 8 * HOUR;

  private static final int IDOLS = 9;
  private static final int PHOTOS_OF_AN_IDOL = 30;

  final Tables tables;
  final UniformRandomProvider random;
  final Truth truth;
  private final int[] order;
  private final int[] bedtimes;
  private final List<Integer> waves = new ArrayList<>();
  private final int[] idols;
  private int drawn;
  private int[][] photosOf;

  Scene(Tables tables, UniformRandomProvider random) {
    this.tables = tables;
    this.random = random;
    this.truth = new Truth(tables.users());
    this.order = shuffled(tables.users());
    this.bedtimes = new int[tables.users()];
    Arrays.setAll(bedtimes, user -> random.nextInt(DAY));
    for (int user = 0; user < tables.users(); user++) {
      tables.registered[user] /= 2;
    }
    this.idols = take(IDOLS);
    postOften(idols);
    // Whoever had registered last had done all within days; now there is more time for it.
    tables.likes.time((user, photo) -> awake(user, from(earliest(user, photo))));
    tables.comments.time((user, photo) -> awake(user, from(earliest(user, photo))));
    tables.follows.time(
        (user, other) ->
            awake(user, from(Math.max(tables.registered[user], tables.registered[other]))));
    index();
  }

  /** Owners that have many photos, posted in the second half. */
  int[] idols() {
    return idols;
  }

  /** Days on which many registered. */
  List<Integer> waves() {
    return waves;
  }

  /** All users, in random order. */
  int[] everybody() {
    return order;
  }

  int[] photosOf(int owner) {
    return photosOf[owner];
  }

  private void postOften(int[] owners) {
    for (int owner : owners) {
      for (int each = 0; each < PHOTOS_OF_AN_IDOL; each++) {
        int photo = random.nextInt(tables.photos());
        tables.owners[photo] = owner;
        tables.posted[photo] = late();
      }
    }
  }

  /** To be called when photos have other owners. */
  void index() {
    var photos = new ArrayList<List<Integer>>();
    for (int user = 0; user < tables.users(); user++) {
      photos.add(new ArrayList<>());
    }
    for (int photo = 0; photo < tables.photos(); photo++) {
      photos.get(tables.owners[photo]).add(photo);
    }
    photosOf =
        photos.stream()
            .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
  }

  void like(int user, int photo, int second) {
    if (second <= tables.end && second >= tables.registered[user]) {
      tables.likes.add(user, photo, second);
    }
  }

  void likeAny(int user, int photo) {
    int second = from(earliest(user, photo));
    like(user, photo, truth.isBot(user) ? second : awake(user, second));
  }

  void follow(int follower, int followee, int second) {
    if (second <= tables.end) {
      tables.follows.add(follower, followee, second);
    }
  }

  void comment(int user, int photo, String text) {
    tables.comments.add(user, photo, from(earliest(user, photo)), text);
  }

  String any(Actions comments) {
    return comments.text(random.nextInt(comments.size()));
  }

  void forget(int... users) {
    var gone = new boolean[tables.users()];
    for (int user : users) {
      gone[user] = true;
    }
    for (var actions : List.of(tables.likes, tables.comments, tables.follows)) {
      actions.remove(user -> gone[user]);
    }
  }

  /** Users who are nothing special yet. */
  int[] take(int count) {
    drawn += count;
    return Arrays.copyOfRange(order, drawn - count, drawn);
  }

  int late() {
    return tables.end / 2 + random.nextInt(tables.end / 2 - 4 * DAY);
  }

  /** Everybody sleeps eight hours, which ones depends on where they live; some days a bit less. */
  int awake(int user, int second) {
    int bedtime = bedtimes[user];
    int sinceBedtime = Math.floorMod(second % DAY - bedtime, DAY);
    int moved = second - sinceBedtime + NIGHT + (int) ((long) sinceBedtime * (DAY - NIGHT) / DAY);
    return Math.min(moved, tables.end);
  }

  int earliest(int user, int photo) {
    return Math.max(tables.registered[user], tables.posted[photo]);
  }

  int from(int earliest) {
    return earliest + random.nextInt(tables.end - earliest + 1);
  }

  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  int exponential(int mean) {
    return (int) (-mean * Math.log(1 - random.nextDouble()));
  }

  int[] shuffled(int size) {
    var order = new int[size];
    Arrays.setAll(order, IntUnaryOperator.identity());
    return some(order, size);
  }

  /** Some of them, each at most once, in random order. */
  int[] some(int[] all, int count) {
    var order = all.clone();
    int size = Math.min(count, order.length);
    for (int place = 0; place < size; place++) {
      int other = place + random.nextInt(order.length - place);
      int value = order[place];
      order[place] = order[other];
      order[other] = value;
    }
    return Arrays.copyOf(order, size);
  }
}
