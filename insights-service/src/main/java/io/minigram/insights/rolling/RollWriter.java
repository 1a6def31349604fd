package io.minigram.insights.rolling;

import io.minigram.edge.sql.SqlFile;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Folds committed batches of facts into the roll-ups, some at a time, each time in one transaction
 * and from one snapshot. Not safe to be used by two callers at once; two instances are, since one
 * of them leads.
 */
@Singleton
class RollWriter {

  /** Of a few large batches that wait for one behind them, more is taken until it is among them. */
  private static final int MORE = 4;

  private record Step(String statement, boolean ofBatches) {}

  private static final List<Step> FOLD =
      List.of(
          step("fill_owners"),
          ofBatches("add_tags"),
          ofBatches("add_photos"),
          step("stage_photos"),
          step("like_mix"),
          step("tag_likes"),
          step("photo_counts"),
          step("photo_tags"),
          step("stage_pairs"),
          step("stage_accounts"),
          step("account_counts"),
          ofBatches("add_registrations"),
          step("account_week"),
          step("add_actions"),
          step("remove_actions"),
          ofBatches("network_counts"));

  private static final List<Step> FOLD_SUSPECTS =
      List.of(
          step("stage_suspects"),
          step("suspects"),
          step("event_hours"),
          step("calendar"),
          step("suspect_photos"),
          step("drop_empty_mixes"),
          step("received"),
          step("remove_registrations"),
          step("remove_photos"),
          step("record_batches"));

  private final String lead = read("lead");
  private final String stagedTables = read("staged_tables");
  private final String whatIsNew = read("what_is_new");
  private final String settings = read("settings");
  private final String chooseBatches = read("choose_batches");
  private final String stageEvents = read("stage_events");
  private final String stageTags = read("stage_tags");
  private final String putOffBatches = read("put_off_batches");
  private final String dropEvents = read("drop_events");
  private final String dropTags = read("drop_tags");
  private final String stageMoves = read("stage_moves");
  private final String recordVersion = read("record_version");

  private final Pool pool;
  private final long rows;
  private volatile SqlConnection leading;

  RollWriter(Pool pool, RollingConfig config) {
    this.pool = pool;
    this.rows = config.rows();
  }

  private static String read(String name) {
    return SqlFile.read(RollWriter.class, "/sql/rolling/" + name + ".sql");
  }

  private static Step step(String name) {
    return new Step(read(name), false);
  }

  private static Step ofBatches(String name) {
    return new Step(read(name), true);
  }

  /** Folds in what is new, up to the configured number of rows. */
  Uni<Roll> roll() {
    return leading().flatMap(isLeading -> isLeading ? lookAndRoll() : following());
  }

  /** Folds in those of the given batches that need not wait for others. */
  Uni<Roll> roll(List<Long> batches) {
    var given = batches.toArray(Long[]::new);
    return leading().flatMap(isLeading -> isLeading ? fold(rows, given) : following());
  }

  /** Whether this instance is the one that rolls. */
  boolean isLeading() {
    return leading != null;
  }

  /** Gives up the lead, if this instance has it, so that another one can take it. */
  Uni<Void> close() {
    var connection = leading;
    leading = null;
    return connection == null
        ? Uni.createFrom().voidItem()
        // not back into the pool: the lock and the tables of the roll are the connection's
        : connection
            .query("select pg_advisory_unlock_all()")
            .execute()
            .onFailure()
            .recoverWithNull()
            .chain(connection::close);
  }

  private static Uni<Roll> following() {
    return Uni.createFrom().item(Roll.FOLLOWING);
  }

  private Uni<Boolean> leading() {
    if (leading != null) {
      return Uni.createFrom().item(true);
    }
    return pool.getConnection()
        .flatMap(
            connection ->
                connection
                    .preparedQuery(lead)
                    .execute()
                    .map(answer -> answer.iterator().next().getBoolean("is_leading"))
                    .call(
                        isLeading ->
                            isLeading
                                ? connection.preparedQuery(stagedTables).execute().replaceWithVoid()
                                : Uni.createFrom().voidItem())
                    .call(isLeading -> isLeading ? keep(connection) : connection.close())
                    .onFailure()
                    .call(connection::close));
  }

  private Uni<Void> keep(SqlConnection connection) {
    leading = connection;
    return Uni.createFrom().voidItem();
  }

