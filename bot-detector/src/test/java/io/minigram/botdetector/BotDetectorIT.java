package io.minigram.botdetector;

import static io.minigram.botdetector.GraphQL.accounts;
import static io.minigram.botdetector.GraphQL.ask;
import static io.minigram.botdetector.GraphQL.code;
import static io.minigram.botdetector.GraphQL.confirm;
import static io.minigram.botdetector.GraphQL.dismiss;
import static io.minigram.botdetector.GraphQL.flag;
import static io.minigram.botdetector.GraphQL.undo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.minigram.workbench.testing.MiniGramDatabase;
import io.minigram.workbench.testing.TestUsers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The main story, against the packaged artifact, jar or native. */
@QuarkusIntegrationTest
@TestProfile(BotDetectorIT.EverySecond.class)
@QuarkusTestResource(
    value = MiniGramDatabase.class,
    initArgs = @ResourceArg(name = "role", value = "BOT_DETECTOR"))
@QuarkusTestResource(TestUsers.class)
class BotDetectorIT {

  public static final class EverySecond implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("minigram.scoring.every", "1s");
    }
  }

  @Test
  void flagsOnScheduleAndAModeratorDecides() {
    given().when().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    Facts.network(50, 1_000);
    Facts.likes(11, 50);
    Facts.likes(12, 40);
    Facts.likes(13, 70);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(accounts("OPEN")).containsExactly("13", "11"));
    var found =
        ask("{ flaggedAccounts { edges { node { username score reasons { sentence } } } } }");
    assertThat(found.getString("data.flaggedAccounts.edges[0].node.username")).isEqualTo("user13");
    assertThat(found.getFloat("data.flaggedAccounts.edges[0].node.score")).isEqualTo(0.985797f);
    assertThat(found.getString("data.flaggedAccounts.edges[0].node.reasons[0].sentence"))
        .isEqualTo("Liked 70 of 1,000 photos (7.00 %).");

    assertThat(confirm(13, 0).getString("data.confirmAccount.state")).isEqualTo("CONFIRMED");
    assertThat(code(dismiss(13, 0))).isEqualTo("CONFLICT");
    assertThat(dismiss(11, 0).getInt("data.dismissAccount.version")).isEqualTo(1);

    var lastRun = latestRun();
    Facts.likes(14, 1_000);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(accounts("OPEN")).containsExactly("14"));
    assertThat(latestRun()).isGreaterThan(lastRun);
    assertThat(accounts("CONFIRMED")).containsExactly("13");
    assertThat(accounts("DISMISSED")).containsExactly("11");

    assertThat(undo(13, 1).getString("data.undoDecision.state")).isEqualTo("OPEN");
    assertThat(flag(15, 0).getInt("data.flagAccount.version")).isEqualTo(1);
    assertThat(
            ask("{ accountEvents(id: \"13\") { edges { node { kind } } } }")
                .getList("data.accountEvents.edges.node.kind"))
        .containsExactly("FLAGGED", "CONFIRMED", "UNDONE");
    assertThat(accounts("OPEN")).containsExactly("13", "14", "15");
  }

  private static long latestRun() {
    return ask("{ latestRun { id } }").getLong("data.latestRun.id");
  }
}
