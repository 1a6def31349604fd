package io.minigram.ingest.requests;

import static io.minigram.workbench.testing.OwnerDatabase.execute;
import static io.minigram.workbench.testing.OwnerDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.ingest.IngestTest;
import io.minigram.workbench.testing.OwnerDatabase;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** What becomes of requests that are old. */
@IngestTest
class RequestUpkeepTest {

  @Inject RequestWriter requests;

  @Test
  void aRequestIsForgottenAfterAWeek() {
    OwnerDatabase.clear();
    execute(
        """
        insert into facts.request (caller, operation, key, fingerprint, answer, created_at)
        values
          ('me', 'LIKE', 'old', '', '{}', now() - interval '7 days 1 minute'),
          ('me', 'LIKE', 'new', '', '{}', now() - interval '6 days 23 hours')
        """);

    requests.forget();

    assertThat(rows("select key from facts.request")).containsExactly("new");
  }
}
