package io.minigram.insights.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The roll-up tables, each with what it holds. What it should hold is told by the plain statement
 * of its name in {@code recompute/}. Rows that count nothing may stand, or not.
 */
enum RollUpTable {
  NETWORK(
      "select users, photos, liked_photos, tags, photo_tags, likes, comments, follows"
          + " from insights.network"),
  EVENT_HOUR(
      "select actors::text, kind::text, hour, q0, q1, q2, q3 from insights.event_hour"
          + " where (q0, q1, q2, q3) <> (0, 0, 0, 0)"),
  CALENDAR(
      "select actors::text, kind::text, unit, slot, events from insights.calendar"
          + " where events <> 0"),
  // of an account that was erased meanwhile the name is not known any more
  ACCOUNT(
      """
      select
        account.user_id, case users.username when '' then '' else account.username end,
        account.created_at, photos, likes, comments, follows, followers, likes_received,
        comments_received, admirers, likes_squared, likes_by_comments, comments_squared
      from insights.account
      left join recompute.users on users.id = account.user_id
      where account.username is not null or account.created_at is not null
        or (photos, likes, comments, follows, followers, likes_received, comments_received,
            admirers, likes_squared, likes_by_comments, comments_squared)
          <> (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
      """),
  ACCOUNT_WEEK(
      """
      select
        user_id,
        photos_1, photos_2, photos_3, photos_4, photos_5, photos_6, photos_7,
        likes_1, likes_2, likes_3, likes_4, likes_5, likes_6, likes_7,
        comments_1, comments_2, comments_3, comments_4, comments_5, comments_6, comments_7,
        follows_1, follows_2, follows_3, follows_4, follows_5, follows_6, follows_7
      from insights.account_week
      where (photos_1, photos_2, photos_3, photos_4, photos_5, photos_6, photos_7,
          likes_1, likes_2, likes_3, likes_4, likes_5, likes_6, likes_7,
          comments_1, comments_2, comments_3, comments_4, comments_5, comments_6, comments_7,
          follows_1, follows_2, follows_3, follows_4, follows_5, follows_6, follows_7)
        <> (0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0)
      """),
  ACTION("select user_id, kind::text, quarter_hour, subject_id from insights.action"),
  PHOTO(
      "select photo_id, owner_id, created_at, likes, comments,"
          + " array(select tag_id from unnest(tag_ids) as tag (tag_id) order by tag_id)"
          + " from insights.photo"),
  TAG("select tag_id, name, created_at, uses, likes from insights.tag"),
  PAIR(
      "select owner_id, actor_id, likes, comments from insights.pair"
          + " where (likes, comments) <> (0, 0)"),
  SUSPECT("select suspects::text, user_id from insights.suspect"),
  SUSPECT_PHOTO(
      "select suspects::text, photo_id, likes, comments from insights.suspect_photo"
          + " where (likes, comments) <> (0, 0)"),
  RECEIVED(
      """
      select
        owner_id, likes, liked_share_likes, liked_share_comments, liked_share_followers,
        detector_likes, detector_comments, detector_followers, confirmed_likes,
        confirmed_comments, confirmed_followers
      from insights.received
      where (likes, liked_share_likes, liked_share_comments, liked_share_followers,
          detector_likes, detector_comments, detector_followers, confirmed_likes,
          confirmed_comments, confirmed_followers)
        <> (0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
      """),
  LIKE_MIX(
      """
      select
        actors::text, likes, suspects_likes, photos, comments, comments_squared, others_comments,
        others_comments_squared
      from insights.like_mix
      """),
  SUSPECT_TOTAL("select suspects::text, like_shares from insights.suspect_total");

  private static final String COMPARE =
      """
      with expected as (%1$s),
      actual as (%2$s),
      missing as (select * from expected except all select * from actual),
      surplus as (select * from actual except all select * from expected)
      select '%3$s lacks ' || missing::text as difference from missing
      union all
      select '%3$s has ' || surplus::text from surplus
      """;

  private final String comparison;

  RollUpTable(String actual) {
    this.comparison =
        COMPARE.formatted(
            RecomputedFacts.packed("recompute/%s.sql".formatted(name().toLowerCase(Locale.ROOT))),
            actual,
            name());
  }

  /** Fails with the first differences if a table does not hold what the facts say. */
  static void assertAllExact() {
    var all = new StringBuilder();
    for (var table : values()) {
      all.append(all.isEmpty() ? "" : " union all ")
          .append("(")
          .append(table.comparison)
          .append(")");
    }
    var differences =
        RecomputedFacts.query(Long.MAX_VALUE, all + " limit 20").stream()
            .map(Map::values)
            .map(List::copyOf)
            .toList();
    assertThat(differences).isEmpty();
  }
}
