package io.minigram.insights.influence;

import static io.minigram.insights.testing.Answers.answer;
import static io.minigram.insights.testing.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.insights.InsightsTest;
import io.minigram.insights.testing.SmallNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Followers: ann 3, ben 2, cleo 1. Activities: ann, ben and cleo 6 each, dan 5, eve 4. Eve has
 * liked all four photos, dan three.
 */
@InsightsTest
class InfluenceTest {

  @BeforeAll
  static void load() {
    SmallNetwork.load();
  }

  @Test
  void influencersAreFollowedByMoreThanTheShare() {
    var influencers =
        answer(
            """
            { influencers(minFollowerShare: 0.4) {
                edges { node { id username followers followerShare } }
                totalCount shareOfUsers } }
            """);

    // more than 2 of 5: ann has 3 followers, ben exactly 2
    assertThat(influencers)
        .isEqualTo(
            json(
                """
                {"influencers": {
                  "edges": [
                    {"node": {"id": "1", "username": "ann", "followers": 3, "followerShare": 0.6}}],
                  "totalCount": 1, "shareOfUsers": 0.2}}
                """));
  }

  @Test
  void influencersAreFollowedByMoreThanATenthByDefault() {
    var influencers = answer("{ influencers { edges { node { username followers } } } }");

    // more than half a user: all who are followed at all, most followed first
    assertThat(influencers.at("/influencers/edges"))
        .isEqualTo(
            json(
                """
                [{"node": {"username": "ann", "followers": 3}},
                 {"node": {"username": "ben", "followers": 2}},
                 {"node": {"username": "cleo", "followers": 1}}]
                """));
  }

  @Test
  void influencersAreTheMostFollowedIfTheirNumberIsGiven() {
    var influencers =
        answer(
            """
            { influencers(top: 2, minFollowerShare: 0.9) {
                edges { node { username } } totalCount shareOfUsers } }
            """);

    assertThat(influencers)
        .isEqualTo(
            json(
                """
                {"influencers": {
                  "edges": [{"node": {"username": "ann"}}, {"node": {"username": "ben"}}],
                  "totalCount": 2, "shareOfUsers": 0.4}}
                """));
  }

  @Test
  void aPageGoesOnWhereTheLastOneEnded() {
    var first =
        answer(
            "{ influencers(first: 2) { edges { node { id } } pageInfo { hasNextPage endCursor } }"
                + " }");
    var cursor = first.at("/influencers/pageInfo/endCursor").asText();

    var second =
        answer(
            """
            { influencers(first: 2, after: "%s") {
                edges { node { id } }
                pageInfo { hasNextPage hasPreviousPage } totalCount } }
            """
                .formatted(cursor));

    assertThat(first.at("/influencers/edges"))
        .isEqualTo(json("[{'node': {'id': '1'}}, {'node': {'id': '2'}}]"));
    assertThat(second)
        .isEqualTo(
            json(
                """
                {"influencers": {
                  "edges": [{"node": {"id": "3"}}],
                  "pageInfo": {"hasNextPage": false, "hasPreviousPage": true}, "totalCount": 3}}
                """));
  }

  @Test
  void comparesActivityOfInfluencersAndOthers() {
    var means =
        answer(
            """
            { activityMeans(minFollowerShare: 0.4, minLikedShare: 0.8) {
                measuredOn
                influencers { users meanActivity meanRate }
                others { users meanActivity meanRate }
                othersWithoutBots { users meanActivity meanRate } } }
            """);

    // the influencer is ann: 6 / 729; the suspected bot eve: 4 / 10;
    // ben 6 / 637, cleo 6 / 363, dan 5 / 180
    assertThat(means)
        .isEqualTo(
            json(
                """
                {"activityMeans": {
                  "measuredOn": "2024-12-31",
                  "influencers": {"users": 1, "meanActivity": 6, "meanRate": 0.0082304527},
                  "others": {"users": 4, "meanActivity": 5.25, "meanRate": 0.1134314639},
                  "othersWithoutBots":
                    {"users": 3, "meanActivity": 5.6666666667, "meanRate": 0.0179086186}}}
                """));
  }

