package io.minigram.botdetector.files;

import io.minigram.botdetector.scoring.network.Events;
import io.minigram.botdetector.scoring.network.Network;
import io.minigram.botdetector.scoring.network.Texts;
import io.minigram.botdetector.scoring.network.Unfollows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A network that was read from CSV files: {@code users.csv}, {@code photos.csv}, {@code likes.csv},
 * {@code comments.csv} and {@code follows.csv} with the columns that the imports take; and, if it
 * is there, {@code unfollows.csv} with {@code follower_id}, {@code followee_id}, {@code created_at}
 * and {@code retracted_at}: what the facts keep of follows that are no more.
 *
 * @param users the id of each account, ascending
 * @param unknown rows that were left out, since they name a user or photo that is not there
 * @param ordering what it took, beside reading, to put the events in order
 */
record NetworkFolder(Network network, long[] users, long unknown, Duration ordering) {

  static NetworkFolder read(Path folder) throws IOException {
    return new Reading(folder).network();
  }

  private static final class Reading {

    private final Path folder;
    private final Ids users;
    private final int[] registered;
    private final Ids photos;
    private final int[] owners;
    private final int[] posted;
    private long unknown;
    private long ordering;

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
      var moments = new IntColumn();
      try (var rows = CsvRows.open(folder.resolve("photos.csv"), "id", "user_id", "created_at")) {
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
      var comments = ordered(photos, authors, commented, seconds);
      var texts = new Texts(authors.take(), openings.take(), closings.take());
      return new NetworkFolder(
          new Network(registered, owners, posted, likes, comments, follows, texts, unfollows()),
          users.sorted(),
          unknown,
          Duration.ofNanos(ordering));
    }

    private Unfollows unfollows() throws IOException {
      var file = folder.resolve("unfollows.csv");
      if (!Files.exists(file)) {
        return Unfollows.NONE;
      }
      var followers = new IntColumn();
      var lasted = new IntColumn();
      try (var rows =
          CsvRows.open(file, "follower_id", "followee_id", "created_at", "retracted_at")) {
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
      return ordered(targets, actor, target, second);
    }

    /** Takes targets and moments; who acted may be needed once more. */
    private Events ordered(Ids targets, IntColumn actor, IntColumn target, IntColumn second) {
      long start = System.nanoTime();
      var events =
          Events.of(
              users.size(),
              targets.size(),
              actor.size(),
              actor.values(),
              target.take(),
              second.take());
      ordering += System.nanoTime() - start;
      return events;
    }
  }
}
