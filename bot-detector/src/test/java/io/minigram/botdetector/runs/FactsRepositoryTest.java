package io.minigram.botdetector.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.botdetector.DetectorTest;
import io.minigram.botdetector.Facts;
import io.minigram.workbench.testing.OwnerDatabase;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@DetectorTest
class FactsRepositoryTest {

  @Inject FactsRepository facts;

  @Test
  void whatWasTakenBackIsReadWithHowLongItLasted() {
    Facts.network(5, 10);
    OwnerDatabase.execute(
        """
        insert into facts.batch (id, committed_at) values (1001, '2024-02-02 00:01:00Z');
        insert into facts.retraction
          (fact, subject_id, object_id, user_id, created_at, origin_batch_id, batch_id)
        values
          ('FOLLOWS', 2, 4, 4, '2024-02-01 00:00:00Z', 1, 1001),
          ('FOLLOWS', 777, 4, 4, '2024-02-01 00:00:00Z', 1, 1001),
          ('LIKES', 3, 4, 4, '2024-02-01 00:00:00Z', 1, 1001)\
        """);

    var read = facts.read().network();

    assertThat(read.users()).containsExactly(1, 2, 3, 4, 5);
    assertThat(read.network().unfollows().followers()).containsExactly(3);
    assertThat(read.network().unfollows().lasted()).containsExactly(24 * 3_600 + 60);
    assertThat(read.unknown()).isEqualTo(1);
  }

  @Test
  void momentsAreSecondsSince2000() {
    Facts.network(1, 1);
    OwnerDatabase.execute(
        """
        update facts.users set created_at = '1999-12-31 23:59:59.25Z';
        update facts.photos set created_at = '2000-01-02 00:00:01.75Z'\
        """);

    var network = facts.read().network().network();

    assertThat(network.registered()).containsExactly(-1);
    assertThat(network.posted()).containsExactly(86_401);
  }

  @Test
  void anEmptyDatabaseIsAnEmptyNetwork() {
    OwnerDatabase.clear();

    var read = facts.read();

    assertThat(read.watermark()).isEqualTo(new Watermark(0, 0));
    assertThat(read.network().network().accounts()).isZero();
    assertThat(read.network().network().likes().size()).isZero();
  }
}