  @Test
  void leavesUsersWithoutARateOutOfTheMeanRateOnly() {
    var means =
        answer(
            """
            { activityMeans(minFollowerShare: 0.4, measuredOn: "2024-12-21") {
                others { users meanActivity meanRate } } }
            """);

    // eve has none on that day; (6 / 627 + 6 / 353 + 5 / 170) / 3
    assertThat(means.at("/activityMeans/others"))
        .isEqualTo(json("{'users': 4, 'meanActivity': 5.25, 'meanRate': 0.0186591818}"));
  }

  @Test
  void comparesEngagementWithInfluencersAndOthers() {
    var engagement =
        answer(
            """
            { pairEngagement(minFollowerShare: 0.4) {
                towardsInfluencers { pairs mean variance }
                towardsOthers { pairs mean variance }
                ratio
                welchTest { t degreesOfFreedom pValue } } }
            """);

    // towards ann: eve 2, dan 2, cleo 2 + 1.5, ben 1 + 2 x 1.5
    // towards others: eve-ben 1, dan-ben 1, ann-ben 1 + 2 x 1.5, eve-cleo 1, ben-cleo 1
    // t = (2.875 - 1.6) / sqrt(1.0625 / 4 + 1.8 / 5), with the sample variances
    assertThat(engagement)
        .isEqualTo(
            json(
                """
                {"pairEngagement": {
                  "towardsInfluencers": {"pairs": 4, "mean": 2.875, "variance": 0.796875},
                  "towardsOthers": {"pairs": 5, "mean": 1.6, "variance": 1.44},
                  "ratio": 1.796875,
                  "welchTest": {
                    "t": 1.6119558302, "degreesOfFreedom": 6.9995436097,
                    "pValue": 0.1510093967}}}
                """));
  }

  @Test
  void weighsComments() {
    var engagement =
        answer(
            """
            { pairEngagement(minFollowerShare: 0.4, commentWeight: 0) {
                towardsInfluencers { pairs mean variance } } }
            """);

    // eve 2, dan 2, cleo 2, ben 1
    assertThat(engagement.at("/pairEngagement/towardsInfluencers"))
        .isEqualTo(json("{'pairs': 4, 'mean': 1.75, 'variance': 0.1875}"));
  }

  @Test
  void testsNoMeansOfFewerThanTwoPairs() {
    var engagement =
        answer(
            """
            { pairEngagement(minFollowerShare: 1) {
                towardsInfluencers { pairs mean variance } ratio welchTest { t } } }
            """);

    assertThat(engagement)
        .isEqualTo(
            json(
                """
                {"pairEngagement": {
                  "towardsInfluencers": {"pairs": 0, "mean": null, "variance": null},
                  "ratio": null, "welchTest": null}}
                """));
  }

  /**
   * Eve is the suspect. Ann has reach 3 / 3.5, attention 3 / 4, and engagement 4.75 / 8.625, since
   * her two photos have 5 likes and 3 comments without eve's, and all four of them 8 and 5.
   */
  @Test
  void scoresInfluenceWithoutSuspects() {
    var influencers =
        answer(
            """
            { influencers(minLikedShare: 0.8, orderBy: SCORE) { edges { node {
                username followers following posts likesPerPost commentsPerPost
                botFollowers botLikes botComments influence { value } } } } }
            """);

    assertThat(influencers.at("/influencers/edges"))
        .isEqualTo(
            json(
                """
                [{"node": {"username": "ann", "followers": 3, "following": 1, "posts": 2,
                   "likesPerPost": 3.5, "commentsPerPost": 1.5, "botFollowers": 0, "botLikes": 2,
                   "botComments": 0, "influence": {"value": 70.7429218459}}},
                 {"node": {"username": "ben", "followers": 2, "following": 1, "posts": 1,
                   "likesPerPost": 3, "commentsPerPost": 2, "botFollowers": 0, "botLikes": 1,
                   "botComments": 0, "influence": {"value": 66.9781976510}}},
                 {"node": {"username": "cleo", "followers": 1, "following": 2, "posts": 1,
                   "likesPerPost": 2, "commentsPerPost": 0, "botFollowers": 0, "botLikes": 1,
                   "botComments": 0, "influence": {"value": 35.7221526558}}}]
                """));
  }

