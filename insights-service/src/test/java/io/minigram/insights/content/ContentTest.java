package io.minigram.insights.content;

import static io.minigram.insights.testing.Answers.answer;
import static io.minigram.insights.testing.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.minigram.insights.InsightsTest;
import io.minigram.insights.testing.SmallNetwork;
import java.util.ArrayList;
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
                  node {
                    id ownerId ownerUsername createdAt imageUrl tags likes comments engagement
                    rank } }
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
                      "imageUrl": "https://example.org/10", "tags": ["cute", "love", "love"],
                      "likes": 4, "comments": 2, "engagement": 7, "rank": 1}},
                    {"node": {
                      "id": "12", "ownerId": "2", "ownerUsername": "ben",
                      "createdAt": "2024-03-06T08:45:00Z",
                      "imageUrl": "https://example.org/12", "tags": ["love"],
                      "likes": 3, "comments": 2, "engagement": 6, "rank": 2}}],
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
                edges { node { tagId name uses likes } } totalCount } }
            """);

    // photo 10 carries both tags called love, photo 12 one of them: 4, 4 and 3 likes
    assertThat(tags)
        .isEqualTo(
            json(
                """
                {"engagedPhotoTags": {
                  "edges": [
                    {"node": {"tagId": "1", "name": "love", "uses": 3, "likes": 11}},
                    {"node": {"tagId": "2", "name": "cute", "uses": 1, "likes": 4}}],
                  "totalCount": 2}}
                """));
  }

  @Test
  void tellsAtWhichHoursHighlyEngagedPhotosWerePosted() {
    var hours =
        answer(
                """
                { engagedPhotoHours(minEngagement: 6) {
                    hour engagedPhotos photos rate expectedEngagedPhotos } }
                """)
            .get("engagedPhotoHours");

    assertThat(hours).hasSize(24);
    assertThat(hours.get(0))
        .isEqualTo(
            json(
                "{'hour': 0, 'engagedPhotos': 0, 'photos': 0, 'rate': null,"
                    + " 'expectedEngagedPhotos': 0}"));
    assertThat(hours.get(8))
        .isEqualTo(
            json(
                "{'hour': 8, 'engagedPhotos': 2, 'photos': 2, 'rate': 1,"
                    + " 'expectedEngagedPhotos': 1}"));
    assertThat(hours.get(20))
        .isEqualTo(
            json(
                "{'hour': 20, 'engagedPhotos': 0, 'photos': 1, 'rate': 0,"
                    + " 'expectedEngagedPhotos': 0.5}"));
    assertThat(hours.get(21))
        .isEqualTo(
            json(
                "{'hour': 21, 'engagedPhotos': 0, 'photos': 1, 'rate': 0,"
                    + " 'expectedEngagedPhotos': 0.5}"));
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

  @ParameterizedTest
  @CsvSource({
    "'orderBy: ENGAGEMENT', '10 1, 12 2, 11 3, 13 4'",
    // without comments 11 and 12 tie at 3 likes
    "'commentWeight: 0', '10 1, 11 2, 12 2, 13 4'",
    "'orderBy: LIKES', '10 1, 11 2, 12 2, 13 4'",
    "'orderBy: COMMENTS', '10 1, 12 1, 11 3, 13 4'",
    "'orderBy: NEWEST', '13 1, 12 2, 11 3, 10 4'",
  })
  void ranksPhotos(String arguments, String expected) {
    var photos =
        answer("{ photos(%s) { edges { node { id rank } } totalCount } }".formatted(arguments));

    assertThat(ranks(photos)).isEqualTo(expected);
    assertThat(photos.at("/photos/totalCount")).isEqualTo(json("4"));
  }

  @ParameterizedTest
  @CsvSource({
    "ENGAGEMENT, '10 1, 12 2', '11 3, 13 4'",
    "LIKES, '10 1, 11 2', '12 2, 13 4'",
    "NEWEST, '13 1, 12 2', '11 3, 10 4'",
  })
  void pagesThroughPhotos(PhotoOrder order, String onFirst, String onSecond) {
    var query =
        "{ photos(orderBy: %s, first: 2%s) { edges { node { id rank } } pageInfo { endCursor"
            + " hasNextPage } } }";
    var first = answer(query.formatted(order, ""));

    var cursor = first.at("/photos/pageInfo/endCursor").asText();
    var second = answer(query.formatted(order, ", after: \"" + cursor + "\""));

    assertThat(ranks(first)).isEqualTo(onFirst);
    assertThat(ranks(second)).isEqualTo(onSecond);
    assertThat(second.at("/photos/pageInfo/hasNextPage").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    // everybody has liked a twentieth of a photo
    "'', 4, 1",
    // dan and eve
    "', minLikedShare: 0.75', 2, 0.5",
    // all but ann, who has not liked it
    "', minLikedShare: 0.5', 4, 1",
    "', minLikedShare: 1', 1, 0.25",
    "', suspects: DETECTOR', 0, 0",
  })
  void showsAPhoto(String arguments, int botLikes, double botShare) {
    var photo =
        answer(
            """
            { photo(id: 10%s) {
                id ownerUsername imageUrl tags likes comments engagement rank botLikes botShare } }
            """
                .formatted(arguments));

    assertThat(photo)
        .isEqualTo(
            json(
                """
                {"photo": {
                  "id": "10", "ownerUsername": "ann", "imageUrl": "https://example.org/10",
                  "tags": ["cute", "love", "love"], "likes": 4, "comments": 2, "engagement": 7,
                  "rank": 1, "botLikes": %d, "botShare": %s}}
                """
                    .formatted(botLikes, botShare)));
  }

  @Test
  void showsNoPhotoThatThereIsNot() {
    assertThat(answer("{ photo(id: 99) { id } }")).isEqualTo(json("{'photo': null}"));
  }

  @ParameterizedTest
  @CsvSource({
    // love stands twice on photo 10 and once on 12, cute on 10 and 11, zebra on 13
    "'tags', 'love 3 11, cute 2 7, zebra 1 2'",
    "'tags(orderBy: LIKES)', 'love 3 11, cute 2 7, zebra 1 2'",
    "'engagedPhotoTags(minEngagement: 2, orderBy: LIKES)', 'love 3 11, cute 2 7, zebra 1 2'",
    "'tagsByInfluence(usedBy: OTHERS, top: 2)', 'zebra 1 2'",
    // photos 10 and 11 of ann: equal uses, so the lower id
    "'tagsByInfluence(usedBy: INFLUENCERS, top: 1)', 'love 2 8, cute 2 7'",
    "'tagsByInfluence(usedBy: OTHERS, top: 1)', 'love 1 3, zebra 1 2'",
  })
  void countsLikesOfTags(String field, String expected) {
    var tags = answer("{ tags: %s { edges { node { name uses likes } } } }".formatted(field));

    var found = new ArrayList<String>();
    for (var edge : tags.at("/tags/edges")) {
      var node = edge.get("node");
      found.add(
          String.join(
              " ",
              node.get("name").asText(),
              node.get("uses").asText(),
              node.get("likes").asText()));
    }
    assertThat(String.join(", ", found)).isEqualTo(expected);
  }

  @Test
  void showsATagName() {
    var tag =
        answer(
            """
            { tag(name: "love") {
                name ids createdAt uses likes likesPerUse rankByUses rankByLikes themes } }
            """);

    assertThat(tag)
        .isEqualTo(
            json(
                """
                {"tag": {
                  "name": "love", "ids": ["1", "3"], "createdAt": "2019-01-01T00:00:00Z",
                  "uses": 3, "likes": 11, "likesPerUse": 3.6666666667, "rankByUses": 1,
                  "rankByLikes": 1, "themes": ["family", "general"]}}
                """));
  }

  @Test
  void showsNoTagThatThereIsNot() {
    assertThat(answer("{ tag(name: \"Love\") { ids } }")).isEqualTo(json("{'tag': null}"));
  }

  @ParameterizedTest
  @CsvSource({
    // photos 10 and 12 within one hour, 11 and 13 in others: 1 expected, 0.5 and 0.5;
    // (2 - 1)^2 / 1 + 0.5 + 0.5, and exp(-2 / 2) for two degrees of freedom
    "UTC, '[8]', '[20, 21]', 2, 2, 0.3678794412",
    // 13:45, 14:15, 01:30 and 02:30: 0.5 expected of each, and twice 0.5, erfc(1) + 2 / sqrt(pi) /
    // e
    "Asia/Kolkata, '[13, 14]', '[1, 2]', 2, 3, 0.5724067044",
    // 10:15 in summer, 09:45, 21:00, and 23:00 in summer
    "Europe/Berlin, '[9, 10]', '[21, 23]', 2, 3, 0.5724067044",
  })
  void tellsWhenToPost(
      String zone, String best, String worst, int statistic, int degreesOfFreedom, double pValue) {
    var hours =
        answer(
            """
            { postingHours(minEngagement: 6, timeZone: "%s") {
                timeZone engagedPhotos photos rate best worst
                evenness { statistic degreesOfFreedom pValue } } }
            """
                .formatted(zone));

    assertThat(hours)
        .isEqualTo(
            json(
                """
                {"postingHours": {
                  "timeZone": "%s", "engagedPhotos": 2, "photos": 4, "rate": 0.5,
                  "best": %s, "worst": %s,
                  "evenness": {"statistic": %d, "degreesOfFreedom": %d, "pValue": %s}}}
                """
                    .formatted(zone, best, worst, statistic, degreesOfFreedom, pValue)));
  }

  private static String ranks(JsonNode photos) {
    var found = new ArrayList<String>();
    for (var edge : photos.at("/photos/edges")) {
      found.add(edge.at("/node/id").asText() + " " + edge.at("/node/rank").asText());
    }
    return String.join(", ", found);
  }
}
