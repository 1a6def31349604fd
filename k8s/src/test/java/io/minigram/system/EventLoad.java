package io.minigram.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.minigram.system.Ledger.Fact;
import io.minigram.system.Ledger.Row;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/**
 * Sends streams of events of its own users, each under a key, and demands that each report is the
 * one that follows from the streams before it.
 */
final class EventLoad implements Callable<Ledger> {

  private static final int EVENTS = 1_200;

  /** Nobody else comments on these, so the ids of their comments are free. */
  private static final int FIRST_PHOTO = 501;

  private static final int PHOTOS_LIKED = 50;
  private static final int PIECE = 8_192;
  private static final Duration PAUSE = Duration.ofMillis(30);
  private static final String TIME = "\"createdAt\":\"2020-01-01T00:00:00Z\"";

  private final int number;
  private final PatientClient client;
  private final BooleanSupplier goesOn;
  private final Random random;
  private final Ledger ledger = new Ledger();
  private final List<String> comments = new ArrayList<>();
  private final List<String> surprises = new ArrayList<>();
  private long lastComment;
  private int inserted;
  private int retracted;
  private int duplicate;

  /**
   * @param number of the client, whose users it has
   */
  EventLoad(int number, PatientClient client, BooleanSupplier goesOn, long seed) {
    this.number = number;
    this.client = client;
    this.goesOn = goesOn;
    this.random = new Random(seed);
  }

  @Override
  public Ledger call() throws InterruptedException {
    for (int stream = 0; goesOn.getAsBoolean(); stream++) {
      inserted = 0;
      retracted = 0;
      duplicate = 0;
      var lines = new StringBuilder();
      for (int i = 0; i < EVENTS; i++) {
        lines.append(event()).append('\n');
      }
      var body = lines.toString().getBytes(UTF_8);
      var report =
          client.take(
              "/events",
              "application/x-ndjson",
              "e-" + stream,
              () -> new SlowStream(new ByteArrayInputStream(body), PIECE, PAUSE));
      var expected = List.of(EVENTS, inserted, retracted, duplicate, 0);
      if (!counts(report).equals(expected)) {
        surprises.add("stream %d: %s, not %s".formatted(stream, report, expected));
      }
    }
    return ledger;
  }

  private static List<Integer> counts(JsonNode report) {
    return List.of("received", "inserted", "retracted", "duplicate", "rejected").stream()
        .map(name -> report.path(name).asInt(-1))
        .toList();
  }

  /** Answers that do not follow from those before. */
  List<String> surprises() {
    return surprises;
  }

  private String event() {
    long photo = FIRST_PHOTO + random.nextInt(PHOTOS_LIKED);
    long user = FaultNetwork.userOfWriter(number, random.nextInt(Integer.MAX_VALUE));
    int dice = random.nextInt(100);
    if (dice < 40) {
      count(ledger.add(Row.of(Fact.LIKES, photo, user)), true);
      return "{\"type\":\"like\",\"photoId\":%d,\"userId\":%d,%s}".formatted(photo, user, TIME);
    } else if (dice < 55) {
      count(ledger.take(Row.of(Fact.LIKES, photo, user)), false);
      return "{\"type\":\"unlike\",\"photoId\":%d,\"userId\":%d}".formatted(photo, user);
    } else if (dice < 70) {
      count(ledger.add(Row.of(Fact.FOLLOWS, photo, user)), true);
      return "{\"type\":\"follow\",\"followeeId\":%d,\"followerId\":%d,%s}"
          .formatted(photo, user, TIME);
    } else if (dice < 80) {
      count(ledger.take(Row.of(Fact.FOLLOWS, photo, user)), false);
      return "{\"type\":\"unfollow\",\"followeeId\":%d,\"followerId\":%d}".formatted(photo, user);
    } else if (dice < 92 || comments.isEmpty()) {
      long id = ++lastComment;
      var text = "event " + id;
      var row = Row.of(Fact.COMMENTS, photo + ":" + id, user, text);
      comments.add(row.text());
      count(ledger.add(row), true);
      return """
      {"type":"addComment","photoId":%d,"id":%d,"userId":%d,"commentText":"%s",%s}\
      """
          .formatted(photo, id, user, text, TIME);
    } else {
      var text = comments.remove(random.nextInt(comments.size()));
      var id = text.substring(0, text.indexOf('|')).split(":");
      count(ledger.take(new Row(Fact.COMMENTS, text)), false);
      return "{\"type\":\"removeComment\",\"photoId\":%s,\"id\":%s}".formatted(id[0], id[1]);
    }
  }

  private void count(boolean changed, boolean adds) {
    if (!changed) {
      duplicate++;
    } else if (adds) {
      inserted++;
    } else {
      retracted++;
    }
  }
}