  @Test
  void explainsAnInfluenceScore() {
    var influencers =
        answer(
            """
            { influencers(minLikedShare: 0.8, first: 1) { edges { node {
                influence { components { part value benchmark score sentence } } } } } }
            """);

    assertThat(influencers.at("/influencers/edges/0/node/influence/components"))
        .isEqualTo(
            json(
                """
                [{"part": "REACH", "value": 3, "benchmark": 0.5, "score": 0.8571428571,
                  "sentence":
                    "3 of 3 followers are no suspected bots; a tenth of all users is 0.5."},
                 {"part": "ATTENTION", "value": 3, "benchmark": 1, "score": 0.75,
                  "sentence":
                    "3.00 followers for each of 1 accounts followed; 1 would be even."},
                 {"part": "ENGAGEMENT", "value": 4.75, "benchmark": 3.875, "score": 0.5507246377,
                  "sentence":
                    "4.75 likes + 1.5 × comments a photo over 2 photos, suspected bots left out; 3.88 over all photos."}]
                """));
  }

  /** Whose suspects: nobody is flagged, and by the default all five liked 5 % of four photos. */
  @ParameterizedTest
  @CsvSource({
    "suspects: DETECTOR,    ann ben cleo, 70.331702 66.513056 40.134229, 0, 0, 0",
    "suspects: CONFIRMED,   ann ben cleo, 70.331702 66.513056 40.134229, 0, 0, 0",
    "suspects: LIKED_SHARE, ann ben cleo, 0 0 0,                         3, 7, 3",
    // the same set, worked out and not looked up
    "minLikedShare: 0.1,    ann ben cleo, 0 0 0,                         3, 7, 3",
  })
  void takesTheGivenSuspects(
      String suspects, String names, String scores, int followers, int likes, int comments) {
    var influencers =
        answer(
            """
            { influencers(%s, orderBy: SCORE) { edges { node {
                username botFollowers botLikes botComments influence { value } } } } }
            """
                .formatted(suspects));

    assertThat(String.join(" ", influencers.findValuesAsText("username"))).isEqualTo(names);
    assertThat(String.join(" ", influencers.findValuesAsText("value"))).isEqualTo(scores);
    var ann = influencers.at("/influencers/edges/0/node");
    assertThat(ann.get("botFollowers").asInt()).isEqualTo(followers);
    assertThat(ann.get("botLikes").asInt()).isEqualTo(likes);
    assertThat(ann.get("botComments").asInt()).isEqualTo(comments);
  }

  @Test
  void turnsPagesByScore() {
    var first =
        answer(
            "{ influencers(orderBy: SCORE, minLikedShare: 0.8, first: 2) { pageInfo { endCursor } }"
                + " }");

    var second =
        answer(
            """
            { influencers(orderBy: SCORE, minLikedShare: 0.8, first: 2, after: "%s") {
                edges { node { username } } pageInfo { hasNextPage } totalCount } }
            """
                .formatted(first.at("/influencers/pageInfo/endCursor").asText()));

    assertThat(second)
        .isEqualTo(
            json(
                """
                {"influencers": {
                  "edges": [{"node": {"username": "cleo"}}],
                  "pageInfo": {"hasNextPage": false}, "totalCount": 3}}
                """));
  }

  /** Ann and ben against cleo, dan and, where suspects count, eve. */
  @Test
  void comparesPostsOfInfluencersAndOthers() {
    var comparison =
        answer(
            """
            { influencerComparison(top: 2, minLikedShare: 0.8, confidence: 0.9) {
                posts {
                  influencers { users mean variance }
                  others { users mean variance }
                  othersWithoutBots { users mean variance }
                  ratio ratioWithoutBots
                  studentTest {
                    t degreesOfFreedom pValue difference differenceFrom differenceTo }
                  welchTest {
                    t degreesOfFreedom pValue difference differenceFrom differenceTo }
                  studentTestWithoutBots { t degreesOfFreedom pValue }
                  welchTestWithoutBots { differenceFrom differenceTo } } } }
            """);

    // posts: 2 and 1; 1, 0 and 0. The tests' figures are those of SciPy's ttest_ind
    assertThat(comparison.at("/influencerComparison/posts"))
        .isEqualTo(
            json(
                """
                {"influencers": {"users": 2, "mean": 1.5, "variance": 0.25},
                 "others": {"users": 3, "mean": 0.3333333333, "variance": 0.2222222222},
                 "othersWithoutBots": {"users": 2, "mean": 0.5, "variance": 0.25},
                 "ratio": 4.5, "ratioWithoutBots": 3,
                 "studentTest": {
                   "t": 2.0493901532, "degreesOfFreedom": 3, "pValue": 0.1328418406,
                   "difference": 1.1666666667, "differenceFrom": -0.1730444028,
                   "differenceTo": 2.5063777362},
                 "welchTest": {
                   "t": 1.9414506868, "degreesOfFreedom": 1.8988764045, "pValue": 0.1984377665,
                   "difference": 1.1666666667, "differenceFrom": -0.6534433018,
                   "differenceTo": 2.9867766351},
                 "studentTestWithoutBots": {
                   "t": 1.4142135624, "degreesOfFreedom": 2, "pValue": 0.2928932188},
                 "welchTestWithoutBots": {
                   "differenceFrom": -1.0647416048, "differenceTo": 3.0647416048}}
                """));
  }

