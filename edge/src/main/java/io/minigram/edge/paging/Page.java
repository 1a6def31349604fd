package io.minigram.edge.paging;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * One page of an ordered list, to be shown as a Relay connection.
 *
 * @param entries the rows of the page, in the list's order, each with its cursor
 * @param pageInfo where the page lies in the list
 * @param totalCount rows in the whole list
 */
public record Page<T>(List<Entry<T>> entries, PageInfo pageInfo, long totalCount) {

  /** The largest {@code first}. */
  public static final int MAX_FIRST = 100;

  /** A row and the opaque cursor that names its place. */
  public record Entry<T>(String cursor, T row) {}

  /**
   * Cuts a page out of a whole list.
   *
   * @param all the list in its order; ids are unique in it
   * @param id what a cursor remembers of a row
   * @param first rows wanted, 1 to {@value #MAX_FIRST}
   * @param after the cursor of the row before the page; null for the first page
   * @throws RequestException BAD_ARGUMENT if {@code first} is out of range or the cursor does not
   *     name a row of the list
   */
  public static <T> Page<T> of(List<T> all, ToLongFunction<T> id, int first, String after) {
    if (first < 1 || first > MAX_FIRST) {
      throw RequestException.of(
          ErrorCode.BAD_ARGUMENT, "first must be between 1 and " + MAX_FIRST + ", got " + first);
    }
    int from = after == null ? 0 : indexOf(all, id, decode(after)) + 1;
    int to = Math.min(all.size(), from + first);
    var entries = new ArrayList<Entry<T>>(to - from);
    for (var row : all.subList(from, to)) {
      entries.add(new Entry<>(encode(id.applyAsLong(row)), row));
    }
    var pageInfo =
        new PageInfo(
            to < all.size(),
            from > 0,
            entries.isEmpty() ? null : entries.get(0).cursor(),
            entries.isEmpty() ? null : entries.get(entries.size() - 1).cursor());
    return new Page<>(List.copyOf(entries), pageInfo, all.size());
  }

  /** The page's entries as the edges of a connection. */
  public <E> List<E> edges(Function<Entry<T>, E> edge) {
    return entries.stream().map(edge).toList();
  }

  private static <T> int indexOf(List<T> all, ToLongFunction<T> id, long wanted) {
    for (int i = 0; i < all.size(); i++) {
      if (id.applyAsLong(all.get(i)) == wanted) {
        return i;
      }
    }
    throw badCursor();
  }

  private static String encode(long id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Long.toString(id).getBytes(StandardCharsets.US_ASCII));
  }

  private static long decode(String cursor) {
    try {
      return Long.parseLong(
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      throw badCursor();
    }
  }

  private static RequestException badCursor() {
    return RequestException.of(
        ErrorCode.BAD_ARGUMENT,
        "after is not a cursor of this list; use pageInfo.endCursor of the page before");
  }
}
