package io.minigram.insights;

import io.minigram.insights.rolling.RollUps;
import io.minigram.workbench.testing.OwnerDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * The published files, in the folder that the environment variable or system property {@code
 * MINIGRAM_DATA} names.
 */
final class PublishedFiles {

  private static final String FOLDER = "MINIGRAM_DATA";

  private PublishedFiles() {}

  /** Whether we have been told where they are. */
  static boolean given() {
    return folder() != null;
  }

  /** Puts them in place of all other facts; of rows with the same key, one goes in. */
  static void load() throws SQLException, IOException {
    OwnerDatabase.clear();
    try (var connection = OwnerDatabase.connect();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          set timezone = 'UTC';
          create temp table users (id bigint, username text, created_at timestamptz);
          create temp table photos
            (id bigint, image_url text, user_id bigint, created_at timestamptz);
          create temp table tags (id bigint, tag_name text, created_at timestamptz);
          create temp table photo_tags (photo_id bigint, tag_id bigint);
          create temp table follows
            (follower_id bigint, followee_id bigint, created_at timestamptz);
          """);
      var copy = connection.unwrap(PGConnection.class).getCopyAPI();
      for (var table : new String[] {"users", "photos", "tags", "photo_tags", "follows"}) {
        try (var file = Files.newInputStream(Path.of(folder(), table + ".csv"))) {
          copy.copyIn("copy pg_temp.%s from stdin (format csv, header)".formatted(table), file);
        }
      }
      statement.execute(
          """
          insert into facts.users (id, username, created_at, batch_id)
          select id, username, created_at, 1 from users;
          insert into facts.photos (id, owner_id, image_url, created_at, batch_id)
          select id, user_id, image_url, created_at, 1 from photos;
          insert into facts.tags (id, name, created_at, batch_id)
          select id, tag_name, created_at, 1 from tags;
          insert into facts.photo_tags (photo_id, tag_id, batch_id)
          select distinct photo_id, tag_id, 1 from photo_tags;
          insert into facts.follows (followee_id, follower_id, created_at, batch_id)
          select distinct on (followee_id, follower_id) followee_id, follower_id, created_at, 1
          from follows;
          """);
    }
    RollUps.rebuild();
  }

  private static String folder() {
    return System.getProperty(FOLDER, System.getenv(FOLDER));
  }
}
