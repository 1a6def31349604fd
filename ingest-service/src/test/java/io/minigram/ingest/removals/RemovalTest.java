package io.minigram.ingest.removals;

import static io.minigram.ingest.testing.Ingest.as;
import static io.minigram.ingest.testing.Ingest.asIngestorAndAdmin;
import static io.minigram.ingest.testing.Ingest.ask;
import static io.minigram.ingest.testing.Ingest.post;
import static io.minigram.ingest.testing.Ingest.sideBySide;
import static io.minigram.ingest.testing.Ingest.write;
import static io.minigram.ingest.testing.Ingest.writeAsAdmin;
import static io.minigram.workbench.testing.OwnerDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.minigram.edge.identity.Roles;
import io.minigram.ingest.IngestTest;
import io.minigram.ingest.testing.Ingest;
import io.minigram.workbench.testing.OwnerDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Photos and accounts go with all that hangs on them, and do not come back. */
@IngestTest
class RemovalTest {

  private static final String T = "2020-01-01 00:00:00";
  private static final Duration SOON = Duration.ofSeconds(30);

  @BeforeEach
  void fourUsers() {
    Ingest.network(4);
  }

  @Test
  void aPhotoGoesWithAllThatHangsOnIt() {
    assertThat(write("removePhoto(id: 10)")).isEqualTo("10 true");
    awaitSwept();

    assertThat(rows("select count(*) from facts.photos where id = 10")).containsExactly("0");
    for (var table : List.of("likes", "comments", "photo_tags")) {
      assertThat(rows("select count(*) from facts." + table + " where photo_id = 10"))
          .as(table)
          .containsExactly("0");
    }
    assertThat(rows("select count(*) from facts.likes")).containsExactly("12");
    assertThat(write("removePhoto(id: 10)")).isEqualTo("10 false");
    assertThat(ask("{ removal(target: PHOTO, id: 10) { state } }").getString("data.removal.state"))
        .isEqualTo("DONE");
  }

  @Test
  void anAccountGoesWithAllThatItDidAndThatOthersDidToItsPhotos() {
    assertThat(writeAsAdmin("eraseAccount(id: 2)")).isEqualTo("2 true");
    awaitSwept();

    assertThat(rows("select id from facts.users order by id")).containsExactly("1", "3", "4");
    assertThat(rows("select id from facts.photos order by id")).containsExactly("10", "30", "40");
    assertThat(rows("select count(*) from facts.likes where user_id = 2 or photo_id = 20"))
        .containsExactly("0");
    assertThat(rows("select count(*) from facts.comments where user_id = 2 or photo_id = 20"))
        .containsExactly("0");
    assertThat(rows("select count(*) from facts.follows where 2 in (followee_id, follower_id)"))
        .containsExactly("0");
    assertThat(
            rows(
                """
                select
                  (select count(*) from facts.likes), (select count(*) from facts.comments),
                  (select count(*) from facts.follows), (select count(*) from facts.photo_tags)
                """))
        .as("nothing else goes")
        .containsExactly("9|9|6|3");
    assertThatRetractionsAddUp();
  }

  @Test
  void whatWasRemovedDoesNotComeBack() {
    writeAsAdmin("eraseAccount(id: 2)");
    write("removePhoto(id: 30)");

    for (var swept : List.of(false, true)) {
      assertThat(write("registerUser(id: 2, username: \"again\")")).isEqualTo("ERASED");
      assertThat(write("postPhoto(id: 30, userId: 3, imageUrl: \"x\")")).isEqualTo("ERASED");
      assertThat(write("like(photoId: 10, userId: 2)")).isEqualTo("ERASED");
      assertThat(write("like(photoId: 30, userId: 1)")).isEqualTo("ERASED");
      assertThat(write("follow(followerId: 1, followeeId: 2)")).isEqualTo("ERASED");
      assertThat(write("postPhoto(userId: 2, imageUrl: \"x\")")).isEqualTo("ERASED");
      assertThat(write("addComment(photoId: 10, userId: 2, text: \"x\")")).isEqualTo("ERASED");
      post(as(Roles.INGESTOR), "/imports/users", "id,username,created_at\n2,again," + T)
          .body("rejected", equalTo(1))
          .body("rejects[0].code", equalTo("ERASED"));
      awaitSwept();
    }
    assertThat(write("like(photoId: 20, userId: 1)"))
        .as("its photos are removed, too")
        .isEqualTo("ERASED");
    assertThat(rows("select count(*) from facts.users where id = 2")).containsExactly("0");
  }

