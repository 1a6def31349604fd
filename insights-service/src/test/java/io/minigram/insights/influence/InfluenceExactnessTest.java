package io.minigram.insights.influence;

import static io.minigram.insights.testing.Answers.answer;
import static io.minigram.insights.testing.Figures.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.insights.InsightsTest;
import io.minigram.insights.exactness.GeneratedFacts;
import io.minigram.insights.exactness.RecomputedFacts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Influence and what influencers do equal a plain recompute on generated networks. */
@InsightsTest
class InfluenceExactnessTest {

  /** As the API takes it, and as the plain statements do. */
  private record Suspects(String argument, String set, BigDecimal share) {}

  private record Rule(String argument, BigDecimal share, Integer top) {}

  private static final List<Suspects> SUSPECTS =
      List.of(
          new Suspects("suspects: LIKED_SHARE", "LIKED_SHARE", new BigDecimal("0.05")),
          new Suspects("minLikedShare: 0.01", "LIKED_SHARE", new BigDecimal("0.01")),
          new Suspects("minLikedShare: 0.12", "LIKED_SHARE", new BigDecimal("0.12")),
          new Suspects("minLikedShare: 0.3", "LIKED_SHARE", new BigDecimal("0.3")),
          new Suspects("suspects: DETECTOR", "DETECTOR", new BigDecimal("0.05")),
          new Suspects("suspects: CONFIRMED", "CONFIRMED", new BigDecimal("0.05")));

  private static final List<Rule> RULES =
      List.of(
          new Rule("minFollowerShare: 0.1", new BigDecimal("0.1"), null),
          new Rule("minFollowerShare: 0.2", new BigDecimal("0.2"), null),
          new Rule("top: 5", new BigDecimal("0.1"), 5));

  @ParameterizedTest
  @ValueSource(longs = {121, 122})
  void figuresAreThoseOfARecompute(long seed) {
    GeneratedFacts.load(seed);

    for (var suspects : SUSPECTS) {
      assertScores(suspects);
      for (var rule : RULES) {
        assertComparison(rule, suspects);
        assertEngagement(rule, suspects);
      }
    }
    for (var rule : RULES) {
      assertInfluencers(rule);
    }
    assertCorrelation();
  }

  private static void assertInfluencers(Rule rule) {
    var rows = RecomputedFacts.rows("influence/influencers.sql", rule.share(), rule.top());

    var influencers =
        answer(
                """
                { influencers(%s, first: 100) {
                    edges { node { id username followers followerShare } } shareOfUsers } }
                """
                    .formatted(rule.argument()))
            .get("influencers");

    assertThat(influencers.get("edges"))
        .hasSize(rows.get(0).get("user_id") == null ? 0 : rows.size());
    assertSame(influencers, rows.get(0), "shareOfUsers", "share_of_users");
    for (int i = 0; i < influencers.get("edges").size(); i++) {
      assertSame(
          influencers.get("edges").get(i).get("node"),
          rows.get(i),
          "id",
          "user_id",
          "username",
          "username",
          "followers",
          "followers",
          "followerShare",
          "follower_share");
    }
  }

  /** Of all who are followed at all. */
  private static void assertScores(Suspects suspects) {
    var rows =
        RecomputedFacts.rows("influence/scores.sql", suspects.set(), suspects.share()).stream()
            .filter(row -> ((Number) row.get("followers")).longValue() > 0)
            .collect(Collectors.toMap(row -> row.get("user_id").toString(), row -> row));

    var edges =
        answer(
                """
                { influencers(minFollowerShare: 0, orderBy: SCORE, %s, first: 100) {
                    edges { node {
                      id username followers following posts botFollowers botLikes botComments
                      influence { value components { score } } } } } }
                """
                    .formatted(suspects.argument()))
            .at("/influencers/edges");

    assertThat(edges).hasSize(rows.size());
    double last = 100;
    for (var edge : edges) {
      var node = edge.get("node");
      assertSame(
          node,
          rows.get(node.get("id").asText()),
          "username",
          "username",
          "followers",
          "followers",
          "following",
          "following",
          "posts",
          "photos",
          "botFollowers",
          "bot_followers",
          "botLikes",
          "bot_likes",
          "botComments",
          "bot_comments",
          "influence/value",
          "score",
          "influence/components/0/score",
          "reach",
          "influence/components/1/score",
          "attention",
          "influence/components/2/score",
          "engagement");
      double score = node.at("/influence/value").asDouble();
      assertThat(score).isLessThanOrEqualTo(last);
      last = score;
    }
  }

