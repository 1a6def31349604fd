package io.minigram.workbench.bench;

import java.nio.charset.StandardCharsets;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** New likes, comments and follows by users who are there, two, two and one of five. */
final class EventStream {

  private static final long FIRST_COMMENT = 1_000_000_000_000L;

  private final long users;
  private final long photos;
  private final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(7);
  private long chunks;
  private long likes;
  private long comments;
  private long follows;

  /** Users and photos have the ids from 1 on. */
  EventStream(long users, long photos) {
    this.users = users;
    this.photos = photos;
  }

  /** What a row is about. */
  enum Kind {
    LIKES("likes", "user_id,photo_id,created_at"),
    COMMENTS("comments", "id,comment_text,photo_id,user_id,created_at"),
    FOLLOWS("follows", "follower_id,followee_id,created_at");

    private final String resource;
    private final String header;

    Kind(String resource, String header) {
      this.resource = resource;
      this.header = header;
    }

    /** Its name in ingest-service's addresses, and of its file. */
    String resource() {
      return resource;
    }
  }

  /**
   * Rows of one kind, as CSV with a header.
   *
   * @param rows without the header
   */
  record Chunk(Kind kind, byte[] body, int rows) {}

  Chunk next(int rows) {
    return next(
        switch ((int) (chunks++ % 5)) {
          case 0, 2 -> Kind.LIKES;
          case 1, 3 -> Kind.COMMENTS;
          default -> Kind.FOLLOWS;
        },
        rows);
  }

  Chunk next(Kind kind, int rows) {
    var body = new StringBuilder(kind.header).append('\n');
    for (int row = 0; row < rows; row++) {
      body.append(
          switch (kind) {
            case LIKES -> LikesFile.line(likes++, users, photos, random);
            case COMMENTS -> comment();
            case FOLLOWS -> follow();
          });
    }
    return new Chunk(kind, body.toString().getBytes(StandardCharsets.US_ASCII), rows);
  }

  private String comment() {
    return "%d,well seen,%d,%d,%s\n"
        .formatted(
            FIRST_COMMENT + comments++,
            1 + random.nextLong(photos),
            1 + random.nextLong(users),
            LikesFile.time(random));
  }

  private String follow() {
    long pair = LikesFile.pair(follows++, users * (users - 1));
    long follower = 1 + pair / (users - 1);
    long other = 1 + pair % (users - 1);
    return "%d,%d,%s\n"
        .formatted(follower, other < follower ? other : other + 1, LikesFile.time(random));
  }
}
