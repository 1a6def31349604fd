package io.minigram.ingest.removals;

import io.minigram.ingest.batches.BatchOutcome;
import io.minigram.ingest.batches.BatchWriter;
import io.minigram.ingest.batches.Changes;
import io.minigram.ingest.batches.Journal;
import io.minigram.ingest.rows.FactTable;
import io.minigram.ingest.transactions.NumberedStatement;
import io.minigram.ingest.transactions.Transaction;
import io.minigram.ingest.transactions.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes away what hangs on removed photos and accounts, a bounded piece at a time. Each piece is a
 * batch of retractions that also says how far the sweep is, so it goes on where it stopped.
 *
 * <p>A removal is swept only when every transaction has ended that may not have seen it: those can
 * still have added something, and nothing is added after them.
 */
@ApplicationScoped
class SweepWriter {

  /** What is swept of an account, in this order. */
  private enum Stage {
    /** Its photos are removed, each like any photo. */
    PHOTOS,
    LIKES,
    COMMENTS,
    /** Who follows it. */
    FOLLOWERS,
    /** Whom it follows. */
    FOLLOWS,
    /** What it sent and was refused, and at last the account itself. */
    ACCOUNT;

    Stage next() {
      return values()[ordinal() + 1];
    }
  }

  private record Key(long subject, long object) {}

  private record Sweep(Stage stage, long position, long[] ids) {}

  private final RemovalConfig config;
  private final Transactions transactions;
  private final BatchWriter batches;
  private final NumberedStatement setBarriers = statement("set_barriers.sql");
  private final NumberedStatement photosToSweep = statement("photos_to_sweep.sql");
  private final NumberedStatement accountsToSweep = statement("accounts_to_sweep.sql");
  private final NumberedStatement likesOfPhotos = statement("likes_of_photos.sql");
  private final NumberedStatement commentsOfPhotos = statement("comments_of_photos.sql");
  private final NumberedStatement tagsOfPhotos = statement("tags_of_photos.sql");
  private final NumberedStatement photosOfAccounts = statement("photos_of_accounts.sql");
  private final NumberedStatement removePhotos = statement("remove_photos.sql");
  private final NumberedStatement likesOfAccounts = statement("likes_of_accounts.sql");
  private final NumberedStatement commentsOfAccounts = statement("comments_of_accounts.sql");
  private final NumberedStatement followersOfAccounts = statement("followers_of_accounts.sql");
  private final NumberedStatement followsOfAccounts = statement("follows_of_accounts.sql");
  private final NumberedStatement endOfLikes = statement("end_of_likes.sql");
  private final NumberedStatement endOfComments = statement("end_of_comments.sql");
  private final NumberedStatement endOfFollows = statement("end_of_follows.sql");
  private final NumberedStatement eraseRejectsOfAccounts =
      statement("erase_rejects_of_accounts.sql");
  private final NumberedStatement eraseRejectsOfPhotos = statement("erase_rejects_of_photos.sql");
  private final NumberedStatement advanceAccounts = statement("advance_accounts.sql");
  private final NumberedStatement finishRemovals = statement("finish_removals.sql");

  SweepWriter(RemovalConfig config, Transactions transactions, BatchWriter batches) {
    this.config = config;
    this.transactions = transactions;
    this.batches = batches;
  }

  private static NumberedStatement statement(String file) {
    return NumberedStatement.read("/sql/removals/" + file);
  }

  /** Does the next piece of work; false if there is none at the moment. */
  boolean step() {
    int fresh = transactions.run(transaction -> transaction.execute(setBarriers));
    return sweepPhotos() || sweepAccounts() || fresh > 0;
  }

  private boolean sweepPhotos() {
    var ids = ids(photosToSweep, config.together());
    if (ids.length == 0) {
      return false;
    }
    var changes = new Changes(config.batchRows());
    int room = config.batchRows();
    room -= retract(changes, FactTable.LIKES, keys(likesOfPhotos, ids, room));
    room -= retract(changes, FactTable.COMMENTS, keys(commentsOfPhotos, ids, room));
    room -= retract(changes, FactTable.PHOTO_TAGS, keys(tagsOfPhotos, ids, room));
    if (room > 0 && eraseRejects(eraseRejectsOfPhotos, ids)) {
      for (long id : ids) {
        changes.retract(FactTable.PHOTOS, id, 0, id);
      }
      write(changes, transaction -> transaction.execute(finishRemovals, "PHOTO", ids));
    } else {
      write(changes, transaction -> {});
    }
    return true;
  }

  private boolean sweepAccounts() {
    var sweeps =
        transactions.run(
            transaction ->
                transaction.query(
                    accountsToSweep,
                    row -> new Sweep(Stage.valueOf(row.text(1)), row.number(2), row.numbers(3)),
                    config.together()));
    // those that wait for a photo must not keep the others waiting
    return sweeps.stream().anyMatch(this::sweep);
  }

