package io.minigram.botdetector.networks;

import io.minigram.botdetector.scoring.network.Events;
import io.minigram.botdetector.scoring.network.Network;
import io.minigram.botdetector.scoring.network.Texts;
import java.io.IOException;
import java.util.Arrays;

/** Reads a network into columns, table by table. The order of rows makes no difference. */
public final class NetworkReader {

  private final NetworkSource source;
  private final Ids users;
  private final int[] registered;
  private final Ids photos;
  private final int[] owners;
  private long unknown;

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
    try (var rows = source.open(Table.PHOTOS)) {
      while (rows.next()) {
        int owner = users.indexOf(rows.number(1));
        if (owner < 0) {
          unknown++;
        } else {
          photoIds.add(rows.number(0));
          photoOwners.add(owner);
        }
      }
    }
    var byId = Ids.of(photoIds.toArray());
    var ownerOf = new int[byId.size()];
    for (int row = photoIds.size() - 1; row >= 0; row--) {
      ownerOf[byId.indexOf(photoIds.values()[row])] = photoOwners.values()[row];
    }
    this.photos = byId.orderedBy(ownerOf);
    this.owners = ownerOf;
    Arrays.sort(owners);
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
    var comments =
        Events.earliest(
            users.size(),
            photos.size(),
            authors.size(),
            authors.values(),
            commented.values(),
            seconds.values());
    var texts = new Texts(authors.toArray(), openings.toArray(), closings.toArray());
    return new ReadNetwork(
        new Network(registered, owners, likes, comments, follows, texts),
        users.byIndex(),
        photos.byIndex(),
        unknown);
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
    return Events.of(
        users.size(),
        targets.size(),
        actor.size(),
        actor.values(),
        target.values(),
        second.values());
  }
}