  @Test
  void noNameOrTextOfAnErasedAccountIsLeftAnywhere() {
    // given rows that were refused, before and after, with the name and words of user 2
    var users = "id,username,created_at\n2,secret-name,never\n3,other-name,never\n";
    var comments =
        "photo_id,id,user_id,comment_text,created_at\n10,9,2,secret-words,never\n"
            + "20,9,3,secret-reply,never\n10,9,3,other-words,never\n";
    post(as(Roles.INGESTOR), "/imports/users", users).body("rejected", equalTo(2));
    post(as(Roles.INGESTOR), "/imports/comments", comments).body("rejected", equalTo(3));
    write("registerUser(id: 5, username: \"secret-name\", idempotencyKey: \"k\")");
    write("addComment(photoId: 10, userId: 2, text: \"secret-said\", idempotencyKey: \"l\")");

    writeAsAdmin("eraseAccount(id: 2)");
    writeAsAdmin("eraseAccount(id: 5)");
    post(as(Roles.INGESTOR), "/imports/users", users).body("rejected", equalTo(2));
    post(as(Roles.INGESTOR), "/imports/comments", comments).body("rejected", equalTo(3));
    awaitSwept();

    assertThat(everythingIn("facts")).doesNotContain("secret").contains("other-name");
    assertThat(everythingIn("facts")).contains("other-words");
  }

