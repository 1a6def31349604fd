package io.minigram.botdetector.runs;

import static io.minigram.botdetector.GraphQL.startRun;
import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.botdetector.DetectorTest;
import io.minigram.botdetector.files.ScoreCommand;
import io.minigram.workbench.network.NetworkGenerator;
import io.minigram.workbench.network.NetworkOptions;
import io.minigram.workbench.terminal.Progress;
import io.minigram.workbench.testing.OwnerDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

/** One network, scored from files and from PostgreSQL. */
@DetectorTest
class SameScoresTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {3, 11})
  void filesAndFactsGiveTheSameScores(long seed) throws IOException, SQLException {
    new NetworkGenerator(
            new NetworkOptions()
                .seed(seed)
                .users(2_000)
                .photos(8_000)
                .likeDraws(60_000)
                .commentDraws(20_000)
                .followDraws(30_000)
                .parameters())
        .writeTo(folder, true, Progress.SILENT);
    loadShuffled();
    var out = folder.resolve("scores.csv");

    startRun();
    new ScoreCommand().run(List.of(folder.toString(), "--out", out.toString()));

    var fromFiles =
        Files.readAllLines(out).stream()
            .skip(1)
            .map(row -> row.split(",", 3))
            .filter(row -> Double.parseDouble(row[1]) >= 0.1)
            // in the database scores are rounded down, in the file half up
            .map(row -> String.format(Locale.ROOT, "%s %.5f", row[0], Double.valueOf(row[1])))
            .toList();
    assertThat(fromFiles).isNotEmpty();
    assertThat(
            OwnerDatabase.rows("select user_id, score from moderation.score").stream()
                .map(row -> row.split("\\|"))
                .map(row -> String.format(Locale.ROOT, "%s %.5f", row[0], Double.valueOf(row[1]))))
        .containsExactlyInAnyOrderElementsOf(fromFiles);
  }

  /** In another order of rows than in the files, which must make no difference. */
  private void loadShuffled() throws SQLException, IOException {
    OwnerDatabase.clear();
    try (var connection = OwnerDatabase.connect();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          set timezone = 'UTC';
          select setseed(0.5);
          create temp table users (line serial, id bigint, username text, created_at timestamptz);
          create temp table photos
            (line serial, id bigint, image_url text, user_id bigint, created_at timestamptz);
          create temp table likes
            (line serial, user_id bigint, photo_id bigint, created_at timestamptz);
          create temp table comments
            (line serial, id bigint, comment_text text, user_id bigint, photo_id bigint,
              created_at timestamptz);
          create temp table follows
            (line serial, follower_id bigint, followee_id bigint, created_at timestamptz);
          """);
      var copy = connection.unwrap(PGConnection.class).getCopyAPI();
      for (var table : List.of("users", "photos", "likes", "comments", "follows")) {
        var file = folder.resolve(table + ".csv");
        try (var lines = Files.lines(file);
            var bytes = Files.newInputStream(file)) {
          copy.copyIn(
              "copy pg_temp.%s (%s) from stdin (format csv, header)"
                  .formatted(table, lines.findFirst().orElseThrow()),
              bytes);
        }
      }
      // Of rows with the same key the first one counts, as it does in an import.
      statement.execute(
          """
          insert into facts.batch (id) values (1);
          insert into facts.users (id, username, created_at, batch_id)
          select id, username, created_at, 1 from users order by random();
          insert into facts.photos (id, owner_id, image_url, created_at, batch_id)
          select id, user_id, image_url, created_at, 1 from photos order by random();
          insert into facts.likes (photo_id, user_id, created_at, batch_id)
          select photo_id, user_id, created_at, 1
          from (
            select distinct on (photo_id, user_id) photo_id, user_id, created_at
            from likes order by photo_id, user_id, line) as firsts
          order by random();
          insert into facts.comments (photo_id, id, user_id, comment_text, created_at, batch_id)
          select photo_id, id, user_id, comment_text, created_at, 1
          from comments order by random();
          insert into facts.follows (followee_id, follower_id, created_at, batch_id)
          select followee_id, follower_id, created_at, 1
          from (
            select distinct on (followee_id, follower_id) followee_id, follower_id, created_at
            from follows order by followee_id, follower_id, line) as firsts
          order by random();
          """);
    }
  }
}
