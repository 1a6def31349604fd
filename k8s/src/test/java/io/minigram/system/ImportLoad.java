package io.minigram.system;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import io.minigram.system.Ledger.Fact;
import io.minigram.system.Ledger.Row;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/**
 * Imports one file of likes after the other, each under a key. Two of three files are likes of the
 * importer's own users; the third one has rows that the other importers send as well.
 */
final class ImportLoad implements Callable<Ledger> {

  /** New likes in each file. */
  static final int ROWS = 3_000;

  private static final int REPEATED = 2;
  private static final int UNKNOWN = 3;
  private static final int PIECE = 4_096;
  private static final Duration PAUSE = Duration.ofMillis(30);

  /**
   * An import that was answered.
   *
   * @param isShared whether others send the same rows
   */
  record Sent(String key, boolean isShared, JsonNode report) {}

  private final int number;
  private final int importers;
  private final PatientClient client;
  private final BooleanSupplier goesOn;
  private final Ledger shared;
  private final Random random;
  private final Ledger ledger = new Ledger();
  private final List<Sent> sent = new ArrayList<>();

  /**
   * @param importers how many there are
   * @param shared of the rows that all importers send
   */
  ImportLoad(
      int number,
      int importers,
      PatientClient client,
      BooleanSupplier goesOn,
      Ledger shared,
      long seed) {
    this.number = number;
    this.importers = importers;
    this.client = client;
    this.goesOn = goesOn;
    this.shared = shared;
    this.random = new Random(seed);
  }

  @Override
  public Ledger call() throws InterruptedException {
    for (int file = 0; goesOn.getAsBoolean(); file++) {
      boolean isShared = file % 3 == 2;
      int users = isShared ? importers : number;
      var likes = likes(FaultNetwork.firstUserOfImporter(users), isShared ? file / 3 : file);
      var body = csv(likes).getBytes(US_ASCII);
      var key = "i%d-%d".formatted(number, file);
      var report =
          client.take(
              "/imports/likes",
              "text/csv",
              key,
              () -> new SlowStream(new ByteArrayInputStream(body), PIECE, PAUSE));
      likes.forEach((isShared ? shared : ledger)::add);
      sent.add(new Sent(key, isShared, report));
    }
    return ledger;
  }

  List<Sent> sent() {
    return sent;
  }

  /** What must be told of an import of which so many rows were new. */
  static String expected(long inserted) {
    return "COMPLETED received %d inserted %d duplicate %d rejected %d"
        .formatted(ROWS + REPEATED + UNKNOWN, inserted, ROWS + REPEATED - inserted, UNKNOWN);
  }

  /** The pairs of users and photos, counted through: each number gives pairs that no other has. */
  private static List<Row> likes(long firstUser, int number) {
    var rows = new ArrayList<Row>(ROWS);
    for (long pair = (long) number * ROWS; pair < (number + 1L) * ROWS; pair++) {
      rows.add(
          Row.of(
              Fact.LIKES,
              1 + pair % FaultNetwork.PHOTOS,
              firstUser + pair / FaultNetwork.PHOTOS % FaultNetwork.USERS_OF_IMPORTER));
    }
    return rows;
  }

  private String csv(List<Row> likes) {
    var lines = new ArrayList<>(likes.stream().map(like -> like.text().replace('|', ',')).toList());
    lines.addAll(lines.subList(0, REPEATED));
    for (int i = 0; i < UNKNOWN; i++) {
      lines.add("999999999,1");
    }
    Collections.shuffle(lines, random);
    return "photo_id,user_id,created_at\n"
        + String.join(",2020-01-01 00:00:00\n", lines)
        + ",2020-01-01 00:00:00\n";
  }
}
