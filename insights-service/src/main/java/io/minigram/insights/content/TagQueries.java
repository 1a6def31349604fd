package io.minigram.insights.content;

import io.minigram.insights.audience.UserSetQueries;
import io.minigram.insights.definitions.EngagementRule;
import io.minigram.insights.definitions.InfluencerRule;
import io.minigram.insights.sql.AggregateQueries;
import io.minigram.insights.transactions.Snapshots;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** What photos are tagged with. */
@Singleton
public class TagQueries extends AggregateQueries {

  private final String tags = statement("/sql/content/tags.sql");
  private final String tag = statement("/sql/content/tag.sql");
  private final String namedTags = statement("/sql/content/named_tags.sql");
  private final String tagsByInfluence = statement("/sql/content/tags_by_influence.sql");

  private final EngagementQueries engagement;
  private final UserSetQueries userSets;

  TagQueries(Snapshots snapshots, EngagementQueries engagement, UserSetQueries userSets) {
    super(snapshots);
    this.engagement = engagement;
    this.userSets = userSets;
  }

  /** What is asked for once an operation. */
  private record UsesBy(InfluencerRule rule) {}

  /** A tag as influencers use it, and as everyone else does. */
  private record Split(TagUse influencers, TagUse others) {}

  private record Count(long uses, long likes) {

    Count plus(Count other) {
      return new Count(uses + other.uses, likes + other.likes);
    }
  }

  public Uni<List<TagUse>> tags(TagOrder order) {
    return rows(tags, Tuple.of(order.name()), TagQueries::tagUse);
  }

  /** Null if no tag has the name. */
  Uni<Tag> tag(String name) {
    return rows(
            tag,
            Tuple.of(name),
            row ->
                new Tag(
                    row.getString("name"),
                    List.of(row.getArrayOfLongs("tag_ids")),
                    row.getOffsetDateTime("created_at"),
                    row.getLong("uses"),
                    row.getLong("likes"),
                    row.getDouble("likes_per_use"),
                    row.getLong("rank_by_uses"),
                    row.getLong("rank_by_likes"),
                    List.of(row.getArrayOfStrings("themes"))))
        .map(found -> found.isEmpty() ? null : found.get(0));
  }

  public Uni<List<TagUse>> engagedPhotoTags(EngagementRule rule, TagOrder order) {
    var snapshot = snapshot();
    return engagement
        .photos(rule)
        .flatMap(
            photos -> snapshot.rows(namedTags, countedTags(photos, order), TagQueries::tagUse));
  }

  public Uni<List<TagUse>> tagsBy(TagUser user, InfluencerRule rule, TagOrder order) {
    var snapshot = snapshot();
    var influencers = userSets.influencers(rule);
    return snapshot
        .once(
            new UsesBy(rule),
            () ->
                influencers.flatMap(
                    ids ->
                        snapshot.rows(tagsByInfluence, Tuple.of((Object) ids), TagQueries::split)))
        .map(
            tags ->
                tags.stream()
                    .map(user == TagUser.INFLUENCERS ? Split::influencers : Split::others)
                    .filter(use -> use.uses() > 0)
                    .sorted(
                        Comparator.comparingLong(
                                order == TagOrder.LIKES ? TagUse::likes : TagUse::uses)
                            .reversed()
                            .thenComparing(TagUse::tagId))
                    .toList());
  }

  private static Split split(Row row) {
    return new Split(
        use(row, "tag_id", "uses", "likes"),
        use(row, "others_tag_id", "others_uses", "others_likes"));
  }

  /** The lowest id is of no use, and not told, where a tag is not used. */
  private static TagUse use(Row row, String tagId, String uses, String likes) {
    var id = row.getLong(tagId);
    return new TagUse(
        id == null ? 0 : id, row.getString("name"), row.getLong(uses), row.getLong(likes));
  }

  private static Tuple countedTags(List<EngagedPhoto> photos, TagOrder order) {
    var counts = new TreeMap<Long, Count>();
    for (var photo : photos) {
      var use = new Count(1, photo.likes());
      photo.tagIds().forEach(id -> counts.merge(id, use, Count::plus));
    }
    return Tuple.of(
        counts.keySet().toArray(Long[]::new),
        counts.values().stream().map(Count::uses).toArray(Long[]::new),
        counts.values().stream().map(Count::likes).toArray(Long[]::new),
        order.name());
  }

  private static TagUse tagUse(Row row) {
    return new TagUse(
        row.getLong("tag_id"), row.getString("name"), row.getLong("uses"), row.getLong("likes"));
  }
}
