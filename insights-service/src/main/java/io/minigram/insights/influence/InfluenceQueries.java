package io.minigram.insights.influence;

import io.minigram.edge.paging.PageRequest;
import io.minigram.insights.audience.UserSetQueries;
import io.minigram.insights.definitions.CommentWeight;
import io.minigram.insights.definitions.Confidence;
import io.minigram.insights.definitions.FigurePosition;
import io.minigram.insights.definitions.InfluencerRule;
import io.minigram.insights.definitions.SuspectRule;
import io.minigram.insights.sql.AggregateQueries;
import io.minigram.insights.suspects.SuspectsQueries;
import io.minigram.insights.transactions.Snapshot;
import io.minigram.insights.transactions.Snapshots;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Who is influential, and how influencers compare with everyone else. */
@Singleton
public class InfluenceQueries extends AggregateQueries {

  private final String influencers = statement("/sql/influence/influencers.sql");
  private final String suspectsOfOwners = statement("/sql/influence/suspects_of_owners.sql");
  private final String groups = statement("/sql/influence/groups.sql");
  private final String followersAndLikes = statement("/sql/influence/followers_and_likes.sql");
  private final UserSetQueries sets;
  private final SuspectsQueries suspects;

  /** What is asked for once an operation. */
  private record GroupsOf(InfluencerRule influencers, SuspectRule suspects, LocalDate measuredOn) {}

  /** What an account has from suspects. */
  private record Suspected(long ownerId, long likes, long comments, long followers) {}

  InfluenceQueries(Snapshots snapshots, UserSetQueries sets, SuspectsQueries suspects) {
    super(snapshots);
    this.sets = sets;
    this.suspects = suspects;
  }

  /** A page of the influencers under a rule, and one more than wanted. */
  public Uni<InfluencersPage> influencers(
      InfluencerRule rule, SuspectRule suspectRule, InfluencerOrder order, PageRequest page) {
    return weighed(
        sets.influencers(rule),
        suspectRule,
        order,
        page.position(FigurePosition::parse),
        page.rowsToRead());
  }

  /**
   * The influence score of a user; empty if there is no such user. To be asked for before anything
   * is waited for.
   */
  public Uni<List<InfluenceScore>> scoreOf(long userId, SuspectRule suspectRule) {
    return weighed(
            Uni.createFrom().item(new Long[] {userId}),
            suspectRule,
            InfluencerOrder.SCORE,
            Optional.empty(),
            1)
        .map(page -> page.rows().stream().map(row -> row.influencer().influence()).toList());
  }

  /** Influencers against everyone else. */
  public Uni<InfluencerComparison> comparison(
      InfluencerRule rule, SuspectRule suspectRule, LocalDate measuredOn, Confidence confidence) {
    return groups(rule, suspectRule, measuredOn)
        .map(found -> InfluencerComparison.of(found, confidence));
  }

  /** How much users engage with influencers' photos, and with everyone else's. */
  public Uni<PairEngagement> pairEngagement(
      InfluencerRule rule, SuspectRule suspectRule, CommentWeight weight, Confidence confidence) {
    return groups(rule, suspectRule, null)
        .map(found -> PairEngagement.of(found.compareEngagement(weight), confidence));
  }

  /** All accounts by whether they are influencers and suspects; once an operation. */
  Uni<Groups> groups(InfluencerRule rule, SuspectRule suspectRule, LocalDate measuredOn) {
    var snapshot = snapshot();
    var parts =
        Uni.combine()
            .all()
            .unis(sets.influencers(rule), suspects.ids(suspectRule), sets.measuredOn(measuredOn))
            .asTuple();
    return snapshot.once(
        new GroupsOf(rule, suspectRule, measuredOn),
        () ->
            parts.flatMap(
                known ->
                    snapshot
                        .rows(
                            groups,
                            Tuple.of(known.getItem1(), known.getItem2(), known.getItem3()),
                            InfluenceQueries::part)
                        .map(found -> new Groups(found, known.getItem3()))));
  }

  /** Whether who has more followers gets more likes a photo. */
  public Uni<FollowersAndLikes> followersAndLikes() {
    return row(
        followersAndLikes,
        Tuple.tuple(),
        row -> FollowersAndLikes.of(row.getBuffer("figures").getBytes()));
  }