  private static void assertComparison(Rule rule, Suspects suspects) {
    var rows =
        RecomputedFacts.rows(
            "influence/influencer_comparison.sql",
            rule.share(),
            rule.top(),
            suspects.set(),
            suspects.share(),
            null);

    var comparison =
        answer(
                """
                { influencerComparison(%1$s, %2$s) {
                    activity { ...means } activityRate { ...means } posts { ...means }
                    followersToFollowing {
                      influencers { ...ratio } others { ...ratio } othersWithoutBots { ...ratio } } } }
                fragment means on MeanComparison {
                  influencers { ...mean } others { ...mean } othersWithoutBots { ...mean } }
                fragment mean on GroupMean { users mean variance }
                fragment ratio on FollowRatio { users meanFollowers meanFollowing ratio }
                """
                    .formatted(rule.argument(), suspects.argument()))
            .get("influencerComparison");

    var groups =
        Map.of(
            "INFLUENCERS", "influencers",
            "OTHERS", "others",
            "OTHERS_WITHOUT_BOTS", "othersWithoutBots");
    for (var row : rows) {
      var group = groups.get(row.get("users_group").toString());
      assertSame(
          comparison,
          row,
          "activity/" + group + "/users",
          "users",
          "activity/" + group + "/mean",
          "activity_mean",
          "activity/" + group + "/variance",
          "activity_variance",
          "activityRate/" + group + "/users",
          "rated",
          "activityRate/" + group + "/mean",
          "rate_mean",
          "activityRate/" + group + "/variance",
          "rate_variance",
          "posts/" + group + "/mean",
          "posts_mean",
          "posts/" + group + "/variance",
          "posts_variance",
          "followersToFollowing/" + group + "/meanFollowers",
          "followers_mean",
          "followersToFollowing/" + group + "/meanFollowing",
          "following_mean",
          "followersToFollowing/" + group + "/ratio",
          "follow_ratio");
    }
  }

  private static void assertEngagement(Rule rule, Suspects suspects) {
    for (var weight : List.of("1.5", "0", "0.37")) {
      var row =
          RecomputedFacts.rows(
                  "influence/pair_engagement.sql",
                  rule.share(),
                  rule.top(),
                  new BigDecimal(weight),
                  suspects.set(),
                  suspects.share())
              .get(0);

      var engagement =
          answer(
                  """
                  { pairEngagement(%s, %s, commentWeight: %s) {
                      towardsInfluencers { pairs mean variance }
                      towardsOthers { pairs mean variance }
                      towardsOthersWithoutBots { pairs mean variance } } }
                  """
                      .formatted(rule.argument(), suspects.argument(), weight))
              .get("pairEngagement");

      assertSame(
          engagement,
          row,
          "towardsInfluencers/pairs",
          "influencers_pairs",
          "towardsInfluencers/mean",
          "influencers_mean",
          "towardsInfluencers/variance",
          "influencers_variance",
          "towardsOthers/pairs",
          "others_pairs",
          "towardsOthers/mean",
          "others_mean",
          "towardsOthers/variance",
          "others_variance",
          "towardsOthersWithoutBots/pairs",
          "unsuspected_pairs",
          "towardsOthersWithoutBots/mean",
          "unsuspected_mean",
          "towardsOthersWithoutBots/variance",
          "unsuspected_variance");
    }
  }

  private static void assertCorrelation() {
    var row = RecomputedFacts.rows("influence/followers_and_likes.sql").get(0);

    var correlation =
        answer("{ followersAndLikes { users pearson { coefficient } spearman { coefficient } } }")
            .get("followersAndLikes");

    assertSame(
        correlation,
        row,
        "users",
        "users",
        "pearson/coefficient",
        "pearson",
        "spearman/coefficient",
        "spearman");
  }
}
