package io.minigram.insights.content;

import io.minigram.edge.paging.Page;
import io.minigram.edge.paging.PageRequest;
import io.minigram.insights.content.EngagementQueries.Least;
import io.minigram.insights.definitions.SuspectRule;
import io.minigram.insights.sql.AggregateQueries;
import io.minigram.insights.suspects.SuspectsQueries;
import io.minigram.insights.transactions.Snapshot;
import io.minigram.insights.transactions.Snapshots;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

@Singleton
class PhotoQueries extends AggregateQueries {

  private final String rankedPhotos = statement("/sql/content/ranked_photos.sql");
  private final String newestPhotos = statement("/sql/content/newest_photos.sql");
  private final String photoRank = statement("/sql/content/photo_rank.sql");
  private final String photoDetails = statement("/sql/content/photo_details.sql");
  private final String likesOfAccounts = statement("/sql/content/likes_of_accounts.sql");

  private final EngagementQueries engagement;
  private final SuspectsQueries suspects;

  PhotoQueries(Snapshots snapshots, EngagementQueries engagement, SuspectsQueries suspects) {
    super(snapshots);
    this.engagement = engagement;
    this.suspects = suspects;
  }

  /** A photo in an order; {@code value} is what the order goes by. */
  private record Ranked(long id, long value, long rank) {

    PhotoPosition position() {
      return new PhotoPosition(value, id);
    }
  }

  private record Details(
      long id,
      long ownerId,
      String ownerUsername,
      OffsetDateTime createdAt,
      String imageUrl,
      List<String> tags,
      long likes,
      long comments,
      long suspectsLikes) {}

  private record Likes(long photoId, long likes) {}

  /** A page of all photos in an order; the weights are those of engagement. */
  Uni<Page<Photo>> photos(
      PhotoOrder order, Weights weights, SuspectRule rule, PageRequest request) {
    var snapshot = snapshot();
    var figures = figures(snapshot, weights, rule);
    var after = request.position(PhotoPosition::parse);
    var ranking = ranking(order, weights);
    return engagement
        .least(EngagementQueries.first(ranking, request.rowsToRead()))
        .flatMap(
            least ->
                ranked(snapshot, order, ranking, least, after, request.rowsToRead())
                    .map(
                        rows ->
                            request.page(rows, row -> row.position().toString(), least.photos())))
        .flatMap(
            page ->
                figures
                    .of(ranks(page.entries().stream().map(Page.Entry::row).toList()))
                    .map(found -> withFigures(page, found)));
  }

  /** For when the photos are known only later: to be asked for before anything is waited for. */
  Figures figures(Weights weights, SuspectRule rule) {
    return figures(snapshot(), weights, rule);
  }

  /** One photo, ranked by engagement; null if there is none. */
  Uni<Photo> photo(long id, Weights weights, SuspectRule rule) {
    var snapshot = snapshot();
    var figures = figures(snapshot, weights, rule);
    return snapshot
        .rows(
            photoRank,
            Tuple.of(weights.like(), weights.comment(), id),
            row -> new Ranked(id, 0, row.getLong("rank")))
        .flatMap(rows -> figures.of(ranks(rows)))
        .map(found -> found.get(id));
  }

  private static Weights ranking(PhotoOrder order, Weights engagement) {
    return switch (order) {
      case ENGAGEMENT, NEWEST -> engagement;
      case LIKES -> Weights.LIKES;
      case COMMENTS -> Weights.COMMENTS;
    };
  }

  private Uni<List<Ranked>> ranked(
      Snapshot snapshot,
      PhotoOrder order,
      Weights ranking,
      Least least,
      Optional<PhotoPosition> after,
      int photos) {
    var value = after.map(PhotoPosition::value).orElse(null);
    var id = after.map(PhotoPosition::id).orElse(null);
    return switch (order) {
      case NEWEST -> snapshot.rows(newestPhotos, Tuple.of(value, id, photos), PhotoQueries::ranked);
      case ENGAGEMENT, LIKES, COMMENTS -> {
        // the first page is among the photos of the highest levels, a later one anywhere
        double ofIndex =
            after.isEmpty() && least.sum() != null ? ranking.leastOfIndex(least.sum()) : 0;
        yield snapshot.rows(
            rankedPhotos,
            Tuple.of(ranking.like(), ranking.comment(), ofIndex, value, id, photos),
            PhotoQueries::ranked);
      }
    };
  }

