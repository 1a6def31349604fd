package io.minigram.insights.transactions;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one snapshot from which all of an operation is answered: a connection of its own, taken when
 * the first statement comes, and given back when the operation ends. Statements that are asked for
 * at the same time go out one behind the other without waiting.
 */
public final class Snapshot {

  private static final String BEGIN = "begin isolation level repeatable read read only";

  private final Map<Object, Uni<?>> answers = new ConcurrentHashMap<>();
  private final Map<Class<?>, Gathering<?, ?>> gatherings = new HashMap<>();
  private final AtomicBoolean isOpened = new AtomicBoolean();
  private final AnswerCache cache;
  private volatile boolean isShared;
  private final Uni<Reading> reading;

  private record Reading(SqlConnection connection, AsOf asOf) {}

  /** Questions of a kind that are asked together; closed once they are. */
  private static final class Gathering<Q, T> {

    private final List<Q> questions = new ArrayList<>();
    private final Uni<Map<Q, T>> answers;
    private boolean isClosed;

    Gathering(Uni<Reading> reading, Function<List<Q>, Uni<Map<Q, T>>> answer) {
      this.answers = reading.flatMap(open -> answer.apply(close())).memoize().indefinitely();
    }

    synchronized boolean add(Q question) {
      return !isClosed && questions.add(question);
    }

    private synchronized List<Q> close() {
      isClosed = true;
      return List.copyOf(questions);
    }
  }

  /**
   * Nothing happens until the first statement.
   *
   * @param ready what to wait for before the snapshot is taken
   * @param version the statement that tells the version; one row
   */
  Snapshot(Pool pool, Uni<Void> ready, String version, AnswerCache cache) {
    this.cache = cache;
    this.reading =
        ready
            .invoke(() -> isOpened.set(true))
            .chain(pool::getConnection)
            .flatMap(connection -> begin(connection, version))
            .memoize()
            .indefinitely();
  }

  private static Uni<Reading> begin(SqlConnection connection, String version) {
    // one behind the other: the second does not wait for the answer to the first
    return Uni.combine()
        .all()
        .unis(connection.query(BEGIN).execute(), connection.preparedQuery(version).execute())
        .with((begun, answer) -> new Reading(connection, asOf(answer.iterator().next())))
        .onFailure()
        .call(connection::close);
  }

  private static AsOf asOf(Row row) {
    return new AsOf(row.getLong("version"), row.getOffsetDateTime("as_of"));
  }

  /** The version of the roll-ups that this operation sees. */
  public Uni<AsOf> asOf() {
    return reading.map(Reading::asOf);
  }

  /** All rows of the answer, in its order. */
  public <T> Uni<List<T>> rows(String statement, Tuple arguments, Function<Row, T> shape) {
    return reading.flatMap(
        open -> {
          List<T> known = cache.find(open.asOf().version(), statement, shape, arguments);
          return known == null
              ? read(open, statement, arguments, shape)
              : Uni.createFrom().item(known);
        });
  }

  private <T> Uni<List<T>> read(
      Reading open, String statement, Tuple arguments, Function<Row, T> shape) {
    return open.connection()
        .preparedQuery(statement)
        .execute(arguments)
        .map(
            answer -> {
              var rows = new ArrayList<T>(answer.size());
              for (var row : answer) {
                rows.add(shape.apply(row));
              }
              return List.copyOf(rows);
            })
        .invoke(rows -> cache.keep(open.asOf().version(), statement, shape, arguments, rows));
  }

  /**
   * What several fields of an operation need: worked out for the first, the same for the others.
   *
   * @param question what it depends on, with {@code equals}; of one type for each kind of answer
   */
  @SuppressWarnings("unchecked")
  public <T> Uni<T> once(Object question, Supplier<Uni<T>> answer) {
    return (Uni<T>)
        answers.computeIfAbsent(question, ignored -> answer.get().memoize().indefinitely());
  }

  /**
   * The answer to one of several questions of a kind. Those that are asked before the snapshot is
   * there, as fields of an operation are, go out as one: each statement costs the time of a short
   * one whatever it does.
   *
   * @param question with {@code equals}; of one type for each kind
   * @param answer answers to the questions that were asked together
   */
  @SuppressWarnings("unchecked")
  public <Q, T> Uni<T> together(Q question, Function<List<Q>, Uni<Map<Q, T>>> answer) {
    synchronized (gatherings) {
      var gathering = (Gathering<Q, T>) gatherings.get(question.getClass());
      if (gathering == null || !gathering.add(question)) {
        gathering = new Gathering<>(reading, answer);
        gathering.add(question);
        gatherings.put(question.getClass(), gathering);
      }
      return gathering.answers.map(all -> all.get(question));
    }
  }

  /** The version that was seen; null if nothing has been read. */
  Uni<AsOf> seen() {
    return isOpened.get() ? asOf().onFailure().recoverWithNull() : Uni.createFrom().nullItem();
  }

  /** It does not end with an operation, but when whoever shares it says so. */
  Snapshot share() {
    isShared = true;
    return this;
  }

  /** An operation has ended that was answered from it. */
  Uni<Void> close() {
    return isShared ? Uni.createFrom().voidItem() : end();
  }

  /** Gives the connection back; statements that are under way end first. */
  Uni<Void> end() {
    if (!isOpened.get()) {
      return Uni.createFrom().voidItem();
    }
    return reading
        .flatMap(
            open ->
                open.connection()
                    .query("rollback")
                    .execute()
                    .replaceWithVoid()
                    .onTermination()
                    .call(() -> open.connection().close()))
        .onFailure()
        .recoverWithNull();
  }
}
