package io.minigram.insights.content;

import io.minigram.insights.definitions.EngagementRule;
import io.minigram.insights.definitions.InfluencerRule;
import io.minigram.insights.sql.AggregateQueries;
import io.minigram.insights.transactions.Snapshots;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class ContentQueries extends AggregateQueries {

  private final String engagedPhotos = statement("/sql/content/engaged_photos.sql");
  private final String engagedPhotoTags = statement("/sql/content/engaged_photo_tags.sql");
  private final String engagedPhotoHours = statement("/sql/content/engaged_photo_hours.sql");
  private final String tagsByInfluence = statement("/sql/content/tags_by_influence.sql");

  ContentQueries(Snapshots snapshots) {
    super(snapshots);
  }

  Uni<List<EngagedPhoto>> engagedPhotos(EngagementRule rule) {
    return rows(
        engagedPhotos,
        arguments(rule),
        row ->
            new EngagedPhoto(
                row.getLong("photo_id"),
                row.getLong("owner_id"),
                row.getString("owner_username"),
                row.getOffsetDateTime("created_at"),
                row.getLong("likes"),
                row.getLong("comments"),
                row.getDouble("engagement")));
  }

  Uni<List<TagUse>> engagedPhotoTags(EngagementRule rule) {
    return rows(engagedPhotoTags, arguments(rule), ContentQueries::tagUse);
  }

  Uni<List<EngagedHour>> engagedPhotoHours(EngagementRule rule) {
    return rows(
        engagedPhotoHours,
        arguments(rule),
        row ->
            new EngagedHour(
                row.getInteger("hour"),
                row.getLong("engaged_photos"),
                row.getLong("photos"),
                row.getDouble("rate")));
  }

  Uni<List<TagUse>> tagsBy(TagUser user, InfluencerRule rule) {
    return rows(
        tagsByInfluence,
        Tuple.of(rule.minFollowerShare().value(), rule.top(), user == TagUser.INFLUENCERS),
        ContentQueries::tagUse);
  }

  private static TagUse tagUse(Row row) {
    return new TagUse(row.getLong("tag_id"), row.getString("name"), row.getLong("uses"));
  }

  private static Tuple arguments(EngagementRule rule) {
    return Tuple.of(rule.share().value(), rule.minEngagement(), rule.commentWeight().value());
  }
}
