package io.minigram.insights;

import static io.minigram.insights.testing.Answers.answer;
import static io.minigram.insights.testing.Answers.json;
import static io.minigram.insights.testing.Answers.refusal;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.minigram.insights.testing.SmallNetwork;
import io.minigram.workbench.testing.MiniGramDatabase;
import io.minigram.workbench.testing.TestUsers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The main story, told to the packaged service: facts go in, figures come out. */
@QuarkusIntegrationTest
@QuarkusTestResource(
    value = MiniGramDatabase.class,
    initArgs = @ResourceArg(name = "role", value = "INSIGHTS_SERVICE"))
@QuarkusTestResource(TestUsers.class)
class InsightsIT {

  @BeforeAll
  static void load() {
    SmallNetwork.loadFacts();
  }

  @BeforeEach
  void awaitRollUps() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> answer("{ totals { users } }").at("/totals/users").asInt() == 5);
  }

  @Test
  void isReady() {
    given().when().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
  }

  @Test
  void answersEveryKindOfQuestion() {
    var figures =
        answer(
            """
            {
              totals { users photos likes comments likesPerPhoto }
              eventSeries(kind: LIKES) { startsOn label events }
              foldedEvents(kind: PHOTOS, by: HOUR) { total evenness { statistic } }
              growth(pillar: ALL) { year addedGrowth stockGrowth }
              influencers(minFollowerShare: 0.4) {
                edges { node { id username followers } } totalCount }
              cohort(cohort: ACTIVE, by: RATE, share: 0.2) {
                edges { node { username } } totalCount measuredOn }
              cohortWeekdays(cohort: INACTIVE, by: ACTIVITY) { day }
              activityMeans(top: 1) { influencers { meanActivity } }
              pairEngagement(minFollowerShare: 0.4) { ratio welchTest { degreesOfFreedom } }
              engagedPhotos { edges { node { id createdAt engagement } } }
              engagedPhotoTags { edges { node { name uses } } }
              tagsByInfluence(usedBy: OTHERS, minFollowerShare: 0.4) {
                edges { node { name uses } } }
              suspectedBots(minLikedShare: 0.8) { edges { node { username } } shareOfUsers }
              likesPerPhoto(minLikedShare: 0.8) { meanFromBots meanFromOthers }
              boostedUsers(minLikedShare: 0.8) { edges { node { username likes botLikes } } }
            }
            """);

    assertThat(figures)
        .isEqualTo(
            json(
                """
                {
                  "totals": {"users": 5, "photos": 4, "likes": 12, "comments": 5,
                    "likesPerPhoto": 3},
                  "eventSeries": [
                    {"startsOn": "2023-01-01", "label": "2023", "events": 1},
                    {"startsOn": "2024-01-01", "label": "2024", "events": 11}],
                  "foldedEvents": {"total": 4, "evenness": {"statistic": 32}},
                  "growth": [
                    {"year": 2023, "addedGrowth": null, "stockGrowth": null},
                    {"year": 2024, "addedGrowth": 5, "stockGrowth": 6}],
                  "influencers": {
                    "edges": [{"node": {"id": "1", "username": "ann", "followers": 3}}],
                    "totalCount": 1},
                  "cohort": {
                    "edges": [{"node": {"username": "dan"}}],
                    "totalCount": 1, "measuredOn": "2024-12-31"},
                  "cohortWeekdays": [
                    {"day": "MONDAY"}, {"day": "TUESDAY"}, {"day": "WEDNESDAY"},
                    {"day": "THURSDAY"}, {"day": "FRIDAY"}, {"day": "SATURDAY"},
                    {"day": "SUNDAY"}],
                  "activityMeans": {"influencers": {"meanActivity": 6}},
                  "pairEngagement": {
                    "ratio": 1.796875, "welchTest": {"degreesOfFreedom": 6.9995436097}},
                  "engagedPhotos": {
                    "edges": [{"node": {
                      "id": "10", "createdAt": "2023-05-01T08:15:00Z", "engagement": 7}}]},
                  "engagedPhotoTags": {
                    "edges": [
                      {"node": {"name": "love", "uses": 2}}, {"node": {"name": "cute", "uses": 1}}]},
                  "tagsByInfluence": {
                    "edges": [
                      {"node": {"name": "love", "uses": 1}},
                      {"node": {"name": "zebra", "uses": 1}}]},
                  "suspectedBots": {
                    "edges": [{"node": {"username": "eve"}}], "shareOfUsers": 0.2},
                  "likesPerPhoto": {"meanFromBots": 1, "meanFromOthers": 2},
                  "boostedUsers": {
                    "edges": [{"node": {"username": "cleo", "likes": 2, "botLikes": 1}}]}
                }
                """));
    assertThat(answer("{ engagedPhotoHours { hour } }").get("engagedPhotoHours")).hasSize(24);
    assertThat(answer("{ engagedPhotoThemes { theme } }").get("engagedPhotoThemes")).hasSize(25);
    assertThat(answer("{ themes { name tags } }").get("themes")).hasSize(25);
  }

  @Test
  void refusesBadArguments() {
    assertThat(refusal("{ suspectedBots(minLikedShare: 5) { totalCount } }"))
        .isEqualTo("BAD_ARGUMENT");
  }
}
