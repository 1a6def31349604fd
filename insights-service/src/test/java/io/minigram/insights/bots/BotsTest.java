package io.minigram.insights.bots;

import static io.minigram.insights.testing.Answers.answer;
import static io.minigram.insights.testing.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.insights.InsightsTest;
import io.minigram.insights.rolling.RollUps;
import io.minigram.insights.testing.SmallNetwork;
import io.minigram.workbench.testing.OwnerDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@InsightsTest
class BotsTest {

  @BeforeEach
  void load() {
    SmallNetwork.load();
  }

  @Test
  void suspectsWhoLikedAtLeastTheShare() {
    var suspects =
        answer(
            """
            { suspectedBots(minLikedShare: 0.75) {
                edges { node { id username likes likedShare } }
                totalCount shareOfUsers likes shareOfLikes } }
            """);

    // eve liked all 4 photos, dan exactly three quarters; together 7 of 12 likes
    assertThat(suspects)
        .isEqualTo(
            json(
                """
                {"suspectedBots": {
                  "edges": [
                    {"node": {"id": "5", "username": "eve", "likes": 4, "likedShare": 1}},
                    {"node": {"id": "4", "username": "dan", "likes": 3, "likedShare": 0.75}}],
                  "totalCount": 2, "shareOfUsers": 0.4, "likes": 7, "shareOfLikes": 0.583333}}
                """));
  }

  @Test
  void suspectsWhoLikedATwentiethByDefault() {
    var suspects = answer("{ suspectedBots { edges { node { username } } } }");

    // a fifth of a photo: everybody, most likes first, then the lower id
    assertThat(suspects.findValuesAsText("username"))
        .containsExactly("eve", "dan", "ben", "cleo", "ann");
  }

  @Test
  void suspectsNobodyWithoutALike() {
    OwnerDatabase.execute("delete from facts.likes where user_id <> 5");
    RollUps.rebuild();

    var suspects =
        answer(
            """
            { suspectedBots(minLikedShare: 0) {
                edges { node { username } } likes shareOfLikes } }
            """);

    assertThat(suspects)
        .isEqualTo(
            json(
                """
                {"suspectedBots": {
                  "edges": [{"node": {"username": "eve"}}], "likes": 4, "shareOfLikes": 1}}
                """));
  }

  @Test
  void findsNoSuspects() {
    OwnerDatabase.execute("delete from facts.likes where user_id = 5");
    RollUps.rebuild();

    var suspects =
        answer(
            """
            { suspectedBots(minLikedShare: 1) {
                edges { node { username } } totalCount shareOfUsers likes shareOfLikes } }
            """);

    assertThat(suspects)
        .isEqualTo(
            json(
                """
                {"suspectedBots": {
                  "edges": [], "totalCount": 0, "shareOfUsers": 0, "likes": 0, "shareOfLikes": 0}}
                """));
  }

  @Test
  void tellsWhereAPhotosLikesComeFrom() {
    OwnerDatabase.execute(
        "insert into facts.photos (id, owner_id, image_url, created_at, batch_id)"
            + " values (14, 4, 'https://example.org/14', '2024-09-01 12:00:00Z', 1)");
    RollUps.rebuild();

    var likes =
        answer(
            """
            { likesPerPhoto(minLikedShare: 0.75) {
                photos likedPhotos meanFromBots meanFromOthers meanShareFromBots } }
            """);

    // with photo 14, which nobody likes, 75 % is 3.75 of 5 photos, so eve alone is suspected;
    // 4 and 8 likes over 5 photos; (1/4 + 1/3 + 1/3 + 1/2) / 4 over the liked ones
    assertThat(likes)
        .isEqualTo(
            json(
                """
                {"likesPerPhoto": {
                  "photos": 5, "likedPhotos": 4, "meanFromBots": 0.8, "meanFromOthers": 1.6,
                  "meanShareFromBots": 0.3541666667}}
                """));
  }

  @Test
  void findsUsersWhoseLikesComeFromSuspects() {
    var boosted =
        answer(
            """
            { boostedUsers(minLikedShare: 0.75) {
                edges {
                  node { id username likes botLikes botShare botShareLowerBound certain } }
                totalCount } }
            """);

    // of eve and dan: 2 of 3 likes for ben, 4 of 7 for ann, and exactly half for cleo, 1 of 2;
    // the bounds are where the binomial tail has a probability of 0.05
    assertThat(boosted)
        .isEqualTo(
            json(
                """
                {"boostedUsers": {
                  "edges": [
                    {"node": {"id": "2", "username": "ben",
                      "likes": 3, "botLikes": 2, "botShare": 0.6666666667,
                      "botShareLowerBound": 0.1353503622, "certain": false}},
                    {"node": {"id": "1", "username": "ann",
                      "likes": 7, "botLikes": 4, "botShare": 0.5714285714,
                      "botShareLowerBound": 0.2253215840, "certain": false}},
                    {"node": {"id": "3", "username": "cleo",
                      "likes": 2, "botLikes": 1, "botShare": 0.5,
                      "botShareLowerBound": 0.0253205655, "certain": false}}],
                  "totalCount": 3}}
                """));
  }

