package io.minigram.insights.themes;

import static io.minigram.insights.testing.Answers.answer;
import static io.minigram.insights.testing.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.insights.InsightsTest;
import io.minigram.insights.testing.SmallNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@InsightsTest
class ThemesTest {

  @BeforeAll
  static void load() {
    SmallNetwork.load();
  }

  @Test
  void startsWithTwentyFiveThemesOfTenTags() {
    var themes = answer("{ themes { name tags } }").get("themes");

    assertThat(themes.findValuesAsText("name"))
        .containsExactly(
            "animals",
            "art",
            "business",
            "cars",
            "daily",
            "events",
            "family",
            "fashion",
            "fitness",
            "food",
            "fun",
            "general",
            "humour",
            "inspiration",
            "music",
            "nature",
            "photography",
            "places",
            "quotes",
            "seasons",
            "self-care",
            "sports",
            "technology",
            "training",
            "travel");
    assertThat(themes).allSatisfy(theme -> assertThat(theme.get("tags")).hasSize(10));
    assertThat(themes.get(15))
        .isEqualTo(
            json(
                """
                {"name": "nature", "tags": [
                  "beach", "forest", "landscape", "mountains", "nature", "ocean", "sky", "sunrise",
                  "sunset", "waterfall"]}
                """));
  }

  @Test
  void readsTagsOfHighlyEngagedPhotosAsThemes() {
    var themes = answer("{ engagedPhotoThemes(minEngagement: 6) { theme uses photos } }");

    // "love" stands under general and family, "cute" under general:
    // photo 10 carries love, love and cute, photo 12 love
    var ranked = themes.get("engagedPhotoThemes");
    assertThat(ranked).hasSize(25);
    assertThat(ranked.get(0)).isEqualTo(json("{'theme': 'general', 'uses': 4, 'photos': 2}"));
    assertThat(ranked.get(1)).isEqualTo(json("{'theme': 'family', 'uses': 3, 'photos': 2}"));
    assertThat(ranked.get(2)).isEqualTo(json("{'theme': 'animals', 'uses': 0, 'photos': 0}"));
  }
}
