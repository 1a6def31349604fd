package io.minigram.insights.content;

import static io.minigram.insights.testing.Answers.answer;
import static io.minigram.insights.testing.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.insights.InsightsTest;
import io.minigram.insights.testing.SmallNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Engagement: photo 10 has 7, 12 has 6, 11 has 4.5, 13 has 2. */
@InsightsTest
class ContentTest {

  @BeforeAll
  static void load() {
    SmallNetwork.load();
  }

  @Test
  void showsHighlyEngagedPhotos() {
    var photos =
        answer(
            """
            { engagedPhotos(minEngagement: 6) {
                edges {
                  node { id ownerId ownerUsername createdAt likes comments engagement } }
                totalCount cutOff } }
            """);

    // 4 + 1.5 x 2 and 3 + 1.5 x 2, the latter exactly at the limit
    assertThat(photos)
        .isEqualTo(
            json(
                """
                {"engagedPhotos": {
                  "edges": [
                    {"node": {
                      "id": "10", "ownerId": "1", "ownerUsername": "ann",
                      "createdAt": "2023-05-01T08:15:00Z",
                      "likes": 4, "comments": 2, "engagement": 7}},
                    {"node": {
                      "id": "12", "ownerId": "2", "ownerUsername": "ben",
                      "createdAt": "2024-03-06T08:45:00Z",
                      "likes": 3, "comments": 2, "engagement": 6}}],
                  "totalCount": 2, "cutOff": 6}}
                """));
  }

  @ParameterizedTest
  @CsvSource({
    // 1 % of four photos, rounded up to one
    "'', '10', 7",
    "'(share: 0.5)', '10 12', 6",
    // without comments 11 and 12 tie at 3 likes
    "'(share: 0.5, commentWeight: 0)', '10 11 12', 3",
    // with heavy comments 12 passes 11 by more, and 13 still has its 2 likes
    "'(share: 1, commentWeight: 10)', '10 12 11 13', 2",
    "'(minEngagement: 0)', '10 12 11 13', 2",
    "'(minEngagement: 7.5)', '', ",
    "'(share: 0)', '', ",
  })
  void takesTheTopPhotos(String arguments, String ids, Double cutOff) {
    var photos =
        answer("{ engagedPhotos%s { edges { node { id } } cutOff } }".formatted(arguments));

    assertThat(String.join(" ", photos.findValuesAsText("id"))).isEqualTo(ids);
    assertThat(photos.at("/engagedPhotos/cutOff")).isEqualTo(json(String.valueOf(cutOff)));
  }

  @Test
  void countsTagsOfHighlyEngagedPhotosByName() {
    var tags =
        answer(
            """
            { engagedPhotoTags(minEngagement: 6) {
                edges { node { tagId name uses } } totalCount } }
            """);

    // photo 10 carries both tags called love, photo 12 one of them
    assertThat(tags)
        .isEqualTo(
            json(
                """
                {"engagedPhotoTags": {
                  "edges": [
                    {"node": {"tagId": "1", "name": "love", "uses": 3}},
                    {"node": {"tagId": "2", "name": "cute", "uses": 1}}],
                  "totalCount": 2}}
                """));
  }

  @Test
  void tellsAtWhichHoursHighlyEngagedPhotosWerePosted() {
    var hours =
        answer("{ engagedPhotoHours(minEngagement: 6) { hour engagedPhotos photos rate } }")
            .get("engagedPhotoHours");

    assertThat(hours).hasSize(24);
    assertThat(hours.get(0))
        .isEqualTo(json("{'hour': 0, 'engagedPhotos': 0, 'photos': 0, 'rate': null}"));
    assertThat(hours.get(8))
        .isEqualTo(json("{'hour': 8, 'engagedPhotos': 2, 'photos': 2, 'rate': 1}"));
    assertThat(hours.get(20))
        .isEqualTo(json("{'hour': 20, 'engagedPhotos': 0, 'photos': 1, 'rate': 0}"));
    assertThat(hours.get(21))
        .isEqualTo(json("{'hour': 21, 'engagedPhotos': 0, 'photos': 1, 'rate': 0}"));
  }

  @ParameterizedTest
  @CsvSource({
    // photos 10 and 11 of ann
    "'usedBy: INFLUENCERS, minFollowerShare: 0.4', 'love 2 cute 2'",
    // photos 12 of ben and 13 of cleo
    "'usedBy: OTHERS, minFollowerShare: 0.4', 'love 1 zebra 1'",
    // ann and ben
    "'usedBy: INFLUENCERS, top: 2', 'love 3 cute 2'",
    "'usedBy: OTHERS, top: 2', 'zebra 1'",
  })
  void countsTagsOfInfluencersAndOthers(String arguments, String expected) {
    var tags =
        answer("{ tagsByInfluence(%s) { edges { node { name uses } } } }".formatted(arguments));

    var found = new StringBuilder();
    for (var edge : tags.at("/tagsByInfluence/edges")) {
      found.append(edge.at("/node/name").asText()).append(' ');
      found.append(edge.at("/node/uses").asText()).append(' ');
    }
    assertThat(found.toString().strip()).isEqualTo(expected);
  }
}
