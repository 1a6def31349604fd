package io.minigram.ingest.writes;

import static io.minigram.ingest.testing.Ingest.as;
import static io.minigram.ingest.testing.Ingest.ask;
import static io.minigram.ingest.testing.Ingest.sideBySide;
import static io.minigram.ingest.testing.Ingest.write;
import static io.minigram.ingest.testing.Ingest.writeAsAdmin;
import static io.minigram.workbench.testing.OwnerDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minigram.edge.identity.Roles;
import io.minigram.ingest.IngestTest;
import io.minigram.ingest.testing.Ingest;
import io.minigram.workbench.testing.OwnerDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single writes over GraphQL. */
@IngestTest
class WriteTest {

  @BeforeEach
  void threeUsers() {
    Ingest.network(3);
  }

  @Test
  void aUserIsRegisteredUnderTheNextId() {
    assertThat(write("registerUser(username: \"ada\", createdAt: \"2020-05-01T10:00:00Z\")"))
        .isEqualTo("4 true");
    assertThat(rows("select username, created_at from facts.users where id = 4"))
        .containsExactly("ada|2020-05-01 10:00:00+00");
  }

  @Test
  void anIdThatIsGivenIsKept() {
    assertThat(write("registerUser(id: 77, username: \"ada\")")).isEqualTo("77 true");
    assertThat(write("registerUser(username: \"bob\")")).isEqualTo("78 true");
    assertThat(write("registerUser(id: 77, username: \"eve\")")).isEqualTo("77 false");
    assertThat(rows("select username from facts.users where id >= 77 order by id"))
        .containsExactly("ada", "bob");
  }

  @Test
  void idsStayAboveThoseThatWereImported() {
    assertThat(write("registerUser(username: \"ada\")")).isEqualTo("4 true");

    Ingest.post(
            as(Roles.INGESTOR),
            "/imports/users",
            "id,username,created_at\n900,x,2020-01-01 00:00:00")
        .statusCode(200);

    assertThat(write("registerUser(username: \"bob\")")).isEqualTo("901 true");
  }

  @Test
  void withoutAnIdLeftOneHasToBeGiven() {
    assertThat(write("registerUser(id: \"9223372036854775807\", username: \"last\")"))
        .isEqualTo("9223372036854775807 true");

    assertThat(write("registerUser(username: \"ada\")")).isEqualTo("CONFLICT");
    assertThat(write("registerUser(id: 5, username: \"ada\")")).isEqualTo("5 true");
  }

  @Test
  void aPhotoIsPostedWithOldAndNewTags() {
    var photo =
        "postPhoto(userId: 2, imageUrl: \"https://example.org/p\","
            + " tags: [\"dog\", \"sunset\", \"dog\"])";

    assertThat(write(photo)).isEqualTo("31 true");
    assertThat(rows("select owner_id, image_url from facts.photos where id = 31"))
        .containsExactly("2|https://example.org/p");
    assertThat(
            rows(
                """
                select tags.id, tags.name from facts.photo_tags join facts.tags on tags.id = tag_id
                where photo_id = 31 order by tags.id
                """))
        .containsExactly("1|sunset", "3|dog");
  }

  @Test
  void aPhotoThatIsThereKeepsItsTags() {
    var photo =
        "postPhoto(id: 10, userId: 2, imageUrl: \"https://example.org/p\", tags: [\"cat\"])";

    assertThat(write(photo)).isEqualTo("10 false");
    assertThat(rows("select tag_id from facts.photo_tags where photo_id = 10"))
        .containsExactly("1");
  }

  @Test
  void aRepeatedLikeIsNoErrorAndChangesNothing() {
    assertThat(write("unlike(photoId: 10, userId: 2)")).isEqualTo("10:2 true");
    assertThat(write("unlike(photoId: 10, userId: 2)")).isEqualTo("10:2 false");
    assertThat(write("like(photoId: 10, userId: 2)")).isEqualTo("10:2 true");
    assertThat(write("like(photoId: 10, userId: 2)")).isEqualTo("10:2 false");
    assertThat(rows("select count(*) from facts.likes where photo_id = 10")).containsExactly("3");
  }

  @Test
  void whatIsTakenBackKeepsWhatRollUpsNeed() {
    write("unlike(photoId: 10, userId: 2)");
    write("unfollow(followerId: 1, followeeId: 3)");
    write("removeComment(commentId: \"20:3\")");

    assertThat(
            rows(
                """
                select fact, subject_id, object_id, user_id, owner_id, created_at, origin_batch_id
                from facts.retraction order by batch_id
                """))
        .containsExactly(
            "LIKES|10|2|2|1|2020-01-01 00:00:00+00|1",
            "FOLLOWS|3|1|1|null|2020-01-01 00:00:00+00|1",
            "COMMENTS|20|3|3|2|2020-01-01 00:00:00+00|1");
    assertThat(rows("select retractions from facts.batch where id > 1"))
        .containsExactly("1", "1", "1");
  }

