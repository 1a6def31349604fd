package io.minigram.botdetector.runs;

import static io.minigram.botdetector.GraphQL.accounts;
import static io.minigram.botdetector.GraphQL.confirm;
import static io.minigram.botdetector.GraphQL.startRun;
import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.botdetector.DetectorTest;
import io.minigram.botdetector.Facts;
import io.minigram.workbench.testing.OwnerDatabase;
import org.junit.jupiter.api.Test;

/** The runbook's re-scoring from nothing. */
@DetectorTest
class RescoringTest {

  @Test
  void aRunThatRestsOnNothingIsFollowedByAnotherAndDecisionsStay() {
    Facts.network(10, 1_000);
    Facts.likes(7, 100);
    Facts.likes(8, 100);
    var first = startRun();
    confirm(7, 0);
    assertThat(startRun()).as("nothing is new").isEqualTo(first);

    OwnerDatabase.execute(
        """
        update moderation.run set batches = 0, highest_batch = 0
        where id = (select max(id) from moderation.run)
        """);

    assertThat(startRun()).isNotEqualTo(first);
    assertThat(accounts("CONFIRMED")).containsExactly("7");
    assertThat(accounts("OPEN")).containsExactly("8");
  }
}
