package io.minigram.workbench.bench.detection;

import io.minigram.workbench.network.NetworkGenerator;
import io.minigram.workbench.network.NetworkParameters;
import io.minigram.workbench.terminal.Progress;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A network in memory, to be changed. Users and photos are indexes (an id less one), moments are
 * seconds since the first possible one.
 */
final class Tables {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  final String[] usernames;
  final int[] registered;
  final int[] owners;
  final int[] posted;
  final Actions likes = new Actions();
  final Actions comments = new Actions();
  final Actions follows = new Actions();

  /** What was followed, when, and is no more. */
  final Actions unfollows = new Actions();

  /** When each of them was taken back. */
  final Numbers unfollowed = new Numbers();

  final int end;
  private final long start;

  private Tables(NetworkParameters parameters) {
    usernames = new String[parameters.users()];
    registered = new int[parameters.users()];
    owners = new int[parameters.photos()];
    posted = new int[parameters.photos()];
    start = parameters.start().toEpochSecond(ZoneOffset.UTC);
    end = (int) (parameters.end().toEpochSecond(ZoneOffset.UTC) - start);
  }

  /**
   * @param folder where the files go while they are needed
   */
  static Tables generate(NetworkParameters parameters, Path folder) throws IOException {
    new NetworkGenerator(parameters).writeTo(folder, true, Progress.SILENT);
    var tables = new Tables(parameters);
    tables.read(folder);
    return tables;
  }

  int users() {
    return registered.length;
  }

  int photos() {
    return owners.length;
  }

  private void read(Path folder) throws IOException {
    rows(
        folder.resolve("users.csv"),
        row -> {
          int user = index(row[0]);
          usernames[user] = row[1];
          registered[user] = second(row[2]);
        });
    rows(
        folder.resolve("photos.csv"),
        row -> {
          int photo = index(row[0]);
          owners[photo] = index(row[2]);
          posted[photo] = second(row[3]);
        });
    rows(
        folder.resolve("likes.csv"),
        row -> likes.add(index(row[0]), index(row[1]), second(row[2])));
    rows(
        folder.resolve("follows.csv"),
        row -> follows.add(index(row[0]), index(row[1]), second(row[2])));
    rows(
        folder.resolve("comments.csv"),
        row -> comments.add(index(row[3]), index(row[2]), second(row[4]), row[1]));
  }

  private interface Row {
    void take(String[] fields);
  }

  private static void rows(Path file, Row row) throws IOException {
    try (var lines = Files.lines(file)) {
      lines.skip(1).forEach(line -> row.take(line.split(",")));
    }
  }

  private static int index(String id) {
    return Integer.parseInt(id) - 1;
  }

  private int second(String moment) {
    return (int)
        (LocalDateTime.parse(moment.replace(' ', 'T')).toEpochSecond(ZoneOffset.UTC) - start);
  }

  private String moment(int second) {
    return LocalDateTime.ofEpochSecond(start + second, 0, ZoneOffset.UTC).format(MOMENT);
  }

  /** Writes what {@code score} reads. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (var out = open(folder, "users.csv", "id,username,created_at")) {
      for (int user = 0; user < users(); user++) {
        line(out, user + 1, usernames[user], moment(registered[user]));
      }
    }
    try (var out = open(folder, "photos.csv", "id,image_url,user_id,created_at")) {
      for (int photo = 0; photo < photos(); photo++) {
        line(
            out,
            photo + 1,
            "https://images.example/" + photo,
            owners[photo] + 1,
            moment(posted[photo]));
      }
    }
    write(folder, "likes.csv", "user_id,photo_id,created_at", likes);
    write(folder, "follows.csv", "follower_id,followee_id,created_at", follows);
    try (var out =
        open(folder, "unfollows.csv", "follower_id,followee_id,created_at,retracted_at")) {
      for (int row = 0; row < unfollows.size(); row++) {
        line(
            out,
            unfollows.actor(row) + 1,
            unfollows.target(row) + 1,
            moment(unfollows.second(row)),
            moment(unfollowed.get(row)));
      }
    }
    try (var out = open(folder, "comments.csv", "id,comment_text,photo_id,user_id,created_at")) {
      for (int row = 0; row < comments.size(); row++) {
        line(
            out,
            row + 1,
            comments.text(row),
            comments.target(row) + 1,
            comments.actor(row) + 1,
            moment(comments.second(row)));
      }
    }
  }

  private void write(Path folder, String file, String header, Actions actions) throws IOException {
    try (var out = open(folder, file, header)) {
      for (int row = 0; row < actions.size(); row++) {
        line(out, actions.actor(row) + 1, actions.target(row) + 1, moment(actions.second(row)));
      }
    }
  }

  private static BufferedWriter open(Path folder, String file, String header) throws IOException {
    var out = Files.newBufferedWriter(folder.resolve(file));
    out.write(header);
    out.write('\n');
    return out;
  }

  private static void line(BufferedWriter out, Object... fields) throws IOException {
    for (int field = 0; field < fields.length; field++) {
      out.write(field == 0 ? "" : ",");
      out.write(fields[field].toString());
    }
    out.write('\n');
  }
}
