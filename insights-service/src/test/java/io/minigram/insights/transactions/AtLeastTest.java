package io.minigram.insights.transactions;

import static io.minigram.insights.testing.Answers.answer;
import static io.minigram.insights.testing.Answers.error;
import static io.minigram.workbench.testing.TestUsers.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.minigram.edge.identity.Roles;
import io.minigram.insights.InsightsTest;
import io.minigram.insights.rolling.RollUps;
import io.minigram.insights.testing.SmallNetwork;
import io.minigram.workbench.testing.OwnerDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A front end reads what it has written. */
@InsightsTest
class AtLeastTest {

  @BeforeEach
  void load() {
    SmallNetwork.load();
  }

  @Test
  void waitsForWhatWasWritten() throws Exception {
    var position = like();

    var likes = CompletableFuture.supplyAsync(() -> likesAtLeast(position));
    await().atMost(Duration.ofSeconds(4)).until(AtLeastTest::isAwaited);
    assertThat(likes).isNotDone();
    RollUps.roll();

    assertThat(likes.get(20, TimeUnit.SECONDS)).isEqualTo(13);
  }

  @Test
  void answersAtOnceWhatIsInAlready() {
    var position = like();
    RollUps.roll();

    assertThat(likesAtLeast(position)).isEqualTo(13);
  }

  @Test
  void givesUpWhenItTakesTooLong() {
    var query = likesQuery(like());

    given()
        .auth()
        .oauth2(token(Roles.VIEWER))
        .contentType("application/json")
        .body(Map.of("query", query))
        .when()
        .post("/graphql")
        .then()
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .body("errors.extensions.code", equalTo(List.of("NOT_YET")))
        .body("errors[0].extensions.retryAfter", equalTo(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "p", "12", "q12", "p12345678901234", "p-1", "P12", "p1 "})
  void refusesWhatIsNoPosition(String position) {
    var error = error(likesQuery(position));

    assertThat(error.at("/extensions/code").asText()).isEqualTo("BAD_ARGUMENT");
  }

  /** Whether the service has looked for a position, and found it not reached. */
  private static boolean isAwaited() {
    return !OwnerDatabase.rows(
            """
            select 1 from pg_stat_activity
            where usename = 'insights_service' and query like '%as is_reached%' and state = 'idle'
            """)
        .isEmpty();
  }

  private static int likesAtLeast(String position) {
    return answer(likesQuery(position)).at("/totals/likes").asInt();
  }

  private static String likesQuery(String position) {
    return "query @atLeast(position: \"%s\") { totals { likes } }".formatted(position);
  }

  /** Dan likes photo 13, as ingest-service would write it down; the position of that. */
  private static String like() {
    OwnerDatabase.execute(
        """
        begin;
        insert into facts.likes (photo_id, user_id, created_at, batch_id)
        values (13, 4, '2024-12-30 11:00:00Z', 2);
        insert into facts.batch (id, likes) values (2, 1);
        commit;
        """);
    var transaction = OwnerDatabase.rows("select xid from facts.batch where id = 2").get(0);
    return "p" + Long.toString(Long.parseLong(transaction), 36);
  }
}
