package io.minigram.insights.users;

import static io.minigram.insights.testing.Answers.answer;
import static io.minigram.insights.testing.Figures.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.insights.InsightsTest;
import io.minigram.insights.exactness.GeneratedFacts;
import io.minigram.insights.exactness.RecomputedFacts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users, their figures and ranks equal a plain recompute on generated networks. */
@InsightsTest
class UsersExactnessTest {

  @ParameterizedTest
  @ValueSource(longs = {111, 112})
  void usersAreThoseOfARecompute(long seed) {
    GeneratedFacts.load(seed);

    for (var order : UserOrder.values()) {
      assertUsers(order);
    }
  }

  private static void assertUsers(UserOrder order) {
    var rows = RecomputedFacts.rows("users/users.sql", order.name(), null);
    String after = null;
    int at = 0;
    do {
      var users =
          answer(
                  """
                  { users(orderBy: %s, first: 7%s) {
                      edges { rank node {
                        id username photos likes comments following followers likesReceived
                        commentsReceived activity rate } }
                      pageInfo { hasNextPage endCursor } totalCount } }
                  """
                      .formatted(order, after == null ? "" : ", after: \"" + after + "\""))
              .get("users");

      assertThat(users.get("totalCount").asInt()).isEqualTo(rows.size());
      for (var edge : users.get("edges")) {
        assertSame(
            edge,
            rows.get(at++),
            "node/id", "user_id", "node/username", "username", "node/photos", "photos",
            "node/likes", "likes", "node/comments", "comments", "node/following", "following",
            "node/followers", "followers", "node/likesReceived", "likes_received",
            "node/commentsReceived", "comments_received", "node/activity", "activity",
            "node/rate", "rate", "rank", "rank");
      }
      after =
          users.at("/pageInfo/hasNextPage").asBoolean()
              ? users.at("/pageInfo/endCursor").asText()
              : null;
    } while (after != null);
    assertThat(at).isEqualTo(rows.size());
  }
}
