package io.minigram.ingest.writes;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import io.minigram.ingest.batches.BatchOutcome;
import io.minigram.ingest.batches.BatchWriter;
import io.minigram.ingest.batches.Changes;
import io.minigram.ingest.batches.Journal;
import io.minigram.ingest.removals.Sweeper;
import io.minigram.ingest.requests.IdempotencyKey;
import io.minigram.ingest.requests.Request;
import io.minigram.ingest.requests.RequestWriter;
import io.minigram.ingest.rows.ChangeType;
import io.minigram.ingest.rows.ChangeType.Effect;
import io.minigram.ingest.rows.Column;
import io.minigram.ingest.rows.GivenRow;
import io.minigram.ingest.rows.RejectedRow;
import io.minigram.ingest.rows.RowException;
import io.minigram.ingest.rows.RowLimits;
import io.minigram.ingest.transactions.Position;
import io.minigram.ingest.transactions.Transaction;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes single changes, many in one batch, and answers each of them. */
@ApplicationScoped
class BatchedWrites {

  private static final BatchWriter.Pace PACE = BatchWriter.Pace.inserting();

  private final WriteConfig config;
  private final BatchWriter batches;
  private final RequestWriter requests;
  private final IdWriter ids;
  private final Sweeper sweeper;
  private final Clock clock;

  BatchedWrites(
      WriteConfig config,
      BatchWriter batches,
      RequestWriter requests,
      IdWriter ids,
      Sweeper sweeper,
      Clock clock) {
    this.config = config;
    this.batches = batches;
    this.requests = requests;
    this.ids = ids;
    this.sweeper = sweeper;
    this.clock = clock;
  }

  /**
   * Commits the writes as if one after the other, and completes their answers.
   *
   * @throws RuntimeException if some of them could not be written; their answers are open then
   */
  void write(List<Write> writes) {
    var left = writes;
    while (!left.isEmpty()) {
      left = withoutAnswered(left);
      ids.giveIds(left.stream().filter(Write::lacksAnId).toList());
      left = writeOnce(left);
    }
  }

  /** Answers what was answered before; the rest is still to do. */
  private List<Write> withoutAnswered(List<Write> writes) {
    var named = writes.stream().flatMap(write -> write.request().stream()).toList();
    if (named.isEmpty()) {
      return writes;
    }
    var answered = requests.find(named);
    var left = new ArrayList<Write>();
    for (var write : writes) {
      var before = write.request().map(request -> answered.get(request.name())).orElse(null);
      if (before == null) {
        left.add(write);
      } else if (Arrays.equals(before.fingerprint(), write.request().orElseThrow().fingerprint())) {
        write.answer().complete(result(before.answer()));
      } else {
        write.answer().completeExceptionally(IdempotencyKey.reused());
      }
    }
    return left;
  }

  /** Writes as many as fit together, from the first on; the others are left. */
  private List<Write> writeOnce(List<Write> writes) {
    if (writes.isEmpty()) {
      return writes;
    }
    var tags = tags(writes);
    var changes = new Changes(writes.stream().mapToInt(write -> 1 + write.tags().size()).sum());
    var names = new HashSet<Request.Name>();
    var together = new ArrayList<Write>();
    long line = 0;
    for (var write : writes) {
      var row = write.row().at(++line);
      if (!changes.fits(row)
          || !write.request().map(request -> names.add(request.name())).orElse(true)) {
        break;
      }
      changes.add(row);
      together.add(write);
      for (var name : write.tags()) {
        changes.add(tagging(row, tags.get(name)).at(++line));
        changes.onlyIf(line, row.line());
      }
    }
    var left = new ArrayList<>(writes.subList(together.size(), writes.size()));
    try {
      var outcome = batches.write(changes, journal(together), PACE);
      left.addAll(0, answer(together, outcome));
      if (together.stream().anyMatch(write -> write.type().effect() == Effect.REMOVE)) {
        sweeper.wake();
      }
      return left;
    } catch (RequestWriter.TakenException e) {
      return writes;
    }
  }

  private static GivenRow tagging(GivenRow photo, long tag) {
    return new GivenRow(ChangeType.TAG_PHOTO, photo.limits())
        .with(Column.PHOTO_ID, photo.id(Column.ID))
        .with(Column.TAG_ID, tag);
  }

