package io.minigram.insights.bots;

import io.minigram.insights.definitions.Share;
import io.minigram.insights.definitions.SuspectRule;
import io.minigram.insights.sql.AggregateQueries;
import io.minigram.insights.suspects.SuspectsQueries;
import io.minigram.insights.transactions.Snapshots;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Who is suspected to be a bot, and what suspected bots do. */
@Singleton
public class BotsQueries extends AggregateQueries {

  private final String suspectedBots = statement("/sql/bots/suspected_bots.sql");
  private final String likesPerPhoto = statement("/sql/bots/likes_per_photo.sql");
  private final String likesPerPhotoOfAccounts =
      statement("/sql/bots/likes_per_photo_of_accounts.sql");
  private final String boostedUsers = statement("/sql/bots/boosted_users.sql");
  private final String boostedUsersOfAccounts =
      statement("/sql/bots/boosted_users_of_accounts.sql");
  private final String botPressure = statement("/sql/bots/bot_pressure.sql");
  private final String botPressureOfAccounts = statement("/sql/bots/bot_pressure_of_accounts.sql");

  /** More than binary numbers can be off. */
  private static final double ROUNDING = 1e-6;

  private final SuspectsQueries suspects;

  BotsQueries(Snapshots snapshots, SuspectsQueries suspects) {
    super(snapshots);
    this.suspects = suspects;
  }

  /** All suspects, those with most likes first. */
  public Uni<SuspectedBots> suspectedBots(SuspectRule rule) {
    var snapshot = snapshot();
    return suspects
        .ids(rule)
        .flatMap(
            ids ->
                snapshot.rows(
                    suspectedBots,
                    Tuple.of(ids),
                    row ->
                        new SuspectedBots(
                            suspect(row),
                            row.getDouble("share_of_users"),
                            row.getLong("suspects_likes"),
                            row.getDouble("share_of_likes"))))
        .map(
            rows ->
                new SuspectedBots(
                    rows.stream().flatMap(row -> row.ranked().stream()).toList(),
                    rows.get(0).shareOfUsers(),
                    rows.get(0).likes(),
                    rows.get(0).shareOfLikes()));
  }

  /** Where a photo's likes come from. */
  public Uni<LikesPerPhoto> likesPerPhoto(SuspectRule rule) {
    Function<Row, LikesPerPhoto> shape =
        row ->
            new LikesPerPhoto(
                row.getLong("photos"),
                row.getLong("liked_photos"),
                row.getDouble("mean_from_suspects"),
                row.getDouble("mean_from_others"),
                row.getDouble("mean_suspects_share"));
    if (rule.isMaterialised()) {
      return row(likesPerPhoto, Tuple.of(rule.set().name()), shape);
    }
    var snapshot = snapshot();
    return suspects
        .smallerSide(rule)
        .flatMap(
            side ->
                snapshot.rows(
                    likesPerPhotoOfAccounts, Tuple.of(side.ids(), side.isOthers()), shape))
        .map(rows -> rows.get(0));
  }

  /** Boosted users, the highest share first, with the lower bound of 95 % confidence. */
  public Uni<List<BoostedUser>> boostedUsers(SuspectRule rule, Share minBotShare) {
    var sure = new Confidence(Double.parseDouble(Confidence.DEFAULT));
    return boosts(rule, minBotShare)
        .map(boosts -> boosts.stream().map(boost -> boost.judged(sure, minBotShare)).toList());
  }

  Uni<List<Boost>> boosts(SuspectRule rule, Share minBotShare) {
    Function<Row, Boost> shape =
        row ->
            new Boost(
                row.getLong("user_id"),
                row.getString("username"),
                row.getLong("likes"),
                row.getLong("suspects_likes"),
                row.getDouble("suspects_share"));
    if (rule.isMaterialised()) {
      return rows(
          boostedUsers,
          Tuple.of(
              rule.set().name(), minBotShare.value(), minBotShare.value().doubleValue() - ROUNDING),
          shape);
    }
    var snapshot = snapshot();
    return suspects
        .smallerSide(rule)
        .flatMap(
            side ->
                snapshot.rows(
                    boostedUsersOfAccounts,
                    Tuple.of(side.ids(), side.isOthers(), minBotShare.value()),
                    shape));
  }

  /** Four quarters, in order. */
  public Uni<List<BotPressure>> pressure(SuspectRule rule) {
    Function<Row, BotPressure> shape =
        row ->
            new BotPressure(
                row.getInteger("quartile"),
                row.getLong("photos"),
                row.getDouble("least_share"),
                row.getDouble("greatest_share"),
                row.getDouble("mean_likes"),
                row.getDouble("mean_comments"),
                row.getDouble("variance_of_comments"));
    if (rule.isMaterialised()) {
      return rows(botPressure, Tuple.of(rule.set().name()), shape);
    }
    var snapshot = snapshot();
    return suspects
        .smallerSide(rule)
        .flatMap(
            side ->
                snapshot.rows(botPressureOfAccounts, Tuple.of(side.ids(), side.isOthers()), shape));
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
