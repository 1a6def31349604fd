package io.minigram.botdetector.networks;

import io.minigram.botdetector.scoring.Events;
import io.minigram.botdetector.scoring.Network;
import io.minigram.botdetector.scoring.Texts;
import io.minigram.botdetector.scoring.Unfollows;
import java.io.IOException;
import java.time.Duration;

/**
 * Reads a network into columns, table by table. Where a key repeats, its first row counts; the
 * order of rows makes no difference otherwise.
 */
public final class NetworkReader {

  private final NetworkSource source;
  private final Ids users;
  private final int[] registered;
  private final Ids photos;
  private final int[] owners;
  private final int[] posted;
  private long unknown;
  private long ordering;

  private NetworkReader(NetworkSource source) throws IOException {
    this.source = source;
    var userIds = new LongColumn();
    var seconds = new IntColumn();
    try (var rows = source.open(Table.USERS)) {
      while (rows.next()) {
        userIds.add(rows.number(0));
        seconds.add(rows.second(1));
      }
    }
    this.users = Ids.of(userIds.toArray());
    this.registered = new int[users.size()];
    // From the last row to the first, since the first one of an id counts.
    for (int row = userIds.size() - 1; row >= 0; row--) {
      registered[users.indexOf(userIds.values()[row])] = seconds.values()[row];
    }

    var photoIds = new LongColumn();
    var photoOwners = new IntColumn();
    var moments = new IntColumn();
    try (var rows = source.open(Table.PHOTOS)) {
      while (rows.next()) {
        int owner = users.indexOf(rows.number(1));
        if (owner < 0) {
          unknown++;
        } else {
          photoIds.add(rows.number(0));
          photoOwners.add(owner);
          moments.add(rows.second(2));
        }
      }
    }
    var byId = Ids.of(photoIds.toArray());
    var ownerOf = new int[byId.size()];
    for (int row = photoIds.size() - 1; row >= 0; row--) {
      ownerOf[byId.indexOf(photoIds.values()[row])] = photoOwners.values()[row];
    }
    this.photos = byId.orderedBy(ownerOf);
    this.owners = new int[photos.size()];
    this.posted = new int[photos.size()];
    for (int row = photoIds.size() - 1; row >= 0; row--) {
      int photo = photos.indexOf(photoIds.values()[row]);
      owners[photo] = photoOwners.values()[row];
      posted[photo] = moments.values()[row];
    }
  }

  /**
   * Reads all tables.
   *
   * @throws IOException if a table cannot be read, or holds what is no id or no moment
   */
  public static ReadNetwork read(NetworkSource source) throws IOException {
    return new NetworkReader(source).network();
  }

  private ReadNetwork network() throws IOException {
    var likes = events(Table.LIKES, photos);
    var follows = events(Table.FOLLOWS, users);
    var authors = new IntColumn();
    var commented = new IntColumn();
    var seconds = new IntColumn();
    var openings = new IntColumn();
    var closings = new IntColumn();
    try (var rows = source.open(Table.COMMENTS)) {
      while (rows.next()) {
        int author = users.indexOf(rows.number(0));
        int photo = photos.indexOf(rows.number(1));
        if (author < 0 || photo < 0) {
          unknown++;
        } else {
          var text = rows.text(3);
          authors.add(author);
          commented.add(photo);
          seconds.add(rows.second(2));
          openings.add(Texts.opening(text));
          closings.add(Texts.closing(text));
        }
      }
    }
    var comments = ordered(photos, authors, commented, seconds, true);
    var texts = new Texts(authors.take(), openings.take(), closings.take());
    return new ReadNetwork(
        new Network(registered, owners, posted, likes, comments, follows, texts, unfollows()),
        users.byIndex(),
        photos.byIndex(),
        unknown,
        Duration.ofNanos(ordering));
  }

  private Unfollows unfollows() throws IOException {
    var followers = new IntColumn();
    var lasted = new IntColumn();
    try (var rows = source.open(Table.UNFOLLOWS)) {
      while (rows.next()) {
        int follower = users.indexOf(rows.number(0));
        int followee = users.indexOf(rows.number(1));
        if (follower < 0 || followee < 0) {
          unknown++;
        } else {
          followers.add(follower);
          lasted.add(rows.second(3) - rows.second(2));
        }
      }
    }
    return new Unfollows(followers.take(), lasted.take());
  }

  private Events events(Table table, Ids targets) throws IOException {
    var actor = new IntColumn();
    var target = new IntColumn();
    var second = new IntColumn();
    try (var rows = source.open(table)) {
      while (rows.next()) {
        int who = users.indexOf(rows.number(0));
        int what = targets.indexOf(rows.number(1));
        if (who < 0 || what < 0) {
          unknown++;
        } else {
          actor.add(who);
          target.add(what);
          second.add(rows.second(2));
        }
      }
    }
    return ordered(targets, actor, target, second, false);
  }

  /**
   * Takes targets and moments; who acted may be needed once more.
   *
   * @param repeated whether one may act on the same target again and again
   */
  private Events ordered(
      Ids targets, IntColumn actor, IntColumn target, IntColumn second, boolean repeated) {
    long start = System.nanoTime();
    int size = actor.size();
    var events =
        repeated
            ? Events.earliest(
                users.size(), targets.size(), size, actor.values(), target.take(), second.take())
            : Events.of(
                users.size(), targets.size(), size, actor.values(), target.take(), second.take());
    ordering += System.nanoTime() - start;
    return events;
  }
}
