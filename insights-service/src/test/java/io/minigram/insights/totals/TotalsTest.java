package io.minigram.insights.totals;

import static io.minigram.insights.testing.Answers.answer;
import static io.minigram.insights.testing.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.insights.InsightsTest;
import io.minigram.insights.testing.SmallNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@InsightsTest
class TotalsTest {

  @BeforeAll
  static void load() {
    SmallNetwork.load();
  }

  @Test
  void countsEverything() {
    var totals =
        answer(
            """
            { totals {
                users photos tags photoTags likes comments follows
                photosPerUser likesPerPhoto commentsPerPhoto } }
            """);

    // 4 photos of 5 users; 12 likes and 5 comments on 4 photos
    assertThat(totals)
        .isEqualTo(
            json(
                """
                {"totals": {
                  "users": 5, "photos": 4, "tags": 4, "photoTags": 6,
                  "likes": 12, "comments": 5, "follows": 6,
                  "photosPerUser": 0.8, "likesPerPhoto": 3, "commentsPerPhoto": 1.25}}
                """));
  }
}