  private static Ranked ranked(Row row) {
    return new Ranked(row.getLong("photo_id"), row.getLong("position"), row.getLong("rank"));
  }

  private static Map<Long, Long> ranks(List<Ranked> photos) {
    return photos.stream().collect(Collectors.toMap(Ranked::id, Ranked::rank));
  }

  private static Page<Photo> withFigures(Page<Ranked> page, Map<Long, Photo> figures) {
    return new Page<>(
        page.entries().stream()
            .map(entry -> new Page.Entry<>(entry.cursor(), figures.get(entry.row().id())))
            .toList(),
        page.pageInfo(),
        page.totalCount());
  }

  private Figures figures(Snapshot snapshot, Weights weights, SuspectRule rule) {
    return new Figures(
        snapshot, weights, rule, rule.isMaterialised() ? null : suspects.smallerSide(rule));
  }

  /** Tells what there is to know about photos. */
  final class Figures {

    private final Snapshot snapshot;
    private final Weights weights;
    private final SuspectRule rule;

    /** Null if the likes of the suspects are at hand. */
    private final Uni<SuspectsQueries.Side> side;

    private Figures(
        Snapshot snapshot, Weights weights, SuspectRule rule, Uni<SuspectsQueries.Side> side) {
      this.snapshot = snapshot;
      this.weights = weights;
      this.rule = rule;
      this.side = side;
    }

    /**
     * Those of the photos that there are, by id.
     *
     * @param ranks the rank of each photo by its id; at most as many as a page has
     */
    Uni<Map<Long, Photo>> of(Map<Long, Long> ranks) {
      if (ranks.isEmpty()) {
        return Uni.createFrom().item(Map.of());
      }
      var ids = ranks.keySet().toArray(Long[]::new);
      var set = side == null ? rule.set().name() : null;
      var details = details(snapshot, ids, set);
      var found = side == null ? details : details.flatMap(photos -> countLikes(photos, ids));
      return found.map(
          photos ->
              photos.stream()
                  .map(photo -> photo(photo, ranks.get(photo.id())))
                  .collect(Collectors.toMap(Photo::id, Function.identity())));
    }

    private Uni<List<Details>> countLikes(List<Details> photos, Long[] ids) {
      return side.flatMap(
          accounts ->
              likes(snapshot, accounts, ids)
                  .map(
                      likes ->
                          photos.stream()
                              .map(photo -> withLikes(photo, accounts, likes))
                              .toList()));
    }

    private Photo photo(Details photo, long rank) {
      return new Photo(
          photo.id(),
          photo.ownerId(),
          photo.ownerUsername(),
          photo.createdAt(),
          photo.imageUrl(),
          photo.tags(),
          photo.likes(),
          photo.comments(),
          weights.engagement(photo.likes(), photo.comments()),
          rank,
          photo.suspectsLikes(),
          photo.likes() == 0 ? null : (double) photo.suspectsLikes() / photo.likes());
    }
  }

  private Uni<List<Details>> details(Snapshot snapshot, Long[] ids, String set) {
    return snapshot.rows(photoDetails, Tuple.of(ids, set), PhotoQueries::details);
  }

  /** The likes of the accounts on each of the photos that has any, by the photo's id. */
  private Uni<Map<Long, Long>> likes(
      Snapshot snapshot, SuspectsQueries.Side accounts, Long[] photoIds) {
    return snapshot
        .rows(
            likesOfAccounts,
            Tuple.of(accounts.ids(), photoIds),
            row -> new Likes(row.getLong("photo_id"), row.getLong("likes")))
        .map(rows -> rows.stream().collect(Collectors.toMap(Likes::photoId, Likes::likes)));
  }

  private static Details withLikes(
      Details photo, SuspectsQueries.Side accounts, Map<Long, Long> likes) {
    long counted = likes.getOrDefault(photo.id(), 0L);
    return new Details(
        photo.id(),
        photo.ownerId(),
        photo.ownerUsername(),
        photo.createdAt(),
        photo.imageUrl(),
        photo.tags(),
        photo.likes(),
        photo.comments(),
        accounts.isOthers() ? photo.likes() - counted : counted);
  }

  private static Details details(Row row) {
    return new Details(
        row.getLong("photo_id"),
        row.getLong("owner_id"),
        row.getString("owner_username"),
        row.getOffsetDateTime("created_at"),
        row.getString("image_url"),
        List.of(row.getArrayOfStrings("tags")),
        row.getLong("likes"),
        row.getLong("comments"),
        row.getLong("suspects_likes"));
  }
}
