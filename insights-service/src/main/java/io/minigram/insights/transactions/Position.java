package io.minigram.insights.transactions;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import java.util.regex.Pattern;

/**
 * A place in the stream of facts, as ingest-service gives it with an answer: what was written there
 * is in once all batches up to it are rolled up.
 *
 * @param transaction number of the transaction that wrote it
 */
public record Position(long transaction) {

  private static final Pattern FORM = Pattern.compile("p[0-9a-z]{1,12}");
  private static final int BASE = 36;

  /**
   * Takes a position from a request.
   *
   * @throws RequestException BAD_ARGUMENT if it is none
   */
  public static Position of(String given) {
    if (!FORM.matcher(given).matches()) {
      throw RequestException.of(
          ErrorCode.BAD_ARGUMENT,
          "position must be given as an answer of ingest-service had it, such as p2s1k");
    }
    return new Position(Long.parseLong(given.substring(1), BASE));
  }
}
