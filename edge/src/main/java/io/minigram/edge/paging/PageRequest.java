package io.minigram.edge.paging;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a client asks of a list that is read page by page. A cursor holds a position in the list's
 * order, not a row: it stays good when the row it came from has left the list.
 *
 * @param first rows wanted, 1 to {@value Page#MAX_FIRST}
 * @param after the cursor to go on from; null for the first page
 */
public record PageRequest(int first, String after) {

  /**
   * @throws RequestException BAD_ARGUMENT if {@code first} is out of range
   */
  public PageRequest {
    if (first < 1 || first > Page.MAX_FIRST) {
      throw RequestException.of(
          ErrorCode.BAD_ARGUMENT,
          "first must be between 1 and " + Page.MAX_FIRST + ", got " + first);
    }
  }

  /**
   * Where the page begins: behind this position; empty at the start of the list.
   *
   * @param parse reads what {@link #page} was given; throws IllegalArgumentException if it cannot
   * @throws RequestException BAD_ARGUMENT if the cursor is none of this list's
   */
  public <P> Optional<P> position(Function<String, P> parse) {
    if (after == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          parse.apply(new String(Base64.getUrlDecoder().decode(after), StandardCharsets.US_ASCII)));
    } catch (IllegalArgumentException e) {
      throw RequestException.of(
          ErrorCode.BAD_ARGUMENT,
          "after is not a cursor of this list; use pageInfo.endCursor of the page before",
          e);
    }
  }

  /** One more than wanted, to see whether more follows. */
  public int rowsToRead() {
    return first + 1;
  }

  /**
   * The page.
   *
   * @param rows up to {@link #rowsToRead} rows behind the position, in the list's order
   * @param position what a cursor remembers of a row, in ASCII
   * @param totalCount rows in the whole list
   */
  public <T> Page<T> page(List<T> rows, Function<T, String> position, long totalCount) {
    var entries = new ArrayList<Page.Entry<T>>(first);
    for (var row : rows.subList(0, Math.min(first, rows.size()))) {
      entries.add(new Page.Entry<>(encode(position.apply(row)), row));
    }
    var pageInfo =
        new PageInfo(
            rows.size() > first,
            after != null,
            entries.isEmpty() ? null : entries.get(0).cursor(),
            entries.isEmpty() ? null : entries.get(entries.size() - 1).cursor());
    return new Page<>(List.copyOf(entries), pageInfo, totalCount);
  }

  private static String encode(String position) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(position.getBytes(StandardCharsets.US_ASCII));
  }
}
