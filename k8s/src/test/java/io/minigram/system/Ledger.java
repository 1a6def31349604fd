package io.minigram.system;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What a client knows to be in the database, since it was told so. */
final class Ledger {

  /** A table, and the columns of it that clients know. */
  enum Fact {
    USERS("select id || '|' || username from facts.users"),
    PHOTOS("select id || '|' || owner_id || '|' || image_url from facts.photos"),
    PHOTO_TAGS(
        """
        select photo_tags.photo_id || '|' || tags.name
        from facts.photo_tags join facts.tags on tags.id = photo_tags.tag_id
        """),
    LIKES("select photo_id || '|' || user_id from facts.likes"),
    COMMENTS(
        "select photo_id || ':' || id || '|' || user_id || '|' || comment_text from"
            + " facts.comments"),
    FOLLOWS("select followee_id || '|' || follower_id from facts.follows");

    private final String query;

    Fact(String query) {
      this.query = query;
    }

    /** All rows, as ledgers write them. */
    String query() {
      return query;
    }
  }

  /** One row of one table, its columns joined by bars. */
  record Row(Fact fact, String text) {

    static Row of(Fact fact, Object... columns) {
      return new Row(fact, String.join("|", Stream.of(columns).map(String::valueOf).toList()));
    }
  }

  private final Map<Fact, Set<String>> rows = new EnumMap<>(Fact.class);
  private final Map<Fact, Long> everAdded = new EnumMap<>(Fact.class);

  Ledger() {
    for (var fact : Fact.values()) {
      rows.put(fact, new HashSet<>());
      everAdded.put(fact, 0L);
    }
  }

  synchronized boolean has(Row row) {
    return rows.get(row.fact()).contains(row.text());
  }

  /** False if it is there already. */
  synchronized boolean add(Row row) {
    boolean isNew = rows.get(row.fact()).add(row.text());
    if (isNew) {
      everAdded.merge(row.fact(), 1L, Long::sum);
    }
    return isNew;
  }

  /** False if it is not there. */
  synchronized boolean take(Row row) {
    return rows.get(row.fact()).remove(row.text());
  }

  synchronized Set<String> rows(Fact fact) {
    return Set.copyOf(rows.get(fact));
  }

  /** How many rows were added, those that are gone again among them. */
  synchronized long everAdded(Fact fact) {
    return everAdded.get(fact);
  }
}
