package io.minigram.insights.users;

import io.minigram.edge.paging.PageRequest;
import io.minigram.insights.definitions.FigurePosition;
import io.minigram.insights.definitions.SuspectSet;
import io.minigram.insights.sql.AggregateQueries;
import io.minigram.insights.transactions.Snapshots;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

@Singleton
class UsersQueries extends AggregateQueries {

  private final String users = statement("/sql/users/users.sql");
  private final String usersByName = statement("/sql/users/users_by_name.sql");
  private final String user = statement("/sql/users/user.sql");

  /** A user with its ranks, and the sets of suspects that it is in. */
  record Standing(User user, UserRanks ranks, List<SuspectSet> suspectedBy) {}

  UsersQueries(Snapshots snapshots) {
    super(snapshots);
  }

  /** A page of the users by a figure, and one more than wanted. */
  Uni<UsersPage> users(UserOrder order, Uni<LocalDate> measuredOn, PageRequest page) {
    var after = page.position(FigurePosition::parse);
    var snapshot = snapshot();
    return measuredOn
        .flatMap(
            day ->
                snapshot.rows(
                    users,
                    Tuple.of(
                        order.name(),
                        day,
                        after.map(FigurePosition::value).orElse(null),
                        after.map(FigurePosition::id).orElse(null),
                        page.rowsToRead()),
                    row -> new UsersPage(placed(row), row.getLong("users"))))
        .map(
            rows ->
                new UsersPage(
                    rows.stream().flatMap(row -> row.rows().stream()).toList(),
                    rows.get(0).users()));
  }

  /** A page of the users with a name, and one more than wanted. */
  Uni<NamedUsers> usersByName(NameSearch search, Uni<LocalDate> measuredOn, PageRequest page) {
    var after = page.position(NamePosition::parse);
    var snapshot = snapshot();
    return measuredOn
        .flatMap(
            day ->
                snapshot.rows(
                    usersByName,
                    Tuple.of(
                        search.username(),
                        search.match() == NameMatch.PREFIX,
                        day,
                        after.map(NamePosition::username).orElse(null),
                        after.map(NamePosition::id).orElse(null),
                        page.rowsToRead()),
                    row -> new NamedUsers(anyUser(row), row.getLong("users"))))
        .map(
            rows ->
                new NamedUsers(
                    rows.stream().flatMap(row -> row.rows().stream()).toList(),
                    rows.get(0).users()));
  }

  /** The user with an id; empty if there is none. */
  Uni<List<Standing>> user(long id, Uni<LocalDate> measuredOn) {
    var snapshot = snapshot();
    return measuredOn.flatMap(
        day ->
            snapshot.rows(
                user,
                Tuple.of(id, day),
                row ->
                    new Standing(
                        user(row),
                        new UserRanks(
                            row.getLong("activity_rank"),
                            row.getLong("rate_rank"),
                            row.getLong("followers_rank")),
                        Stream.of(row.getArrayOfStrings("suspected_by"))
                            .map(SuspectSet::valueOf)
                            .toList())));
  }

  /** The row's user and its place; none in the row that stands for an empty page. */
  private static List<UsersPage.Placed> placed(Row row) {
    return anyUser(row).stream()
        .map(found -> new UsersPage.Placed(found, row.getDouble("value"), row.getLong("rank")))
        .toList();
  }

  /** The row's user; none in the row that stands for an empty page. */
  private static List<User> anyUser(Row row) {
    return row.getLong("user_id") == null ? List.of() : List.of(user(row));
  }

  private static User user(Row row) {
    long photos = row.getLong("photos");
    long likesReceived = row.getLong("likes_received");
    long commentsReceived = row.getLong("comments_received");
    return new User(
        row.getLong("user_id"),
        row.getString("username"),
        row.getOffsetDateTime("created_at"),
        photos,
        row.getLong("likes"),
        row.getLong("comments"),
        row.getLong("follows"),
        row.getLong("followers"),
        likesReceived,
        commentsReceived,
        photos == 0 ? null : (double) likesReceived / photos,
        photos == 0 ? null : (double) commentsReceived / photos,
        row.getLong("activity"),
        row.getDouble("rate"));
  }
}
