package io.minigram.insights.content;

import static io.minigram.insights.testing.Answers.answer;
import static io.minigram.insights.testing.Figures.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.minigram.insights.InsightsTest;
import io.minigram.insights.exactness.GeneratedFacts;
import io.minigram.insights.exactness.RecomputedFacts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Photos, tags, themes and hours equal a plain recompute on generated networks. */
@InsightsTest
class ContentExactnessTest {

  private record Engagement(String share, String minEngagement, String commentWeight) {

    String argument() {
      return "share: %s, minEngagement: %s, commentWeight: %s"
          .formatted(share, minEngagement, commentWeight);
    }

    Object[] and(Object... more) {
      var arguments = new ArrayList<Object>();
      arguments.add(new BigDecimal(share));
      arguments.add(minEngagement == null ? null : new BigDecimal(minEngagement));
      arguments.add(new BigDecimal(commentWeight));
      arguments.addAll(List.of(more));
      return arguments.toArray();
    }
  }

  private static final List<Engagement> ENGAGEMENTS =
      List.of(
          new Engagement("0.01", null, "1.5"),
          new Engagement("0.3", null, "1.5"),
          new Engagement("0.1", null, "0"),
          new Engagement("0.1", null, "12.345"),
          new Engagement("0.5", null, "0.000001"),
          new Engagement("1", null, "1.5"),
          new Engagement("0", null, "1.5"),
          new Engagement("0.01", "0", "1.5"),
          new Engagement("0.01", "5.5", "1.5"),
          new Engagement("0.01", "7.1", "0.7"));

  private static final List<String> ZONES =
      List.of(
          "UTC",
          "Europe/Berlin",
          "America/New_York",
          "Asia/Kolkata",
          "Asia/Kathmandu",
          "Australia/Lord_Howe",
          "Pacific/Chatham");

  @ParameterizedTest
  @ValueSource(longs = {141, 142})
  void figuresAreThoseOfARecompute(long seed) {
    GeneratedFacts.load(seed);

    for (var engagement : ENGAGEMENTS) {
      assertEngagedPhotos(engagement);
      assertThemes(engagement);
      for (var zone : ZONES) {
        assertHours(engagement, zone);
      }
    }
    for (var order : PhotoOrder.values()) {
      assertPhotos(order, "1.5", "LIKED_SHARE", "0.05");
      assertPhotos(order, "0.3", "DETECTOR", "0.05");
      assertPhotos(order, "0", "LIKED_SHARE", "0.1");
      assertPhotos(order, "100", "LIKED_SHARE", "0.01");
    }
    for (var order : TagOrder.values()) {
      assertTags(order);
      for (var engagement : ENGAGEMENTS) {
        assertTags(
            "engagedPhotoTags(orderBy: %s, %s, first: 100)".formatted(order, engagement.argument()),
            RecomputedFacts.rows("content/engaged_photo_tags.sql", engagement.and(order.name())));
      }
    }
  }

  private static void assertEngagedPhotos(Engagement engagement) {
    var rows = RecomputedFacts.rows("content/engaged_photos.sql", engagement.and());

    var photos =
        answer(
                """
                { engagedPhotos(%s, first: 100) {
                    edges {
                      node { id ownerId ownerUsername likes comments engagement rank } }
                    totalCount cutOff } }
                """
                    .formatted(engagement.argument()))
            .get("engagedPhotos");

    assertThat(photos.get("totalCount").asInt()).isEqualTo(rows.size());
    assertThat(photos.get("cutOff").isNull()).isEqualTo(rows.isEmpty());
    if (!rows.isEmpty()) {
      assertSame(photos, rows.get(rows.size() - 1), "cutOff", "engagement");
    }
    assertNodes(
        photos.get("edges"),
        rows.subList(0, Math.min(100, rows.size())),
        "id",
        "photo_id",
        "ownerId",
        "owner_id",
        "ownerUsername",
        "owner_username",
        "likes",
        "likes",
        "comments",
        "comments",
        "engagement",
        "engagement",
        "rank",
        "rank");
  }

  private static void assertThemes(Engagement engagement) {
    var rows = RecomputedFacts.rows("themes/engaged_photo_themes.sql", engagement.and());

    var themes =
        answer("{ engagedPhotoThemes(%s) { theme uses photos } }".formatted(engagement.argument()))
            .get("engagedPhotoThemes");

    assertThat(themes).hasSize(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      assertSame(themes.get(i), rows.get(i), "theme", "theme", "uses", "uses", "photos", "photos");
    }
  }

