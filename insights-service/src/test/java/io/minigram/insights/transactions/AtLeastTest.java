package io.minigram.insights.transactions;

import static io.minigram.insights.testing.Answers.answer;
import static io.minigram.insights.testing.Answers.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.insights.InsightsTest;
import io.minigram.insights.rolling.RollUps;
import io.minigram.insights.testing.SmallNetwork;
import io.minigram.workbench.testing.OwnerDatabase;
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
    // the question is there before the answer is
    assertThat(answer("{ totals { likes } }").at("/totals/likes").asInt()).isEqualTo(12);
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
    var error = error(likesQuery(like()));

    assertThat(error.at("/extensions/code").asText()).isEqualTo("NOT_YET");
    assertThat(error.at("/extensions/retryAfter").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "p", "12", "q12", "p12345678901234", "p-1", "P12", "p1 "})
  void refusesWhatIsNoPosition(String position) {
    var error = error(likesQuery(position));

    assertThat(error.at("/extensions/code").asText()).isEqualTo("BAD_ARGUMENT");
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
