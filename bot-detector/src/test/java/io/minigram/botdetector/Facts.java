package io.minigram.botdetector;

import io.minigram.workbench.testing.OwnerDatabase;
import java.util.List;

/** Puts facts in as batches, as ingest-service would, and looks into tables, as their owner. */
public final class Facts {

  private Facts() {}

  /** Accounts 1 to {@code users}, named user1 and so on, and photos 1 to {@code photos}. */
  public static void network(int users, int photos) {
    OwnerDatabase.clear();
    insert(
        "users (id, username, created_at, batch_id)",
        "select u, 'user' || u, '2024-01-01', b.id from b, generate_series(1, %d) as u"
            .formatted(users));
    photos(1, photos);
  }

  public static void photos(int from, int to) {
    insert(
        "photos (id, owner_id, image_url, created_at, batch_id)",
        """
        select p, 1, 'https://minigram.example/' || p, '2024-01-02', b.id
        from b, generate_series(%d, %d) as p\
        """
            .formatted(from, to));
  }

  /** The account likes photos 1 to {@code photos}. */
  public static void likes(int userId, int photos) {
    likes(userId, userId, photos);
  }

  /** Each of these accounts likes photos 1 to {@code photos}. */
  public static void likes(int fromUser, int toUser, int photos) {
    insert(
        "likes (photo_id, user_id, created_at, batch_id)",
        """
        select p, u, '2024-01-03', b.id
        from b, generate_series(%d, %d) as u, generate_series(1, %d) as p\
        """
            .formatted(fromUser, toUser, photos));
  }

  /** A batch that brings nothing a run looks at. */
  public static void emptyBatch() {
    OwnerDatabase.execute("insert into facts.batch default values");
  }

  private static void insert(String into, String rows) {
    OwnerDatabase.execute(
        "with b as (insert into facts.batch default values returning id) insert into facts.%s %s"
            .formatted(into, rows));
  }

  /** The rows of a query for one whole number. */
  public static List<Long> longs(String query) {
    return OwnerDatabase.rows(query).stream().map(Long::valueOf).toList();
  }
}
