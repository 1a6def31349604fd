package io.minigram.edge.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {

  /** What a database would answer: the numbers behind the position, up to 7. */
  private static List<Long> read(PageRequest request) {
    long from = request.position(Long::valueOf).orElse(0L);
    return LongStream.rangeClosed(from + 1, 7).limit(request.rowsToRead()).boxed().toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6, 7, 8, 100})
  void pagesGiveTheWholeListOnce(int first) {
    var seen = new ArrayList<Long>();
    String after = null;
    PageInfo info;
    do {
      var request = new PageRequest(first, after);
      var page = request.page(read(request), Object::toString, 7);
      assertEquals(after != null, page.pageInfo().hasPreviousPage());
      assertEquals(7, page.totalCount());
      seen.addAll(page.edges(Page.Entry::row));
      info = page.pageInfo();
      after = info.endCursor();
    } while (info.hasNextPage());
    assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L), seen);
  }

  @Test
  void anEmptyListHasAnEmptyPage() {
    var page = new PageRequest(10, null).page(List.<Long>of(), Object::toString, 0);

    assertTrue(page.entries().isEmpty());
    assertFalse(page.pageInfo().hasNextPage());
    assertNull(page.pageInfo().endCursor());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 101})
  void aPageSizeOutOfRangeIsRefused(int first) {
    var refused = assertThrows(RequestException.class, () -> new PageRequest(first, null));
    assertEquals(ErrorCode.BAD_ARGUMENT, refused.code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%%", "bm90IGEgbnVtYmVy"})
  void aCursorOfAnotherListIsRefused(String after) {
    var request = new PageRequest(3, after);

    var refused = assertThrows(RequestException.class, () -> request.position(Long::valueOf));
    assertEquals(ErrorCode.BAD_ARGUMENT, refused.code());
  }
}