  private static void assertHours(Engagement engagement, String zone) {
    var rows = RecomputedFacts.rows("content/engaged_photo_hours.sql", engagement.and(zone));

    var hours =
        answer(
                """
                { engagedPhotoHours(%s, timeZone: "%s") {
                    hour engagedPhotos photos rate expectedEngagedPhotos } }
                """
                    .formatted(engagement.argument(), zone))
            .get("engagedPhotoHours");

    assertThat(hours).hasSize(24);
    for (int i = 0; i < rows.size(); i++) {
      assertSame(
          hours.get(i),
          rows.get(i),
          "hour",
          "hour",
          "engagedPhotos",
          "engaged_photos",
          "photos",
          "photos",
          "rate",
          "rate",
          "expectedEngagedPhotos",
          "expected_engaged_photos");
    }
  }

  /** All of them, page by page, and the first one on its own. */
  private static void assertPhotos(
      PhotoOrder order, String commentWeight, String set, String minLikedShare) {
    var rows =
        RecomputedFacts.rows(
            "content/photos.sql",
            set,
            new BigDecimal(minLikedShare),
            order.name(),
            new BigDecimal(commentWeight));
    var rule =
        "commentWeight: %s, suspects: %s, minLikedShare: %s"
            .formatted(commentWeight, set, minLikedShare);
    var fields =
        "id ownerId ownerUsername imageUrl likes comments engagement rank botLikes botShare";
    String[] fieldsAndColumns = {
      "id", "photo_id", "ownerId", "owner_id", "ownerUsername", "owner_username",
      "imageUrl", "image_url", "likes", "likes", "comments", "comments",
      "engagement", "engagement", "rank", "rank", "botLikes", "suspects_likes",
      "botShare", "suspects_share"
    };

    var after = "null";
    for (int from = 0; from < rows.size(); from += 40) {
      var page =
          answer(
                  """
                  { photos(orderBy: %s, %s, first: 40, after: %s) {
                      edges { node { %s } } pageInfo { endCursor } totalCount } }
                  """
                      .formatted(order, rule, after, fields))
              .get("photos");
      assertThat(page.get("totalCount").asInt()).isEqualTo(rows.size());
      assertNodes(
          page.get("edges"),
          rows.subList(from, Math.min(from + 40, rows.size())),
          fieldsAndColumns);
      after = page.at("/pageInfo/endCursor").toString();
    }
    if (order == PhotoOrder.ENGAGEMENT) {
      for (int place : new int[] {0, rows.size() / 2, rows.size() - 1}) {
        var row = rows.get(place);
        var photo =
            answer("{ photo(id: %s, %s) { %s } }".formatted(row.get("photo_id"), rule, fields));
        assertSame(photo.get("photo"), row, fieldsAndColumns);
      }
    }
  }

  private static void assertTags(TagOrder order) {
    var rows = RecomputedFacts.rows("content/tags.sql", order.name());

    assertTags("tags(orderBy: %s, first: 100)".formatted(order), rows);

    for (var row : rows) {
      var name = row.get("name").toString();
      assertSame(
          answer(
                  """
                  { tag(name: "%s") {
                      name uses likes likesPerUse rankByUses rankByLikes } }
                  """
                      .formatted(name))
              .get("tag"),
          RecomputedFacts.rows("content/tag.sql", name).get(0),
          "name",
          "name",
          "uses",
          "uses",
          "likes",
          "likes",
          "likesPerUse",
          "likes_per_use",
          "rankByUses",
          "rank_by_uses",
          "rankByLikes",
          "rank_by_likes");
    }
    for (var user : TagUser.values()) {
      boolean isInfluencers = user == TagUser.INFLUENCERS;
      assertTags(
          "tagsByInfluence(usedBy: %s, orderBy: %s, first: 100)".formatted(user, order),
          RecomputedFacts.rows(
              "content/tags_by_influence.sql",
              new BigDecimal("0.1"),
              null,
              isInfluencers,
              order.name()));
      assertTags(
          "tagsByInfluence(usedBy: %s, top: 7, orderBy: %s, first: 100)".formatted(user, order),
          RecomputedFacts.rows(
              "content/tags_by_influence.sql",
              new BigDecimal("0.1"),
              7,
              isInfluencers,
              order.name()));
    }
  }

  private static void assertTags(String field, List<Map<String, Object>> rows) {
    var tags = answer("{ tags: %s { edges { node { tagId name uses likes } } } }".formatted(field));

    assertNodes(
        tags.at("/tags/edges"),
        rows,
        "tagId",
        "tag_id",
        "name",
        "name",
        "uses",
        "uses",
        "likes",
        "likes");
  }

  private static void assertNodes(
      JsonNode edges, List<Map<String, Object>> rows, String... fieldsAndColumns) {
    assertThat(edges).hasSize(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      assertSame(edges.get(i).get("node"), rows.get(i), fieldsAndColumns);
    }
  }
}
