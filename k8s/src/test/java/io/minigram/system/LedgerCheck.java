package io.minigram.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.system.Ledger.Fact;
import io.minigram.system.Ledger.Row;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/** Compares the database with what clients know of it. */
final class LedgerCheck {

  /** Batches that do not say what they brought and took; their rows may be gone since. */
  private static final String HALF_BATCHES =
      """
      with brought as (
        select 'USERS' as fact, batch_id from facts.users
        union all select 'PHOTOS', batch_id from facts.photos
        union all select 'TAGS', batch_id from facts.tags
        union all select 'PHOTO_TAGS', batch_id from facts.photo_tags
        union all select 'LIKES', batch_id from facts.likes
        union all select 'COMMENTS', batch_id from facts.comments
        union all select 'FOLLOWS', batch_id from facts.follows
        union all select fact, origin_batch_id from facts.retraction
        union all select 'RETRACTIONS', batch_id from facts.retraction
      ), counted as (
        select
          batch_id as id,
          count(*) filter (where fact = 'USERS') as users,
          count(*) filter (where fact = 'PHOTOS') as photos,
          count(*) filter (where fact = 'TAGS') as tags,
          count(*) filter (where fact = 'PHOTO_TAGS') as photo_tags,
          count(*) filter (where fact = 'LIKES') as likes,
          count(*) filter (where fact = 'COMMENTS') as comments,
          count(*) filter (where fact = 'FOLLOWS') as follows,
          count(*) filter (where fact = 'RETRACTIONS') as retractions
        from brought
        group by batch_id
      )
      select id || ': ' || to_jsonb(batch) || ' but ' || to_jsonb(counted)
      from facts.batch
      full join counted using (id)
      where
        (batch.users, batch.photos, batch.tags, batch.photo_tags,
          batch.likes, batch.comments, batch.follows, batch.retractions)
        is distinct from
        (counted.users, counted.photos, counted.tags, counted.photo_tags,
          counted.likes, counted.comments, counted.follows, counted.retractions)
      limit 10
      """;

  private LedgerCheck() {}

  /** What is in the database now. */
  static Ledger read(IngestSystem system) throws SQLException {
    var ledger = new Ledger();
    for (var fact : Fact.values()) {
      system.rows(fact.query()).forEach(text -> ledger.add(new Row(fact, text)));
    }
    return ledger;
  }

  /** All that the ledgers have is there once, nothing else is, and no batch is there in part. */
  static void assertHolds(IngestSystem system, Collection<Ledger> ledgers) throws SQLException {
    for (var fact : Fact.values()) {
      var there = system.rows(fact.query());
      var lost = new HashSet<String>();
      ledgers.forEach(ledger -> lost.addAll(ledger.rows(fact)));
      int expected = lost.size();
      var unknown = new HashSet<>(there);
      unknown.removeAll(lost);
      there.forEach(lost::remove);
      assertThat(lost).as(fact + " that were acknowledged and are not there").isEmpty();
      assertThat(unknown).as(fact + " that are there and were not acknowledged").isEmpty();
      assertThat(there).as("number of " + fact).hasSize(expected);
      assertThat(system.rows("select sum(%s) from facts.batch".formatted(fact)))
          .as(fact + " that batches say they brought")
          .containsExactly(Long.toString(ledgers.stream().mapToLong(l -> l.everAdded(fact)).sum()));
    }
    assertThat(system.rows("select name from facts.tags group by name having count(*) > 1"))
        .as("tags that are there twice")
        .isEmpty();
    assertNoHalfBatch(system);
  }

  static void assertNoHalfBatch(IngestSystem system) throws SQLException {
    assertThat(system.rows(HALF_BATCHES)).as("batches that do not add up").isEmpty();
  }

  /**
   * Each of these imports is there once, and its report says what it says there.
   *
   * @param inserted by all those that send the same rows
   */
  static void assertEachOnce(IngestSystem system, List<ImportLoad.Sent> imports, long inserted)
      throws SQLException {
    assertThat(
            system.rows(
                """
                select key || ' ' || id || ' ' || state || ' received ' || received || ' inserted '
                  || inserted || ' duplicate ' || duplicate || ' rejected ' || rejected
                from facts.import
                where kind = 'LIKES'
                """))
        .as("imports")
        .containsExactlyInAnyOrderElementsOf(
            imports.stream()
                .map(
                    sent ->
                        "%s %s %s"
                            .formatted(
                                sent.key(),
                                sent.report().path("id").asText(),
                                ImportLoad.expected(
                                    sent.isShared() ? insertedBy(sent) : ImportLoad.ROWS)))
                .toList());
    assertThat(imports)
        .allSatisfy(
            sent ->
                assertThat(sent.report().path("received").asLong())
                    .as("%s", sent.report())
                    .isEqualTo(
                        insertedBy(sent)
                            + sent.report().path("duplicate").asLong()
                            + sent.report().path("rejected").asLong()));
    assertThat(
            imports.stream()
                .filter(ImportLoad.Sent::isShared)
                .mapToLong(LedgerCheck::insertedBy)
                .sum())
        .as("new rows of imports that send the same")
        .isEqualTo(inserted);
    assertThat(
            system.rows(
                """
                select import.id
                from facts.import
                left join facts.reject on reject.import_id = import.id
                group by import.id
                having import.rejected <> count(reject.line)
                """))
        .as("imports whose refused rows are not kept")
        .isEmpty();
  }

  private static long insertedBy(ImportLoad.Sent sent) {
    return sent.report().path("inserted").asLong();
  }
}
