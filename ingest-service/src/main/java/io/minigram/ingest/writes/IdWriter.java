package io.minigram.ingest.writes;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import io.minigram.ingest.rows.ChangeType;
import io.minigram.ingest.rows.Column;
import io.minigram.ingest.transactions.DatabaseException;
import io.minigram.ingest.transactions.NumberedStatement;
import io.minigram.ingest.transactions.Transaction;
import io.minigram.ingest.transactions.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Gives ids to what comes without one. */
@ApplicationScoped
class IdWriter {

  private final Transactions transactions;
  private final NumberedStatement drawUserIds = statement("draw_user_ids.sql");
  private final NumberedStatement drawPhotoIds = statement("draw_photo_ids.sql");
  private final NumberedStatement drawTagIds = statement("draw_tag_ids.sql");
  private final NumberedStatement drawCommentIds = statement("draw_comment_ids.sql");
  private final NumberedStatement findTagsByName = statement("find_tags_by_name.sql");

  IdWriter(Transactions transactions) {
    this.transactions = transactions;
  }

  private static NumberedStatement statement(String file) {
    return NumberedStatement.read("/sql/writes/" + file);
  }

  /**
   * Gives each of these writes an id above all that are there. An id is not given again, also if
   * nothing is written under it.
   *
   * @throws RequestException CONFLICT if no id is left
   */
  void giveIds(List<Write> writes) {
    if (writes.isEmpty()) {
      return;
    }
    try {
      transactions.run(
          transaction -> {
            writes.stream()
                .collect(Collectors.groupingBy(Write::type))
                .forEach((type, some) -> give(some, draw(transaction, type, some)));
            return null;
          });
    } catch (DatabaseException e) {
      throw refusal(e);
    }
  }

  private static void give(List<Write> writes, Iterator<Long> ids) {
    writes.forEach(write -> write.row().with(Column.ID, ids.next()));
  }

  private Iterator<Long> draw(Transaction transaction, ChangeType type, List<Write> writes) {
    return switch (type) {
      case REGISTER_USER -> draw(transaction, drawUserIds, writes.size());
      case POST_PHOTO -> draw(transaction, drawPhotoIds, writes.size());
      case ADD_COMMENT ->
          draw(
              transaction,
              drawCommentIds,
              writes.stream().mapToLong(write -> write.row().id(Column.PHOTO_ID)).toArray());
      case CREATE_TAG,
          TAG_PHOTO,
          FOLLOW,
          LIKE,
          UNFOLLOW,
          UNLIKE,
          REMOVE_COMMENT,
          REMOVE_PHOTO,
          ERASE_ACCOUNT ->
          throw new IllegalArgumentException(type + " takes no id");
    };
  }

  private static Iterator<Long> draw(
      Transaction transaction, NumberedStatement statement, Object argument) {
    return transaction.query(statement, row -> row.number(1), argument).iterator();
  }

  /** The tags that have one of these names, by name. */
  Map<String, Long> tags(Collection<String> names) {
    return transactions
        .run(
            transaction ->
                transaction.query(
                    findTagsByName,
                    row -> Map.entry(row.text(1), row.number(2)),
                    (Object) names.toArray(String[]::new)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Ids of new tags. */
  Iterator<Long> tagIds(int count) {
    try {
      return transactions.run(transaction -> draw(transaction, drawTagIds, count));
    } catch (DatabaseException e) {
      throw refusal(e);
    }
  }

  private static RuntimeException refusal(DatabaseException e) {
    return e.isExhausted()
        ? RequestException.of(
            ErrorCode.CONFLICT, "There is no id above those that are there: give one", e)
        : e;
  }
}