  /** All rows of all tables of a schema, as text. */
  private static String everythingIn(String schema) {
    return rows(
            "select tablename from pg_tables where schemaname = '%s' order by 1".formatted(schema))
        .stream()
        .flatMap(
            table ->
                rows(
                    """
                    select replace(t::text, '\\x', '') || coalesce(
                      (select string_agg(convert_from(value::bytea, 'UTF8'), ' ')
                       from jsonb_each_text(to_jsonb(t)) where key = 'original'), '')
                    from %s.%s as t
                    """
                        .formatted(schema, table))
                    .stream())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void thousandsAreRemovedInBulkAndInOrder() {
    // given 3,000 users who like photo 10, and photos of their own
    OwnerDatabase.execute(
        """
        insert into facts.users (id, username, created_at, batch_id)
        select id, 'u' || id, '2019-01-01Z', 1 from generate_series(1001, 4000) as id;
        insert into facts.photos (id, owner_id, image_url, created_at, batch_id)
        select id, id, 'x', '2019-01-01Z', 1 from generate_series(1001, 4000) as id;
        insert into facts.likes (photo_id, user_id, created_at, batch_id)
        select 10, id, '2020-01-01Z', 1 from generate_series(1001, 4000) as id
        """);
    var events =
        IntStream.rangeClosed(1001, 4000)
            .mapToObj("{\"type\":\"eraseAccount\",\"id\":%d}\n"::formatted)
            .collect(Collectors.joining());

    post(as(Roles.INGESTOR), "/events", events)
        .body("rejected", equalTo(3000))
        .body("rejects[0].code", equalTo("NOT_ALLOWED"));
    post(
            asIngestorAndAdmin(),
            "/events",
            events
                + "{\"type\":\"like\",\"photoId\":10,\"userId\":1001,"
                + "\"createdAt\":\"2020-01-01T00:00:00Z\"}")
        .body("retracted", equalTo(3000))
        .body("rejected", equalTo(1))
        .body("rejects[0].code", equalTo("ERASED"));
    awaitSwept();

    assertThat(rows("select count(*), max(id) from facts.users")).containsExactly("4|4");
    assertThat(rows("select count(*) from facts.photos")).containsExactly("4");
    assertThat(rows("select count(*) from facts.likes")).containsExactly("16");
    assertThat(rows("select max(retractions) <= 5000, count(*) > 1 from facts.batch"))
        .as("in bounded batches")
        .containsExactly("t|t");
  }

  /** Likes, photos and re-imports run against the erasure of those who do them. */
  @RepeatedTest(3)
  void raceAgainstErasureLeavesNoOrphanAndBringsNothingBack() {
    int users = 40;
    Ingest.network(users);
    var random = new Random();
    var likes = new ArrayList<String>();
    for (int user = 1; user <= users; user++) {
      for (int photo = 1; photo <= users; photo++) {
        likes.add("%d,%d,%s\n".formatted(photo * 10, user, T));
      }
    }
    Collections.shuffle(likes, random);
    var file = "photo_id,user_id,created_at\n" + String.join("", likes);
    var people =
        "id,username,created_at\n"
            + IntStream.rangeClosed(1, users)
                .mapToObj(id -> "%d,user%d,%s\n".formatted(id, id, T))
                .collect(Collectors.joining());
    OwnerDatabase.execute("delete from facts.likes");

    // when everything runs at once
    var imports =
        List.of(
            CompletableFuture.runAsync(() -> post(as(Roles.INGESTOR), "/imports/likes", file)),
            CompletableFuture.runAsync(() -> post(as(Roles.INGESTOR), "/imports/users", people)));
    var erasures =
        CompletableFuture.runAsync(
            () -> {
              for (int user = 2; user <= users; user += 2) {
                writeAsAdmin("eraseAccount(id: %d)".formatted(user));
              }
            });
    var writes =
        IntStream.rangeClosed(1, 400)
            .mapToObj(
                i -> {
                  int user = 1 + random.nextInt(users);
                  int photo = 10 * (1 + random.nextInt(users));
                  return switch (i % 4) {
                    case 0 ->
                        "postPhoto(userId: %d, imageUrl: \"x\", tags: [\"t%d\"])"
                            .formatted(user, i % 7);
                    case 1 ->
                        "addComment(photoId: %d, userId: %d, text: \"x\")".formatted(photo, user);
                    case 2 -> "unlike(photoId: %d, userId: %d)".formatted(photo, user);
                    default -> "like(photoId: %d, userId: %d)".formatted(photo, user);
                  };
                })
            .toList();
    var answers = sideBySide(writes);
    imports.forEach(CompletableFuture::join);
    erasures.join();
    awaitSwept();

    assertThat(answers).doesNotContain("INTERNAL", "UNAVAILABLE");
    assertThat(rows("select count(*) from facts.users where id % 2 = 0")).containsExactly("0");
    assertThat(rows("select count(*) from facts.users")).containsExactly("20");
    assertThat(orphans()).containsExactly("0|0|0|0|0");
    assertThatRetractionsAddUp();
  }

  /** Rows that refer to a user or photo that is not there. */
  private static List<String> orphans() {
    return rows(
        """
        select
          (select count(*) from facts.photos as t
           where not exists (select 1 from facts.users where id = t.owner_id)),
          (select count(*) from facts.likes as t
           where not exists (select 1 from facts.users where id = t.user_id)
             or not exists (select 1 from facts.photos where id = t.photo_id)),
          (select count(*) from facts.comments as t
           where not exists (select 1 from facts.users where id = t.user_id)
             or not exists (select 1 from facts.photos where id = t.photo_id)),
          (select count(*) from facts.photo_tags as t
           where not exists (select 1 from facts.photos where id = t.photo_id)),
          (select count(*) from facts.follows as t
           where not exists (select 1 from facts.users where id = t.followee_id)
             or not exists (select 1 from facts.users where id = t.follower_id))
        """);
  }

  /** Of each batch, what is there and what was taken away again is what it inserted. */
  private static void assertThatRetractionsAddUp() {
    assertThat(
            rows(
                """
                with fact as (
                  select 'USERS' as fact, batch_id from facts.users
                  union all select 'PHOTOS', batch_id from facts.photos
                  union all select 'PHOTO_TAGS', batch_id from facts.photo_tags
                  union all select 'COMMENTS', batch_id from facts.comments
                  union all select 'FOLLOWS', batch_id from facts.follows
                  union all select fact, origin_batch_id from facts.retraction
                  where fact <> 'LIKES'
                ),
                counted as (
                  select
                    batch_id,
                    count(*) filter (where fact = 'USERS') as users,
                    count(*) filter (where fact = 'PHOTOS') as photos,
                    count(*) filter (where fact = 'PHOTO_TAGS') as photo_tags,
                    count(*) filter (where fact = 'COMMENTS') as comments,
                    count(*) filter (where fact = 'FOLLOWS') as follows
                  from fact
                  group by batch_id
                )
                select batch.id
                from facts.batch
                left join counted on counted.batch_id = batch.id
                where (batch.users, batch.photos, batch.photo_tags, batch.comments, batch.follows)
                  <> (coalesce(counted.users, 0), coalesce(counted.photos, 0),
                      coalesce(counted.photo_tags, 0), coalesce(counted.comments, 0),
                      coalesce(counted.follows, 0))
                """))
        .isEmpty();
    assertThat(
            rows(
                """
                select batch.id
                from facts.batch
                left join facts.retraction on retraction.batch_id = batch.id
                group by batch.id, batch.retractions
                having batch.retractions <> count(retraction.batch_id)
                """))
        .isEmpty();
  }

  private static void awaitSwept() {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(rows("select count(*) from facts.removal where finished_at is null"))
                    .containsExactly("0"));
  }
}
