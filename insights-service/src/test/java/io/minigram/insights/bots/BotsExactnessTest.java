package io.minigram.insights.bots;

import static io.minigram.insights.testing.Answers.answer;
import static io.minigram.insights.testing.Figures.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.minigram.insights.InsightsTest;
import io.minigram.insights.exactness.GeneratedFacts;
import io.minigram.insights.exactness.RecomputedFacts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Suspected bots and what they do equal a plain recompute on generated networks. */
@InsightsTest
class BotsExactnessTest {

  private record Rule(String set, String minLikedShare) {

    String argument() {
      return "suspects: %s, minLikedShare: %s".formatted(set, minLikedShare);
    }

    BigDecimal share() {
      return new BigDecimal(minLikedShare);
    }
  }

  private static final List<Rule> RULES =
      List.of(
          new Rule("LIKED_SHARE", "0.05"),
          new Rule("DETECTOR", "0.05"),
          new Rule("CONFIRMED", "0.3"),
          // everybody who likes, most of the likes, few of them, nobody
          new Rule("LIKED_SHARE", "0"),
          new Rule("LIKED_SHARE", "0.01"),
          new Rule("LIKED_SHARE", "0.1"),
          new Rule("LIKED_SHARE", "1"));

  private static final List<String> BOT_SHARES = List.of("0", "0.25", "0.5", "1");

  @ParameterizedTest
  @ValueSource(longs = {131, 132})
  void figuresAreThoseOfARecompute(long seed) {
    GeneratedFacts.load(seed);

    for (var rule : RULES) {
      assertSuspects(rule);
      assertLikes(rule);
      assertPressure(rule);
      for (var share : BOT_SHARES) {
        assertBoosted(rule, share);
      }
    }
  }

  private static void assertSuspects(Rule rule) {
    var rows = RecomputedFacts.rows("bots/suspected_bots.sql", rule.set(), rule.share());

    var bots =
        answer(
                """
                { suspectedBots(%s, first: 100) {
                    edges { node { id username likes likedShare } }
                    shareOfUsers likes shareOfLikes } }
                """
                    .formatted(rule.argument()))
            .get("suspectedBots");

    assertSame(
        bots,
        rows.get(0),
        "shareOfUsers",
        "share_of_users",
        "likes",
        "suspects_likes",
        "shareOfLikes",
        "share_of_likes");
    assertNodes(
        bots.get("edges"),
        rows.get(0).get("user_id") == null ? List.of() : rows,
        "id",
        "user_id",
        "username",
        "username",
        "likes",
        "likes",
        "likedShare",
        "liked_share");
  }

  private static void assertLikes(Rule rule) {
    var row = RecomputedFacts.rows("bots/likes_per_photo.sql", rule.set(), rule.share()).get(0);

    var likes =
        answer(
                """
                { likesPerPhoto(%s) {
                    photos likedPhotos meanFromBots meanFromOthers meanShareFromBots } }
                """
                    .formatted(rule.argument()))
            .get("likesPerPhoto");

    assertSame(
        likes,
        row,
        "photos",
        "photos",
        "likedPhotos",
        "liked_photos",
        "meanFromBots",
        "mean_from_suspects",
        "meanFromOthers",
        "mean_from_others",
        "meanShareFromBots",
        "mean_suspects_share");
  }

  private static void assertPressure(Rule rule) {
    var rows = RecomputedFacts.rows("bots/bot_pressure.sql", rule.set(), rule.share());

    var quarters =
        answer(
                """
                { botPressure(%s) {
                    quartile photos leastBotShare greatestBotShare meanLikesFromOthers
                    meanCommentsFromOthers varianceOfCommentsFromOthers } }
                """
                    .formatted(rule.argument()))
            .get("botPressure");

    assertThat(quarters).hasSize(4);
    for (int i = 0; i < 4; i++) {
      assertSame(
          quarters.get(i),
          rows.get(i),
          "quartile",
          "quartile",
          "photos",
          "photos",
          "leastBotShare",
          "least_share",
          "greatestBotShare",
          "greatest_share",
          "meanLikesFromOthers",
          "mean_likes",
          "meanCommentsFromOthers",
          "mean_comments",
          "varianceOfCommentsFromOthers",
          "variance_of_comments");
    }
  }

  private static void assertBoosted(Rule rule, String minBotShare) {
    var rows =
        RecomputedFacts.rows(
            "bots/boosted_users.sql", rule.set(), rule.share(), new BigDecimal(minBotShare));

    var boosted =
        answer(
                """
                { boostedUsers(%s, minBotShare: %s, first: 100) {
                    edges { node { id username likes botLikes botShare } } } }
                """
                    .formatted(rule.argument(), minBotShare))
            .get("boostedUsers");

    assertNodes(
        boosted.get("edges"),
        rows,
        "id",
        "user_id",
        "username",
        "username",
        "likes",
        "likes",
        "botLikes",
        "suspects_likes",
        "botShare",
        "suspects_share");
  }

  private static void assertNodes(
      JsonNode edges, List<Map<String, Object>> rows, String... fieldsAndColumns) {
    assertThat(edges).hasSize(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      assertSame(edges.get(i).get("node"), rows.get(i), fieldsAndColumns);
    }
  }
}