  private boolean sweep(Sweep sweep) {
    return switch (sweep.stage()) {
      case PHOTOS -> sweepPhotosOf(sweep);
      case LIKES -> sweepRange(sweep, FactTable.LIKES, endOfLikes, likesOfAccounts);
      case COMMENTS -> sweepRange(sweep, FactTable.COMMENTS, endOfComments, commentsOfAccounts);
      case FOLLOWERS -> sweepFollowersOf(sweep);
      case FOLLOWS -> sweepRange(sweep, FactTable.FOLLOWS, endOfFollows, followsOfAccounts);
      case ACCOUNT -> finish(sweep);
    };
  }

  /** Removes the accounts' photos, and goes on once they are swept. */
  private boolean sweepPhotosOf(Sweep sweep) {
    var photos = ids(photosOfAccounts, sweep.ids(), config.together());
    if (photos.length == 0) {
      advance(sweep, sweep.stage().next(), 0);
      return true;
    }
    return transactions.run(
            transaction -> {
              transaction.lock(Transactions.Lock.REMOVALS);
              return transaction.execute(removePhotos, (Object) photos);
            })
        > 0;
  }

  /** Looks at so many rows, and takes away those of the accounts. */
  private boolean sweepRange(
      Sweep sweep, FactTable table, NumberedStatement endOfRange, NumberedStatement find) {
    var ends =
        transactions.run(
            transaction ->
                transaction.query(
                    endOfRange, row -> row.number(1), sweep.position(), config.scannedRows()));
    long end = ends.isEmpty() ? Long.MAX_VALUE : ends.get(0);
    var keys =
        transactions.run(
            transaction ->
                transaction.query(
                    find,
                    row -> new Key(row.number(1), row.number(2)),
                    sweep.ids(),
                    sweep.position(),
                    end,
                    config.batchRows()));
    var changes = new Changes(config.batchRows());
    boolean isRangeDone = retract(changes, table, keys) < config.batchRows();
    write(
        changes,
        transaction -> {
          if (isRangeDone && end == Long.MAX_VALUE) {
            advance(transaction, sweep, sweep.stage().next(), 0);
          } else if (isRangeDone) {
            advance(transaction, sweep, sweep.stage(), end);
          }
        });
    return true;
  }

  private boolean sweepFollowersOf(Sweep sweep) {
    var keys = keys(followersOfAccounts, sweep.ids(), config.batchRows());
    var changes = new Changes(config.batchRows());
    boolean isDone = retract(changes, FactTable.FOLLOWS, keys) < config.batchRows();
    write(
        changes,
        transaction -> {
          if (isDone) {
            advance(transaction, sweep, sweep.stage().next(), 0);
          }
        });
    return true;
  }

  private boolean finish(Sweep sweep) {
    if (eraseRejects(eraseRejectsOfAccounts, sweep.ids())) {
      var changes = new Changes(config.batchRows());
      for (long id : sweep.ids()) {
        changes.retract(FactTable.USERS, id, 0, id);
      }
      write(changes, transaction -> transaction.execute(finishRemovals, "ACCOUNT", sweep.ids()));
    }
    return true;
  }

  /** Whether nothing is left of what was sent about these and refused. */
  private boolean eraseRejects(NumberedStatement erase, long[] ids) {
    return transactions.run(transaction -> transaction.execute(erase, ids, config.batchRows()))
        < config.batchRows();
  }

  private long[] ids(NumberedStatement statement, Object... arguments) {
    return transactions
        .run(transaction -> transaction.query(statement, row -> row.number(1), arguments))
        .stream()
        .mapToLong(Long::longValue)
        .toArray();
  }

  private List<Key> keys(NumberedStatement find, long[] ids, int limit) {
    return limit == 0
        ? List.of()
        : transactions.run(
            transaction ->
                transaction.query(find, row -> new Key(row.number(1), row.number(2)), ids, limit));
  }

  private static int retract(Changes changes, FactTable table, List<Key> keys) {
    keys.forEach(key -> changes.retract(table, key.subject(), key.object(), 0));
    return keys.size();
  }

  private void advance(Sweep sweep, Stage stage, long position) {
    transactions.run(
        transaction -> {
          advance(transaction, sweep, stage, position);
          return null;
        });
  }

  private void advance(Transaction transaction, Sweep sweep, Stage stage, long position) {
    transaction.execute(advanceAccounts, sweep.ids(), stage.name(), position);
  }

  private void write(Changes changes, Consumer<Transaction> progress) {
    batches.write(
        changes,
        new Journal() {
          @Override
          public Long importId() {
            return null;
          }

          @Override
          public String source() {
            return "removals";
          }

          @Override
          public void record(Transaction transaction, BatchOutcome outcome) {
            progress.accept(transaction);
          }
        },
        BatchWriter.Pace.inserting());
  }
}