  private Uni<InfluencersPage> weighed(
      Uni<Long[]> chosen,
      SuspectRule suspectRule,
      InfluencerOrder order,
      Optional<FigurePosition> after,
      int rowsToRead) {
    var snapshot = snapshot();
    var suspectedBy = suspected(snapshot, suspectRule);
    return Uni.combine()
        .all()
        .unis(chosen, suspects.ids(suspectRule))
        .asTuple()
        .flatMap(
            ids ->
                suspectedBy
                    .apply(ids.getItem1(), ids.getItem2())
                    .flatMap(
                        suspected ->
                            snapshot.rows(
                                influencers,
                                Tuple.from(
                                    Arrays.asList(
                                        ids.getItem1(),
                                        ids.getItem2(),
                                        suspectRule.isMaterialised()
                                            ? suspectRule.set().name()
                                            : null,
                                        array(suspected.stream().map(Suspected::ownerId)),
                                        array(suspected.stream().map(Suspected::likes)),
                                        array(suspected.stream().map(Suspected::comments)),
                                        array(suspected.stream().map(Suspected::followers)),
                                        order.name(),
                                        after.map(FigurePosition::value).orElse(null),
                                        after.map(FigurePosition::id).orElse(null),
                                        rowsToRead)),
                                row ->
                                    new InfluencersPage(
                                        placed(row), row.getLong("chosen"), row.getLong("users")))))
        .map(
            rows ->
                new InfluencersPage(
                    rows.stream().flatMap(row -> row.rows().stream()).toList(),
                    rows.get(0).influencers(),
                    rows.get(0).users()));
  }

  /**
   * What stands in no table: that of suspects who are in no published set. To be had before
   * anything is waited for, and used with the ids of users and suspects.
   */
  private BiFunction<Long[], Long[], Uni<List<Suspected>>> suspected(
      Snapshot snapshot, SuspectRule rule) {
    if (rule.isMaterialised()) {
      return (owners, suspectIds) -> Uni.createFrom().item(List.of());
    }
    var smallerSide = suspects.smallerSide(rule);
    return (owners, suspectIds) ->
        smallerSide.flatMap(
            side ->
                snapshot.rows(
                    suspectsOfOwners,
                    Tuple.of(owners, suspectIds, side.ids(), side.isOthers()),
                    row ->
                        new Suspected(
                            row.getLong("owner_id"),
                            row.getLong("likes"),
                            row.getLong("comments"),
                            row.getLong("followers"))));
  }

  private static Long[] array(Stream<Long> values) {
    return values.toArray(Long[]::new);
  }

  /** The row's influencer; none in the row that stands for an empty page. */
  private static List<InfluencersPage.Placed> placed(Row row) {
    return row.getLong("user_id") == null
        ? List.of()
        : List.of(new InfluencersPage.Placed(influencer(row), row.getDouble("value")));
  }

  private static Influencer influencer(Row row) {
    long photos = row.getLong("photos");
    long followers = row.getLong("followers");
    return new Influencer(
        row.getLong("user_id"),
        row.getString("username"),
        followers,
        (double) followers / row.getLong("users"),
        row.getLong("follows"),
        photos,
        photos == 0 ? null : (double) row.getLong("likes_received") / photos,
        photos == 0 ? null : (double) row.getLong("comments_received") / photos,
        row.getLong("suspected_followers"),
        row.getLong("suspected_likes"),
        row.getLong("suspected_comments"),
        new Weighing(
                followers,
                row.getLong("follows"),
                photos,
                row.getDouble("true_followers"),
                row.getDouble("true_engagement"),
                row.getDouble("reach_benchmark"),
                row.getDouble("engagement_benchmark"),
                row.getDouble("reach"),
                row.getDouble("attention"),
                row.getDouble("engagement"),
                row.getDouble("score"))
            .explained());
  }

  private static Groups.Part part(Row row) {
    return new Groups.Part(
        row.getBoolean("is_influencer"),
        row.getBoolean("is_suspect"),
        row.getBoolean("is_registered"),
        new Group(
            row.getLong("users"),
            row.getBigDecimal("activity"),
            row.getBigDecimal("activity_squared"),
            row.getBigDecimal("photos"),
            row.getBigDecimal("photos_squared"),
            row.getBigDecimal("follows"),
            row.getBigDecimal("followers"),
            rate(row),
            row.getBigDecimal("pairs"),
            row.getBigDecimal("likes_received"),
            row.getBigDecimal("comments_received"),
            row.getBigDecimal("likes_squared"),
            row.getBigDecimal("likes_by_comments"),
            row.getBigDecimal("comments_squared")));
  }

  private static Sample rate(Row row) {
    long rated = row.getLong("rated");
    return rated == 0
        ? Sample.EMPTY
        : new Sample(rated, row.getDouble("rate_mean"), rated * row.getDouble("rate_variance"));
  }
}