  @Test
  void findsBoostedUsersFromAGivenShareOn() {
    var boosted =
        answer(
            """
            { boostedUsers(minLikedShare: 0.75, minBotShare: 0.6) {
                edges { node { username } } } }
            """);

    assertThat(boosted.findValuesAsText("username")).containsExactly("ben");
  }

  @Test
  void leavesOutBoostedUsersWhoAreNotCertain() {
    var boosted =
        answer(
            """
            { boostedUsers(minLikedShare: 0.75, confidence: 0.4, onlyCertain: true) {
                edges { node { username certain } } totalCount } }
            """);

    // at one half, 2 or 3 of 3 and 4 or more of 7 come once in two times, 1 or 2 of 2 three in four
    assertThat(boosted)
        .isEqualTo(
            json(
                """
                {"boostedUsers": {
                  "edges": [
                    {"node": {"username": "ben", "certain": true}},
                    {"node": {"username": "ann", "certain": true}}],
                  "totalCount": 2}}
                """));
  }

  @Test
  void comparesWhatOthersDoByTheShareOfBots() {
    var pressure =
        answer(
            """
            { botPressure(minLikedShare: 0.75) {
                quartile photos leastBotShare greatestBotShare meanLikesFromOthers
                meanCommentsFromOthers } }
            """);

    // dan and eve have one half of the likes on 10 and 13, two thirds on 11 and 12;
    // others have 2 and 1 likes, 2 and 0 comments on the former, 1 and 1, 1 and 2 on the latter
    assertThat(pressure)
        .isEqualTo(
            json(
                """
                {"botPressure": [
                  {"quartile": 1, "photos": 2, "leastBotShare": 0.5, "greatestBotShare": 0.5,
                    "meanLikesFromOthers": 1.5, "meanCommentsFromOthers": 1},
                  {"quartile": 2, "photos": 0, "leastBotShare": null, "greatestBotShare": null,
                    "meanLikesFromOthers": null, "meanCommentsFromOthers": null},
                  {"quartile": 3, "photos": 2,
                    "leastBotShare": 0.6666666667, "greatestBotShare": 0.6666666667,
                    "meanLikesFromOthers": 1, "meanCommentsFromOthers": 1.5},
                  {"quartile": 4, "photos": 0, "leastBotShare": null, "greatestBotShare": null,
                    "meanLikesFromOthers": null, "meanCommentsFromOthers": null}]}
                """));
  }

  @Test
  void takesTheDetectorsOrTheModeratorsWord() {
    OwnerDatabase.execute(
        "insert into moderation.flagged_change (suspects, user_id, flagged) values"
            + " ('DETECTOR', 4, true), ('DETECTOR', 5, true), ('CONFIRMED', 4, true),"
            + " ('CONFIRMED', 5, true), ('CONFIRMED', 4, false)");
    RollUps.roll();

    var figures =
        answer(
            """
            {
              detector: suspectedBots(suspects: DETECTOR) {
                edges { node { username } } shareOfUsers likes }
              confirmed: suspectedBots(suspects: CONFIRMED, minLikedShare: 0.3) {
                edges { node { username } } }
              likesPerPhoto(suspects: DETECTOR) { meanFromBots meanFromOthers meanShareFromBots }
              boostedUsers(suspects: CONFIRMED) { edges { node { username botLikes } } }
              botPressure(suspects: DETECTOR) { photos meanLikesFromOthers }
            }
            """);

    // dan and eve, then eve alone; (2/4 + 2/3 + 2/3 + 1/2) / 4
    assertThat(figures)
        .isEqualTo(
            json(
                """
                {
                  "detector": {
                    "edges": [{"node": {"username": "eve"}}, {"node": {"username": "dan"}}],
                    "shareOfUsers": 0.4, "likes": 7},
                  "confirmed": {"edges": [{"node": {"username": "eve"}}]},
                  "likesPerPhoto": {
                    "meanFromBots": 1.75, "meanFromOthers": 1.25,
                    "meanShareFromBots": 0.5833333333},
                  "boostedUsers": {"edges": [{"node": {"username": "cleo", "botLikes": 1}}]},
                  "botPressure": [
                    {"photos": 2, "meanLikesFromOthers": 1.5},
                    {"photos": 0, "meanLikesFromOthers": null},
                    {"photos": 2, "meanLikesFromOthers": 1},
                    {"photos": 0, "meanLikesFromOthers": null}]
                }
                """));
  }
}
