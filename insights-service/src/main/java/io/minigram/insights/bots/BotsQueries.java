package io.minigram.insights.bots;

import io.minigram.insights.definitions.Share;
import io.minigram.insights.definitions.SuspectRule;
import io.minigram.insights.sql.AggregateQueries;
import io.minigram.insights.transactions.Snapshots;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

@Singleton
class BotsQueries extends AggregateQueries {

  private final String suspectedBots = statement("/sql/bots/suspected_bots.sql");
  private final String likesPerPhoto = statement("/sql/bots/likes_per_photo.sql");
  private final String boostedUsers = statement("/sql/bots/boosted_users.sql");

  BotsQueries(Snapshots snapshots) {
    super(snapshots);
  }

  Uni<Suspects> suspectedBots(SuspectRule rule) {
    return rows(
            suspectedBots,
            Tuple.of(rule.minLikedShare().value()),
            row ->
                new Suspects(
                    suspect(row),
                    row.getDouble("share_of_users"),
                    row.getLong("suspects_likes"),
                    row.getDouble("share_of_likes")))
        .map(
            rows ->
                new Suspects(
                    rows.stream().flatMap(row -> row.ranked().stream()).toList(),
                    rows.get(0).shareOfUsers(),
                    rows.get(0).likes(),
                    rows.get(0).shareOfLikes()));
  }

  Uni<LikesPerPhoto> likesPerPhoto(SuspectRule rule) {
    return row(
        likesPerPhoto,
        Tuple.of(rule.minLikedShare().value()),
        row ->
            new LikesPerPhoto(
                row.getLong("photos"),
                row.getLong("liked_photos"),
                row.getDouble("mean_from_suspects"),
                row.getDouble("mean_from_others"),
                row.getDouble("mean_suspects_share")));
  }

  Uni<List<BoostedUser>> boostedUsers(SuspectRule rule, Share minBotShare) {
    return rows(
        boostedUsers,
        Tuple.of(rule.minLikedShare().value(), minBotShare.value()),
        row ->
            new BoostedUser(
                row.getLong("user_id"),
                row.getString("username"),
                row.getLong("likes"),
                row.getLong("suspects_likes"),
                row.getDouble("suspects_share")));
  }

  /** The row's suspect; none in the row that stands for an empty list. */
  private static List<SuspectedBot> suspect(Row row) {
    return Stream.ofNullable(row.getLong("user_id"))
        .map(
            id ->
                new SuspectedBot(
                    id,
                    row.getString("username"),
                    row.getLong("likes"),
                    row.getDouble("liked_share")))
        .toList();
  }
}
