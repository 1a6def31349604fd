package io.minigram.botdetector;

import io.minigram.workbench.testing.OwnerDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Puts facts in as batches, as ingest-service would, and looks into tables, as their owner. */
public final class Facts {

  private Facts() {}

  /** Accounts 1 to {@code users}, named user1 and so on, and photos 1 to {@code photos}. */
  public static void network(int users, int photos) {
    OwnerDatabase.clear();
    if (users > 0) {
      insert(
          "users (id, username, created_at, batch_id) select i, 'user' || i, '2024-01-01', b.id",
          1,
          users);
    }
    photos(1, photos);
  }

  public static void photos(int from, int to) {
    insert(
        "photos (id, owner_id, image_url, created_at, batch_id)"
            + " select i, 1, 'https://minigram.example/' || i, '2024-01-02', b.id",
        from,
        to);
  }

  /** The account likes photos 1 to {@code photos}. */
  public static void likes(long userId, int photos) {
    insert(
        "likes (photo_id, user_id, created_at, batch_id) select i, %d, '2024-01-03', b.id"
            .formatted(userId),
        1,
        photos);
  }

  /** A batch that brings nothing a run looks at. */
  public static void emptyBatch() {
    OwnerDatabase.execute("insert into facts.batch default values");
  }

  private static void insert(String rows, int from, int to) {
    OwnerDatabase.execute(
        "with b as (insert into facts.batch default values returning id)"
            + " insert into facts.%s from b, generate_series(%d, %d) as i"
                .formatted(rows, from, to));
  }

  /** The first column of a query's rows. */
  public static List<Long> longs(String query) {
    try (var connection = OwnerDatabase.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      var values = new ArrayList<Long>();
      while (rows.next()) {
        values.add(rows.getLong(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
