package io.minigram.botdetector.files;

import io.minigram.botdetector.scoring.network.Events;
import io.minigram.botdetector.scoring.network.Network;
import io.minigram.botdetector.scoring.network.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A network that was read from CSV files: {@code users.csv}, {@code photos.csv}, {@code likes.csv},
 * {@code comments.csv} and {@code follows.csv} with the columns that the imports take.
 *
 * @param users the id of each account, ascending
 * @param unknown rows that were left out, since they name a user or photo that is not there
 */
record NetworkFolder(Network network, long[] users, long unknown) {

  static NetworkFolder read(Path folder) throws IOException {
    return new Reading(folder).network();
  }

  private static final class Reading {

    private final Path folder;
    private final Ids users;
    private final int[] registered;
    private final Ids photos;
    private final int[] owners;
    private long unknown;

    Reading(Path folder) throws IOException {
      this.folder = folder;
      var userIds = new LongColumn();
      var seconds = new IntColumn();
      try (var rows = CsvRows.open(folder.resolve("users.csv"), "id", "created_at")) {
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
      try (var rows = CsvRows.open(folder.resolve("photos.csv"), "id", "user_id")) {
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

    NetworkFolder network() throws IOException {
      var likes = events("likes.csv", "user_id", "photo_id", photos);
      var follows = events("follows.csv", "follower_id", "followee_id", users);
      var authors = new IntColumn();
      var commented = new IntColumn();
      var seconds = new IntColumn();
      var openings = new IntColumn();
      var closings = new IntColumn();
      try (var rows =
          CsvRows.open(
              folder.resolve("comments.csv"),
              "user_id",
              "photo_id",
              "created_at",
              "comment_text")) {
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
          Events.of(
              users.size(),
              photos.size(),
              authors.size(),
              authors.values(),
              commented.values(),
              seconds.values());
      var texts = new Texts(authors.toArray(), openings.toArray(), closings.toArray());
      return new NetworkFolder(
          new Network(registered, owners, likes, comments, follows, texts),
          users.sorted(),
          unknown);
    }

    private Events events(String file, String actorColumn, String targetColumn, Ids targets)
        throws IOException {
      var actor = new IntColumn();
      var target = new IntColumn();
      var second = new IntColumn();
      try (var rows = CsvRows.open(folder.resolve(file), actorColumn, targetColumn, "created_at")) {
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
}