  @Test
  void comparesActivityRateAndFollowersOfInfluencersAndOthers() {
    var comparison =
        answer(
            """
            { influencerComparison(top: 2, minLikedShare: 0.8) {
                measuredOn
                activity { influencers { mean } others { mean } othersWithoutBots { mean } }
                activityRate { influencers { mean } others { mean variance } }
                followersToFollowing {
                  influencers { users meanFollowers meanFollowing ratio }
                  others { users meanFollowers meanFollowing ratio }
                  othersWithoutBots { users meanFollowers meanFollowing ratio } } } }
            """);

    // rates: 6 / 729, 6 / 637; 6 / 363, 5 / 180, 4 / 10
    assertThat(comparison)
        .isEqualTo(
            json(
                """
                {"influencerComparison": {
                  "measuredOn": "2024-12-31",
                  "activity": {
                    "influencers": {"mean": 6}, "others": {"mean": 5},
                    "othersWithoutBots": {"mean": 5.5}},
                  "activityRate": {
                    "influencers": {"mean": 0.0088248025},
                    "others": {"mean": 0.1481022345, "variance": 0.0317473316}},
                  "followersToFollowing": {
                    "influencers":
                      {"users": 2, "meanFollowers": 2.5, "meanFollowing": 1, "ratio": 2.5},
                    "others": {"users": 3, "meanFollowers": 0.3333333333,
                      "meanFollowing": 1.3333333333, "ratio": 0.25},
                    "othersWithoutBots":
                      {"users": 2, "meanFollowers": 0.5, "meanFollowing": 2, "ratio": 0.25}}}}
                """));
  }

  @Test
  void testsEngagementTowardsOthersWithoutSuspects() {
    var engagement =
        answer(
            """
            { pairEngagement(minFollowerShare: 0.4, suspects: DETECTOR) {
                towardsOthersWithoutBots { pairs mean variance } ratioWithoutBots
                studentTest { t degreesOfFreedom pValue differenceFrom differenceTo }
                welchTest { differenceFrom differenceTo }
                studentTestWithoutBots { t } welchTestWithoutBots { t } } }
            """);

    // no one is flagged; the tests' figures are those of SciPy's ttest_ind
    assertThat(engagement)
        .isEqualTo(
            json(
                """
                {"pairEngagement": {
                  "towardsOthersWithoutBots": {"pairs": 5, "mean": 1.6, "variance": 1.44},
                  "ratioWithoutBots": 1.796875,
                  "studentTest": {
                    "t": 1.5602616338, "degreesOfFreedom": 7, "pValue": 0.1626642676,
                    "differenceFrom": -0.6573015163, "differenceTo": 3.2073015163},
                  "welchTest": {"differenceFrom": -0.5953587996, "differenceTo": 3.1453587996},
                  "studentTestWithoutBots": {"t": 1.5602616338},
                  "welchTestWithoutBots": {"t": 1.6119558302}}}
                """));
  }

  @Test
  void correlatesFollowersWithLikes() {
    var correlation =
        answer(
            """
            { followersAndLikes {
                users pearson { coefficient pValue } spearman { coefficient pValue } } }
            """);

    // ann 3 and 3.5, ben 2 and 3, cleo 1 and 2; SciPy's pearsonr and spearmanr
    assertThat(correlation)
        .isEqualTo(
            json(
                """
                {"followersAndLikes": {
                  "users": 3, "pearson": {"coefficient": 0.9819805061, "pValue": 0.1210377183},
                  "spearman": {"coefficient": 1, "pValue": 0}}}
                """));
  }
}
