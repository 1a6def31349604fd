package io.minigram.botdetector.scoring.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Builds small networks. Each photo belongs to the account of the same number, if nobody says. */
final class Networks {

  static final int DAY = 86_400;

  private final int accounts;
  private final int[] owners;
  private final int[] registered;
  private final List<int[]> likes = new ArrayList<>();
  private final List<int[]> comments = new ArrayList<>();
  private final List<int[]> follows = new ArrayList<>();
  private final List<int[]> texts = new ArrayList<>();

  Networks(int accounts, int photos) {
    this.accounts = accounts;
    this.owners = IntStream.range(0, photos).map(photo -> Math.min(photo, accounts - 1)).toArray();
    this.registered = new int[accounts];
  }

  Networks registered(int account, int second) {
    registered[account] = second;
    return this;
  }

  /** The photo and all after it, up to the next one's, belong to the account. */
  Networks owner(int photo, int account) {
    owners[photo] = account;
    return this;
  }

  Networks like(int account, int photo, int second) {
    likes.add(new int[] {account, photo, second});
    return this;
  }

  Networks comment(int account, int photo, int second) {
    comments.add(new int[] {account, photo, second});
    return this;
  }

  Networks follow(int follower, int followee, int second) {
    follows.add(new int[] {follower, followee, second});
    return this;
  }

  Networks text(int author, int opening, int closing) {
    texts.add(new int[] {author, opening, closing});
    return this;
  }

  Networks shuffled(long seed) {
    var random = new Random(seed);
    List.of(likes, comments, follows, texts).forEach(rows -> Collections.shuffle(rows, random));
    return this;
  }

  Network network() {
    return new Network(
        registered,
        owners,
        events(likes, owners.length),
        events(comments, owners.length),
        events(follows, accounts),
        new Texts(column(texts, 0), column(texts, 1), column(texts, 2)));
  }

  private Events events(List<int[]> rows, int targets) {
    return Events.of(
        accounts, targets, rows.size(), column(rows, 0), column(rows, 1), column(rows, 2));
  }

  private static int[] column(List<int[]> rows, int column) {
    return rows.stream().mapToInt(row -> row[column]).toArray();
  }
}
