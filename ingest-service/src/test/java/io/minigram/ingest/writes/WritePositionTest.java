package io.minigram.ingest.writes;

import static io.minigram.ingest.testing.Ingest.as;
import static io.minigram.ingest.testing.Ingest.ask;
import static io.minigram.workbench.testing.OwnerDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minigram.edge.identity.Roles;
import io.minigram.ingest.IngestTest;
import io.minigram.ingest.testing.Ingest;
import io.minigram.workbench.testing.OwnerDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From when on a write can be read by whoever follows the batches by their transactions. */
@IngestTest
class WritePositionTest {

  @BeforeEach
  void threeUsers() {
    Ingest.network(3);
  }

  /** What the write answered. */
  private static String position(String role, String mutation) {
    var answer = ask(role, "mutation { it: %s { position } }".formatted(mutation));
    assertThat(answer.getList("errors")).isNull();
    return answer.getString("data.it.position");
  }

  private static long number(String mutation) {
    var position = position(Roles.INGESTOR, mutation);
    assertThat(position).matches("p[0-9a-z]+");
    return Long.parseLong(position.substring(1), 36);
  }

  private static List<String> batchesUpTo(long number) {
    return rows(
        "select likes, retractions, tags, photo_tags from facts.batch"
            + " where id > 1 and xid <= '%d' order by xid".formatted(number));
  }

  @Test
  void itIsThatOfTheBatch() {
    long number = number("unlike(photoId: 10, userId: 2)");

    assertThat(rows("select id, retractions from facts.batch where xid = '%d'".formatted(number)))
        .containsExactly("2|1");
  }

  @Test
  void thoseOfLaterWritesAreLater() {
    long unliked = number("unlike(photoId: 10, userId: 2)");
    long liked = number("like(photoId: 10, userId: 2)");
    long likedAgain = number("like(photoId: 10, userId: 2)");
    long unlikedAgain = number("unlike(photoId: 10, userId: 2)");

    assertThat(liked).isGreaterThan(unliked);
    assertThat(likedAgain).isGreaterThanOrEqualTo(liked);
    assertThat(unlikedAgain).isGreaterThan(likedAgain);
    assertThat(batchesUpTo(unliked)).containsExactly("0|1|0|0");
    assertThat(batchesUpTo(likedAgain)).containsExactly("0|1|0|0", "1|0|0|0");
  }

  @Test
  void theTagsOfAPhotoCanBeReadWithIt() {
    long number =
        number("postPhoto(userId: 1, imageUrl: \"x\", tags: [\"sunset\", \"dog\", \"sea\"])");

    assertThat(batchesUpTo(number)).containsExactly("0|0|2|0", "0|0|0|3");
  }

  /** No transaction has to come first, since none may come for a long time. */
  @ParameterizedTest
  @ValueSource(strings = {"like(photoId: 10, userId: 2)", "registerUser(username: \"ada\")"})
  void itIsReachedThoughNothingElseIsWritten(String mutation) {
    long number = number(mutation);

    await()
        .untilAsserted(
            () ->
                assertThat(
                        rows(
                            "select pg_snapshot_xmin(pg_current_snapshot()) > '%d'::xid8"
                                .formatted(number)))
                    .containsExactly("t"));
  }

  @Test
  void ofWhatWasSoBeforeItIsNotBeforeThat() throws SQLException {
    OwnerDatabase.execute("delete from facts.likes where photo_id = 10 and user_id = 2");

    // given a write that has begun, and is overtaken by another one
    CompletableFuture<Long> overtaken;
    String overtaker;
    try (var connection = OwnerDatabase.connect();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table facts.likes in exclusive mode");
      overtaken = CompletableFuture.supplyAsync(() -> number("like(photoId: 10, userId: 2)"));
      await()
          .until(
              () -> rows("select count(*) from pg_locks where not granted").equals(List.of("1")));
      statement.execute(
          """
          insert into facts.likes (photo_id, user_id, created_at, batch_id)
          values (10, 2, '2020-01-01Z', 99);
          insert into facts.batch (id, likes) values (99, 1)
          """);
      connection.commit();
      overtaker = rows("select xid from facts.batch where id = 99").get(0);
    }

    assertThat(overtaken.join()).isGreaterThanOrEqualTo(Long.parseLong(overtaker));
    assertThat(rows("select max(id) from facts.batch")).containsExactly("99");
  }

  @Test
  void sentAgainUnderItsKeyAWriteHasTheSame() {
    var comment = "addComment(photoId: 10, userId: 2, text: \"nice\", idempotencyKey: \"k1\")";
    var like = "like(photoId: 10, userId: 2, idempotencyKey: \"k2\")";
    long commented = number(comment);
    long liked = number(like);

    number("addComment(photoId: 10, userId: 2, text: \"very\")");

    assertThat(number(comment)).isEqualTo(commented);
    assertThat(number(like)).isEqualTo(liked);
  }

  @Test
  void aRemovalHasNone() {
    var removal = "removePhoto(id: 10, idempotencyKey: \"k1\")";

    assertThat(position(Roles.INGESTOR, removal)).isNull();
    assertThat(position(Roles.INGESTOR, removal)).isNull();
    assertThat(position(Roles.ADMIN, "eraseAccount(id: 2)")).isNull();
    assertThat(position(Roles.ADMIN, "eraseAccount(id: 2)")).as("erased before").isNull();
  }

  @Test
  void writesOfOneRequestHaveThem() {
    var answer =
        ask(
            as(Roles.INGESTOR),
            """
            mutation {
              a: unlike(photoId: 10, userId: 2) { position }
              b: follow(followerId: 2, followeeId: 1) { position }
            }
            """);

    assertThat(answer.getString("data.a.position")).startsWith("p");
    assertThat(answer.getString("data.b.position")).startsWith("p");
  }
}