  /** The tags of these names; those that there are not are created, in a batch of their own. */
  private Map<String, Long> tags(List<Write> writes) {
    Set<String> names =
        writes.stream().flatMap(write -> write.tags().stream()).collect(Collectors.toSet());
    if (names.isEmpty()) {
      return Map.of();
    }
    var known = new HashMap<>(ids.tags(names));
    while (!known.keySet().containsAll(names)) {
      var missing = names.stream().filter(name -> !known.containsKey(name)).toList();
      var drawn = ids.tagIds(missing.size());
      var changes = new Changes(missing.size());
      for (int i = 0; i < missing.size(); i++) {
        changes.add(tag(missing.get(i), drawn.next()).at(i + 1L));
      }
      // an id that somebody else has used in the meantime is drawn again
      batches.write(changes, journal(List.of()), PACE);
      known.putAll(ids.tags(names));
    }
    return known;
  }

  private GivenRow tag(String name, long id) {
    var now = clock.instant();
    try {
      return new GivenRow(
              ChangeType.CREATE_TAG, new RowLimits(config.maxTextLength(), Integer.MAX_VALUE, now))
          .with(Column.TAG_NAME, name)
          .with(Column.CREATED_AT, now)
          .with(Column.ID, id);
    } catch (RowException e) {
      throw new IllegalStateException("The name was checked when it was given", e);
    }
  }

  private Journal journal(List<Write> writes) {
    return new Journal() {
      @Override
      public Long importId() {
        return null;
      }

      @Override
      public String source() {
        return "writes";
      }

      @Override
      public void record(Transaction transaction, BatchOutcome outcome) {
        var refused = refused(outcome);
        var answers = new LinkedHashMap<Request, String>();
        for (var write : writes) {
          var result = result(write, outcome);
          // a refused one has done nothing, so it may be tried again
          if (!refused.containsKey(write.row().line()) && !drawsAgain(write, result)) {
            write.request().ifPresent(request -> answers.put(request, json(write, outcome)));
          }
        }
        requests.record(transaction, answers);
      }
    };
  }

  /** Answers the writes; those that need another id are left. */
  private static List<Write> answer(List<Write> writes, BatchOutcome outcome) {
    var refused = refused(outcome);
    var left = new ArrayList<Write>();
    for (var write : writes) {
      var refusal = refused.get(write.row().line());
      var result = result(write, outcome);
      if (refusal != null) {
        write.answer().completeExceptionally(refusal(refusal));
      } else if (drawsAgain(write, result)) {
        write.row().without(Column.ID);
        left.add(write);
      } else {
        write.answer().complete(result);
      }
    }
    return left;
  }

  private static Map<Long, RejectedRow> refused(BatchOutcome outcome) {
    return outcome.refused().stream()
        .collect(Collectors.toMap(RejectedRow::line, Function.identity()));
  }

  private static WriteResult result(Write write, BatchOutcome outcome) {
    return new WriteResult(
        write.id(),
        Arrays.binarySearch(outcome.effective(), write.row().line()) >= 0,
        position(write, outcome).map(Position::text).orElse(null));
  }

  /** Empty for a removal: what is removed is swept later, in batches that are still to come. */
  private static Optional<Position> position(Write write, BatchOutcome outcome) {
    return write.type().effect() == Effect.REMOVE
        ? Optional.empty()
        : Optional.of(outcome.position());
  }

  /** Whether the id that was given to the write was used by somebody else at the same time. */
  private static boolean drawsAgain(Write write, WriteResult result) {
    return write.takesAnId() && !result.changed();
  }

  private static RequestException refusal(RejectedRow row) {
    var code =
        switch (row.code()) {
          case UNKNOWN_USER, UNKNOWN_PHOTO, UNKNOWN_TAG -> ErrorCode.NOT_FOUND;
          case ERASED -> ErrorCode.ERASED;
          default -> ErrorCode.BAD_ARGUMENT;
        };
    return RequestException.of(code, row.reason());
  }

  private static String json(Write write, BatchOutcome outcome) {
    var result = result(write, outcome);
    var answer = new JsonObject().put("id", result.id()).put("changed", result.changed());
    position(write, outcome).ifPresent(position -> answer.put("position", position.transaction()));
    return answer.encode();
  }

  private static WriteResult result(String json) {
    var answer = new JsonObject(json);
    var position = answer.getLong("position");
    return new WriteResult(
        answer.getString("id"),
        answer.getBoolean("changed"),
        position == null ? null : new Position(position).text());
  }
}
