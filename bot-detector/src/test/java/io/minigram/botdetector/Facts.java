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

  /**
   * Accounts 1 to 200 with five photos each, and 20 likes each on days apart; but accounts 1 to 6
   * like the same 12 photos of owners 101 to 112 within a minute, a photo a day.
   */
  public static void ring() {
    network(200, 0);
    insert(
        "photos (id, owner_id, image_url, created_at, batch_id)",
        """
        select p, 1 + (p - 1) / 5, 'https://minigram.example/' || p, '2024-01-02', b.id
        from b, generate_series(1, 1000) as p\
        """);
    insert(
        "likes (photo_id, user_id, created_at, batch_id)",
        """
        select 1 + 5 * (u * 7 + k * 29) % 1000, u,
          timestamptz '2024-02-01 00:00Z' + make_interval(days => k * 15 + u % 15, mins => u * 7),
          b.id
        from b, generate_series(7, 200) as u, generate_series(1, 20) as k\
        """);
    insert(
        "likes (photo_id, user_id, created_at, batch_id)",
        """
        select 501 + 5 * k, u,
          timestamptz '2024-03-01 10:00Z' + make_interval(days => k, secs => u), b.id
        from b, generate_series(1, 6) as u, generate_series(0, 11) as k\
        """);
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