  private Uni<Roll> lookAndRoll() {
    return one(whatIsNew, Tuple.tuple())
        .flatMap(
            row ->
                row.getBoolean("has_batches")
                        || row.getBoolean("has_flagged_changes")
                        || row.getBoolean("is_stale")
                    ? fold(rows, null)
                    : Uni.createFrom().item(Roll.NOTHING_NEW));
  }

  private Uni<Roll> fold(long limit, Long[] given) {
    return inTransaction(() -> choose(limit, given).flatMap(this::apply));
  }

  /** Batches that need not wait, staged; of many rows if all of the oldest wait for others. */
  private Uni<List<Long>> choose(long limit, Long[] given) {
    return execute(chooseBatches, Tuple.of(limit, given))
        .flatMap(
            chosen -> {
              if (chosen.rowCount() == 0) {
                return Uni.createFrom().item(List.of());
              }
              boolean areAll = chosen.iterator().next().getInteger("batches") == chosen.rowCount();
              var batches = batchIds(chosen);
              return stage(batches)
                  .chain(() -> putOff(new ArrayList<>(batches)))
                  .flatMap(
                      ready ->
                          ready.isEmpty() && !areAll
                              ? choose(limit * MORE, given)
                              : Uni.createFrom().item(ready));
            });
  }

  private Uni<Void> stage(List<Long> batches) {
    var given = Tuple.of(batches.toArray(Long[]::new));
    return run(stageEvents, given).chain(() -> run(stageTags, given));
  }

  /** Those that need not wait. One that waits can make another one wait. */
  private Uni<List<Long>> putOff(List<Long> batches) {
    return execute(putOffBatches, Tuple.tuple())
        .map(RollWriter::batchIds)
        .flatMap(
            waiting -> {
              if (waiting.isEmpty()) {
                return Uni.createFrom().item(batches);
              }
              batches.removeAll(waiting);
              var given = Tuple.of(waiting.toArray(Long[]::new));
              return run(dropEvents, given)
                  .chain(() -> run(dropTags, given))
                  .chain(() -> putOff(batches));
            });
  }

  private Uni<Roll> apply(List<Long> batches) {
    var given = Tuple.of(batches.toArray(Long[]::new));
    return (batches.isEmpty() ? Uni.createFrom().voidItem() : runAll(FOLD, given))
        .chain(() -> execute(stageMoves, Tuple.tuple()))
        .map(RowSet::rowCount)
        .flatMap(
            moves ->
                batches.isEmpty() && moves == 0
                    ? recordVersion(0)
                    : runAll(FOLD_SUSPECTS, given)
                        .chain(() -> recordVersion(Math.max(1, batches.size()))));
  }

  private Uni<Roll> recordVersion(int batches) {
    return one(recordVersion, Tuple.of(batches > 0))
        .map(
            row ->
                new Roll(
                    true,
                    batches,
                    row.getLong("rows"),
                    batches > 0 && row.getBoolean("is_behind")));
  }

  private <T> Uni<T> inTransaction(Supplier<Uni<T>> work) {
    return leading
        .query("begin isolation level repeatable read")
        .execute()
        .chain(() -> run(settings, Tuple.tuple()))
        .chain(work::get)
        .call(() -> leading.query("commit").execute())
        .onFailure()
        .call(() -> leading.query("rollback").execute().onFailure().recoverWithNull());
  }

  private Uni<Void> runAll(List<Step> steps, Tuple batches) {
    return Multi.createFrom()
        .iterable(steps)
        .onItem()
        .transformToUniAndConcatenate(
            step -> run(step.statement(), step.ofBatches() ? batches : Tuple.tuple()))
        .onItem()
        .ignoreAsUni();
  }

  private Uni<Void> run(String statement, Tuple arguments) {
    return execute(statement, arguments).replaceWithVoid();
  }

  private Uni<Row> one(String statement, Tuple arguments) {
    return execute(statement, arguments).map(answer -> answer.iterator().next());
  }

  private static List<Long> batchIds(RowSet<Row> answer) {
    return answer.stream().map(row -> row.getLong("batch_id")).toList();
  }

  private Uni<RowSet<Row>> execute(String statement, Tuple arguments) {
    return leading.preparedQuery(statement).execute(arguments);
  }
}
