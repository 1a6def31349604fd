package io.minigram.botdetector.rings;

import static io.minigram.botdetector.GraphQL.accounts;
import static io.minigram.botdetector.GraphQL.ask;
import static io.minigram.botdetector.GraphQL.startRun;
import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.botdetector.DetectorTest;
import io.minigram.botdetector.Facts;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@DetectorTest
class RingTest {

  @Test
  void aRingIsShownWithItsMembersAndWhomItServes() {
    Facts.ring();

    var run = startRun();

    var found =
        ask(
            """
            { rings { totalCount edges { node {
                id runId memberCount photos follows firstAt lastAt
                members { id score }
                owners { id photos fromRing received shareAtLeast member } } } } }\
            """);
    assertThat(found.getInt("data.rings.totalCount")).isEqualTo(1);
    assertThat(found.<String, Object>getMap("data.rings.edges[0].node"))
        .containsEntry("id", run + "-1")
        .containsEntry("runId", run)
        .containsEntry("memberCount", 6)
        .containsEntry("photos", 12)
        .containsEntry("follows", 0)
        .containsEntry("firstAt", "2024-03-01T10:00:01Z")
        .containsEntry("lastAt", "2024-03-12T10:00:06Z");
    assertThat(found.getList("data.rings.edges[0].node.members.id"))
        .containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6");
    var owners = found.<Map<String, Object>>getList("data.rings.edges[0].node.owners");
    assertThat(owners).hasSize(12);
    assertThat(owners)
        .extracting(owner -> owner.get("id"))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(101, 112).mapToObj(Integer::toString).toList());
    assertThat(owners)
        .allSatisfy(
            owner -> {
              var received =
                  Facts.longs(
                          """
                          select count(*) from facts.likes
                          join facts.photos on photos.id = likes.photo_id
                          where photos.owner_id = %s\
                          """
                              .formatted(owner.get("id")))
                      .get(0);
              assertThat(owner)
                  .containsEntry("photos", 1)
                  .containsEntry("fromRing", 6)
                  .containsEntry("received", received.intValue())
                  .containsEntry("member", false);
              assertThat((Float) owner.get("shareAtLeast")).isBetween(0f, 6f / received);
            });
  }

  @Test
  void aMembersEvidenceNamesPartnersAndPhotos() {
    Facts.ring();
    var run = startRun();
    assertThat(accounts("OPEN")).containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6");

    var found =
        ask(
            """
            { account(id: "1") {
                reasons { signal sentence }
                ring { id memberCount }
                evidence { signal partners { id evidence }
                    actions { photoId userId at partners } } } }\
            """);

    assertThat(found.getString("data.account.reasons[0].sentence"))
        .isEqualTo("Liked 12 times within 10 minutes of the same 5 accounts.");
    assertThat(found.<String, Object>getMap("data.account.ring"))
        .containsEntry("id", run + "-1")
        .containsEntry("memberCount", 6);
    assertThat(found.getList("data.account.evidence.signal")).containsExactly("LIKE_LOCKSTEP");
    assertThat(found.getList("data.account.evidence[0].partners.id"))
        .containsExactlyInAnyOrder("2", "3", "4", "5", "6");
    var actions = found.<Map<String, Object>>getList("data.account.evidence[0].actions");
    assertThat(actions)
        .extracting(action -> action.get("photoId"))
        .containsExactlyElementsOf(
            IntStream.range(0, 12).mapToObj(k -> Integer.toString(501 + 5 * k)).toList());
    assertThat(actions).extracting(action -> action.get("partners")).containsOnly(5);
    assertThat(actions.get(0))
        .containsEntry("at", "2024-03-01T10:00:01Z")
        .containsEntry("userId", null);
  }

  @Test
  void whoHasNoRingHasNone() {
    Facts.network(3, 100);
    Facts.likes(1, 5);
    startRun();

    var found =
        ask("{ rings { totalCount edges { node { id } } } account(id: \"1\") { ring { id } } }");

    assertThat(found.getInt("data.rings.totalCount")).isZero();
    assertThat(found.getMap("data.account")).containsEntry("ring", null);
  }

  @Test
  void ringsOfOldRunsGo() {
    Facts.ring();
    for (int i = 0; i < 21; i++) {
      Facts.emptyBatch();
      startRun();
    }

    assertThat(Facts.longs("select distinct run_id from moderation.ring order by 1"))
        .first()
        .isEqualTo(2L);
    assertThat(Facts.longs("select distinct run_id from moderation.ring_owner order by 1"))
        .hasSize(20);
  }

  @Test
  void aListThatWasBegunStaysWithItsRun() {
    Facts.ring();
    var first = startRun();
    var cursor =
        ask("{ rings(first: 1) { edges { cursor } } }").getString("data.rings.edges[0].cursor");
    Facts.emptyBatch();
    startRun();

    var next =
        ask("{ rings(after: \"%s\") { totalCount edges { node { runId } } } }".formatted(cursor));

    assertThat(next.getInt("data.rings.totalCount")).isEqualTo(1);
    assertThat(next.getList("data.rings.edges")).isEqualTo(List.of());
    assertThat(
            ask("{ rings { edges { node { runId } } } }")
                .getString("data.rings.edges[0].node.runId"))
        .isNotEqualTo(first);
  }
}
