package io.minigram.system;

import java.sql.SQLException;

/**
 * The users and photos that the load of a test of faults works on: each client has users of its
 * own, so what must become of its rows does not depend on the others.
 */
final class FaultNetwork {

  /** Photos 1 to so many, each of the user of the same number. */
  static final int PHOTOS = 1_000;

  /** Users that each importer has, and all importers share. */
  static final int USERS_OF_IMPORTER = 10_000;

  private static final int FIRST_OF_WRITERS = 10_000;
  private static final int USERS_OF_WRITER = 20;
  private static final int FIRST_OF_IMPORTERS = 100_000;
  private static final int LAST = 130_000;

  private FaultNetwork() {}

  static void create(IngestSystem system) throws SQLException {
    try (var owner = system.connect();
        var statement = owner.createStatement()) {
      statement.execute(
          """
          insert into facts.batch (id, users, photos)
          values (nextval('facts.batch_id'), %1$d, %2$d);
          insert into facts.users (id, username, created_at, batch_id)
          select id, 'u' || id, '2019-01-01Z', currval('facts.batch_id')
          from generate_series(1, %1$d) as id;
          insert into facts.photos (id, owner_id, image_url, created_at, batch_id)
          select id, id, 'https://example.org/' || id, '2019-01-01Z', currval('facts.batch_id')
          from generate_series(1, %2$d) as id;
          """
              .formatted(LAST, PHOTOS));
    }
  }

  /** One of a client's own users. */
  static long userOfWriter(int writer, int number) {
    return FIRST_OF_WRITERS + (long) writer * USERS_OF_WRITER + number % USERS_OF_WRITER;
  }

  /** The first of an importer's own users; those that all share come after the last importer's. */
  static long firstUserOfImporter(int importer) {
    return FIRST_OF_IMPORTERS + (long) importer * USERS_OF_IMPORTER;
  }
}