  @Test
  void commentsGetTheNextIdOfTheirPhoto() {
    assertThat(write("addComment(photoId: 10, userId: 2, text: \"nice\")")).isEqualTo("10:4 true");
    assertThat(write("addComment(photoId: 10, userId: 2, text: \"very\")")).isEqualTo("10:5 true");
    assertThat(write("removeComment(commentId: \"10:4\")")).isEqualTo("10:4 true");
    assertThat(rows("select id, comment_text from facts.comments where photo_id = 10 and id > 3"))
        .containsExactly("5|very");
  }

  @Test
  void someoneFollowsAndStops() {
    write("registerUser(id: 4, username: \"ada\")");

    assertThat(write("follow(followerId: 4, followeeId: 1)")).isEqualTo("1:4 true");
    assertThat(write("follow(followerId: 4, followeeId: 1)")).isEqualTo("1:4 false");
    assertThat(write("unfollow(followerId: 4, followeeId: 1)")).isEqualTo("1:4 true");
    assertThat(write("unfollow(followerId: 4, followeeId: 1)")).isEqualTo("1:4 false");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          like(photoId: 11, userId: 1)                                       | NOT_FOUND
          like(photoId: 10, userId: 9)                                       | NOT_FOUND
          like(photoId: 0, userId: 1)                                        | BAD_ARGUMENT
          like(photoId: -1, userId: 1)                                       | BAD_ARGUMENT
          like(photoId: "1e3", userId: 1)                                    | BAD_ARGUMENT
          like(photoId: "9223372036854775808", userId: 1)                    | BAD_ARGUMENT
          like(photoId: 10, userId: 1, createdAt: "2999-01-01T00:00:00Z")    | BAD_ARGUMENT
          like(photoId: 10, userId: 1, createdAt: "yesterday")               | BAD_QUERY
          like(photoId: 10)                                                  | BAD_QUERY
          like(photoId: 10, userId: 1, idempotencyKey: "")                   | BAD_ARGUMENT
          like(photoId: 10, userId: 1, idempotencyKey: "a b")                | BAD_ARGUMENT
          follow(followerId: 1, followeeId: 1)                               | BAD_ARGUMENT
          registerUser(username: "")                                         | BAD_ARGUMENT
          registerUser(username: "\\u0000")                                  | BAD_ARGUMENT
          postPhoto(userId: 9, imageUrl: "x", tags: ["new"])                 | NOT_FOUND
          postPhoto(userId: 1, imageUrl: "x", tags: [""])                    | BAD_ARGUMENT
          addComment(photoId: 10, userId: 1, text: " ")                      | BAD_ARGUMENT
          removeComment(commentId: "10")                                            | BAD_ARGUMENT
          removeComment(commentId: "10:x")                                          | BAD_ARGUMENT
          removePhoto(id: 11)                                                | NOT_FOUND
          eraseAccount(id: 1)                                                | FORBIDDEN
          """)
  void whatCannotBeIsRefused(String mutation, String code) {
    var before = facts();

    assertThat(write(mutation)).isEqualTo(code);
    assertThat(facts()).isEqualTo(before);
  }

  private static List<String> facts() {
    return rows(
        """
        select
          (select count(*) from facts.users), (select count(*) from facts.photos),
          (select count(*) from facts.likes), (select count(*) from facts.comments),
          (select count(*) from facts.follows), (select count(*) from facts.photo_tags),
          (select count(*) from facts.removal)
        """);
  }

  @Test
  void onlyAnAdminErases() {
    assertThat(writeAsAdmin("eraseAccount(id: 9)")).isEqualTo("NOT_FOUND");
    assertThat(writeAsAdmin("like(photoId: 10, userId: 1)")).isEqualTo("FORBIDDEN");
    assertThat(writeAsAdmin("eraseAccount(id: 1)")).isEqualTo("1 true");
    assertThat(writeAsAdmin("eraseAccount(id: 1)")).isEqualTo("1 false");
  }

  @Test
  void writesOfOneRequestAreDoneInTheirOrder() {
    var answer =
        ask(
            """
            mutation {
              a: unlike(photoId: 10, userId: 1) { changed }
              b: like(photoId: 10, userId: 1) { changed }
              c: like(photoId: 10, userId: 1) { changed }
              d: unlike(photoId: 10, userId: 1) { changed }
            }
            """);

    assertThat(answer.getMap("data").toString())
        .isEqualTo(
            "{a={changed=true}, b={changed=true}, c={changed=true}, d={changed=true}}"
                .replace("c={changed=true}", "c={changed=false}"));
  }

  @Test
  void writesOfTheSameTimeShareBatches() throws SQLException {
    OwnerDatabase.execute("delete from facts.likes");
    OwnerDatabase.execute(
        """
        insert into facts.users (id, username, created_at, batch_id)
        select id, 'u' || id, '2019-01-01Z', 1 from generate_series(4, 100) as id
        """);
    var writes =
        IntStream.rangeClosed(1, 100)
            .mapToObj(user -> "like(photoId: 10, userId: %d)".formatted(user))
            .toList();

    // given a database that is busy until all have come
    CompletableFuture<List<String>> answers;
    try (var connection = OwnerDatabase.connect();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table facts.likes in exclusive mode");
      answers = CompletableFuture.supplyAsync(() -> sideBySide(writes));
      await().atMost(Duration.ofSeconds(30)).until(() -> waiting() > 50);
      connection.rollback();
    }

    assertThat(answers.join()).allMatch(answer -> answer.endsWith("true"));
    assertThat(rows("select count(*) from facts.likes")).containsExactly("100");
    assertThat(rows("select max(likes) > 50 from facts.batch where id > 1")).containsExactly("t");
  }

  /** Writes that wait for their batch. */
  private static double waiting() {
    var metrics = as(Roles.ADMIN).when().get("/q/metrics").asString();
    return metrics
        .lines()
        .filter(line -> line.startsWith("minigram_writes_waiting "))
        .mapToDouble(line -> Double.parseDouble(line.split(" ")[1]))
        .sum();
  }

  @Test
  void ofEqualWritesOfTheSameTimeOneChangesSomething() {
    OwnerDatabase.execute("delete from facts.likes");

    var answers =
        sideBySide(IntStream.range(0, 64).mapToObj(i -> "like(photoId: 10, userId: 1)").toList());

    assertThat(answers).containsOnlyOnce("10:1 true").hasSize(64);
    assertThat(rows("select count(*) from facts.likes")).containsExactly("1");
  }

  @Test
  void usersOfTheSameTimeGetDifferentIds() {
    var answers =
        sideBySide(
            IntStream.range(0, 100)
                .mapToObj(i -> "registerUser(username: \"n%d\")".formatted(i))
                .toList());

    assertThat(answers).doesNotHaveDuplicates().allMatch(answer -> answer.endsWith(" true"));
    assertThat(rows("select count(*), max(id) from facts.users")).containsExactly("103|103");
  }

  @Test
  void aKeyMakesAWriteCountOnce() {
    var write = "addComment(photoId: 10, userId: 2, text: \"nice\", idempotencyKey: \"k1\")";

    assertThat(write(write)).isEqualTo("10:4 true");
    assertThat(write(write)).isEqualTo("10:4 true");
    assertThat(rows("select count(*) from facts.comments where id > 3")).containsExactly("1");
  }

  @Test
  void theSameKeyWithOtherArgumentsIsRefused() {
    assertThat(write("like(photoId: 10, userId: 2, idempotencyKey: \"k1\")"))
        .isEqualTo("10:2 false");

    assertThat(write("like(photoId: 20, userId: 2, idempotencyKey: \"k1\")"))
        .isEqualTo("KEY_REUSED");
    assertThat(write("unlike(photoId: 10, userId: 2, idempotencyKey: \"k1\")"))
        .as("another operation has keys of its own")
        .isEqualTo("10:2 true");
  }

  @Test
  void aHeaderNamesAllWritesOfARequest() {
    var document =
        """
        mutation {
          a: addComment(photoId: 10, userId: 2, text: "one") { id changed }
          b: addComment(photoId: 10, userId: 2, text: "two") { id changed }
        }
        """;

    var first = ask(as(Roles.INGESTOR).header("Idempotency-Key", "h1"), document);
    var second = ask(as(Roles.INGESTOR).header("Idempotency-Key", "h1"), document);

    assertThat(first.getMap("data").toString())
        .isEqualTo("{a={id=10:4, changed=true}, b={id=10:5, changed=true}}");
    assertThat(second.getMap("data")).isEqualTo(first.getMap("data"));
    assertThat(
            write(
                as(Roles.INGESTOR).header("Idempotency-Key", "h1"),
                "addComment(photoId: 10, userId: 2, text: \"three\")"))
        .isEqualTo("KEY_REUSED");
  }

  @Test
  void aRefusedWriteCanBeTriedAgainUnderItsKey() {
    var write = "like(photoId: 40, userId: 2, idempotencyKey: \"k1\")";

    assertThat(write(write)).isEqualTo("NOT_FOUND");
    assertThat(write("postPhoto(id: 40, userId: 1, imageUrl: \"x\")")).isEqualTo("40 true");
    assertThat(write(write)).isEqualTo("40:2 true");
  }

  @Test
  void equalKeysOfTheSameTimeCountOnceAndGetTheSameAnswer() {
    var answers =
        sideBySide(
            IntStream.range(0, 40)
                .mapToObj(
                    i ->
                        "addComment(photoId: 10, userId: 2, text: \"nice\", idempotencyKey: \"k%d\")"
                            .formatted(i % 4))
                .toList());

    assertThat(answers.stream().distinct()).hasSize(4);
    assertThat(rows("select count(*) from facts.comments where id > 3")).containsExactly("4");
  }

  @Test
  void whatIsRememberedHoldsNoText() {
    write("registerUser(username: \"very-secret-name\", idempotencyKey: \"k1\")");

    assertThat(rows("select operation, key, answer - 'position' from facts.request"))
        .containsExactly("REGISTER_USER|k1|{\"id\": \"4\", \"changed\": true}");
    assertThat(
            rows(
                """
                select answer ->> 'position' = batch.xid::text
                from facts.request cross join facts.batch where batch.id > 1
                """))
        .containsExactly("t");
  }

  @Test
  void theTimeOfAWriteIsNowUnlessItSaysOtherwise() {
    var before = Instant.now().minusSeconds(1);
    write("unlike(photoId: 10, userId: 1)");
    write("like(photoId: 10, userId: 1)");

    var written =
        rows(
            "select extract(epoch from created_at) from facts.likes"
                + " where photo_id = 10 and user_id = 1");
    assertThat(Double.parseDouble(written.get(0)))
        .isBetween((double) before.getEpochSecond(), Instant.now().getEpochSecond() + 1.0);
  }

  @Test
  void aWriteThatFailsByAFaultOfOursTakesNoOtherWithIt() {
    // given a database that breaks in the middle of a batch with user 2 in it
    OwnerDatabase.execute("delete from facts.likes");
    OwnerDatabase.execute(
        """
        create function facts.break_down() returns trigger language plpgsql as
        'begin raise exception using errcode = ''XX000''; end';
        create trigger break_down before insert on facts.likes
        for each row when (new.user_id = 2) execute function facts.break_down()
        """);
    try {
      var answers =
          sideBySide(
              IntStream.range(0, 30)
                  .mapToObj(
                      i ->
                          "like(photoId: %d, userId: %d, idempotencyKey: \"k%d\")"
                              .formatted(10 + i / 3 % 3 * 10, 1 + i % 3, i))
                  .toList());

      for (int i = 0; i < 30; i++) {
        if (i % 3 == 1) {
          assertThat(answers.get(i)).isEqualTo("INTERNAL");
        } else {
          assertThat(answers.get(i)).doesNotContain("INTERNAL");
        }
      }
      assertThat(rows("select photo_id, user_id from facts.likes order by 1, 2"))
          .containsExactly("10|1", "10|3", "20|1", "20|3", "30|1", "30|3");
      assertThat(rows("select count(*) from facts.request")).containsExactly("20");
      assertThat(rows("select sum(likes) from facts.batch where id > 1")).containsExactly("6");
    } finally {
      OwnerDatabase.execute(
          "drop trigger break_down on facts.likes; drop function facts.break_down()");
    }
  }

  @Test
  void metricsTellOfWrites() {
    write("unlike(photoId: 10, userId: 2)");
    write("like(photoId: 10, userId: 2)");
    write("like(photoId: 10, userId: 2)");
    write("like(photoId: 10, userId: 999999)");

    assertThat(as(Roles.ADMIN).when().get("/q/metrics").asString())
        .contains("minigram_writes_waiting 0.0")
        .containsPattern("minigram_rows_total\\{kind=\"likes\",outcome=\"inserted\"\\} [1-9]")
        .containsPattern("minigram_rows_total\\{kind=\"writes\",outcome=\"retracted\"\\} [1-9]")
        .containsPattern("minigram_rows_total\\{kind=\"writes\",outcome=\"duplicate\"\\} [1-9]")
        .containsPattern("minigram_rejects_total\\{code=\"unknown_user\",kind=\"writes\"\\} [1-9]")
        .containsPattern("minigram_batch_seconds_count\\{kind=\"writes\",way=\"insert\"\\} [1-9]");
  }
}
