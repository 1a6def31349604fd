package io.minigram.insights.audience;

import static io.minigram.insights.testing.Answers.answer;
import static io.minigram.insights.testing.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.insights.InsightsTest;
import io.minigram.insights.testing.SmallNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Activities: ann, ben and cleo 6 each, dan 5, eve 4. */
@InsightsTest
class AudienceTest {

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

  @ParameterizedTest
  @CsvSource({
    // one of five users, and the two that tie with the last
    "'cohort: ACTIVE, by: ACTIVITY, share: 0.2', 'ann ben cleo', 6",
    // 5 % of five users is a quarter, rounded up to one; the ties are in again
    "'cohort: ACTIVE, by: ACTIVITY', 'ann ben cleo', 6",
    // an activity of 6 is bot-like here: dan is the most active of the rest
    "'cohort: ACTIVE, by: ACTIVITY, share: 0.2, botLikeActivity: 6', 'dan', 5",
    "'cohort: INACTIVE, by: ACTIVITY, share: 0.4', 'eve dan', 5",
    // nobody is too active or too young to be inactive
    "'cohort: INACTIVE, by: ACTIVITY, share: 0.2, botLikeActivity: 0, youngDays: 9999', 'eve', 4",
    // eve is 10 days old, which is young
    "'cohort: ACTIVE, by: RATE, share: 0.4', 'dan cleo', 0.016529",
    "'cohort: ACTIVE, by: RATE, share: 0.4, youngDays: 9', 'eve dan', 0.027778",
    // dan's 5 of activity are bot-like as well
    "'cohort: ACTIVE, by: RATE, share: 0.2, botLikeActivity: 5, youngDays: 9', 'eve', 0.4",
    "'cohort: INACTIVE, by: RATE, share: 0.4', 'ann ben', 0.009419",
    // eve registered on that day and has no rate; the others' days are 10 fewer
    "'cohort: INACTIVE, by: RATE, share: 1, measuredOn: \"2024-12-21\"',"
        + " 'ann ben cleo dan', 0.029412",
    "'cohort: ACTIVE, by: ACTIVITY, share: 0', '', ",
  })
  void takesOneEndOfTheUsers(String arguments, String members, Double cutOff) {
    var cohort =
        answer("{ cohort(%s) { edges { node { username } } cutOff } }".formatted(arguments));

    assertThat(String.join(" ", cohort.findValuesAsText("username"))).isEqualTo(members);
    assertThat(cohort.at("/cohort/cutOff")).isEqualTo(json(String.valueOf(cutOff)));
  }

  @Test
  void showsActivityAndRateOfAMember() {
    var cohort =
        answer(
            """
            { cohort(cohort: INACTIVE, by: ACTIVITY, share: 0.4) {
                edges { node { id username activity rate } } totalCount cutOff measuredOn } }
            """);

    // 4 / 10 days, 5 / 180 days
    assertThat(cohort)
        .isEqualTo(
            json(
                """
                {"cohort": {
                  "edges": [
                    {"node": {"id": "5", "username": "eve", "activity": 4, "rate": 0.4}},
                    {"node": {"id": "4", "username": "dan", "activity": 5, "rate": 0.0277777778}}],
                  "totalCount": 2, "cutOff": 5, "measuredOn": "2024-12-31"}}
                """));
  }

  @Test
  void tellsOnWhichDaysTheActiveDoWhat() {
    var days =
        answer(
            """
            { cohortWeekdays(cohort: ACTIVE, by: ACTIVITY, share: 0.2) {
                day photos likes comments follows } }
            """);

    // ann, ben and cleo
    assertThat(days.get("cohortWeekdays"))
        .isEqualTo(
            json(
                """
                [{"day": "MONDAY",    "photos": 1, "likes": 1, "comments": 1, "follows": 0},
                 {"day": "TUESDAY",   "photos": 1, "likes": 2, "comments": 0, "follows": 0},
                 {"day": "WEDNESDAY", "photos": 1, "likes": 0, "comments": 2, "follows": 0},
                 {"day": "THURSDAY",  "photos": 1, "likes": 1, "comments": 0, "follows": 0},
                 {"day": "FRIDAY",    "photos": 0, "likes": 1, "comments": 1, "follows": 2},
                 {"day": "SATURDAY",  "photos": 0, "likes": 0, "comments": 1, "follows": 1},
                 {"day": "SUNDAY",    "photos": 0, "likes": 0, "comments": 0, "follows": 1}]
                """));
  }

  @Test
  void tellsOnWhichDaysTheInactiveDoWhat() {
    var days =
        answer(
            """
            { cohortWeekdays(cohort: INACTIVE, by: ACTIVITY, share: 0.4) {
                day photos likes comments follows } }
            """);

    // eve and dan, who neither post nor comment
    assertThat(days.get("cohortWeekdays"))
        .isEqualTo(
            json(
                """
                [{"day": "MONDAY",    "photos": 0, "likes": 3, "comments": 0, "follows": 0},
                 {"day": "TUESDAY",   "photos": 0, "likes": 2, "comments": 0, "follows": 0},
                 {"day": "WEDNESDAY", "photos": 0, "likes": 1, "comments": 0, "follows": 0},
                 {"day": "THURSDAY",  "photos": 0, "likes": 0, "comments": 0, "follows": 0},
                 {"day": "FRIDAY",    "photos": 0, "likes": 0, "comments": 0, "follows": 0},
                 {"day": "SATURDAY",  "photos": 0, "likes": 0, "comments": 0, "follows": 1},
                 {"day": "SUNDAY",    "photos": 0, "likes": 1, "comments": 0, "follows": 1}]
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
}
