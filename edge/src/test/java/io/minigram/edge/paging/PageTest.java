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

class PageTest {

  private static final List<Long> SEVEN = LongStream.rangeClosed(1, 7).boxed().toList();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6, 7, 8, 100})
  void pagesGiveTheWholeListOnce(int first) {
    var seen = new ArrayList<Long>();
    String after = null;
    PageInfo info;
    do {
      var page = Page.of(SEVEN, Long::longValue, first, after);
      assertEquals(after != null, page.pageInfo().hasPreviousPage());
      seen.addAll(page.edges(Page.Entry::row));
      info = page.pageInfo();
      after = info.endCursor();
    } while (info.hasNextPage());
    assertEquals(SEVEN, seen);
  }

  @Test
  void anEmptyListHasAnEmptyPage() {
    var page = Page.of(List.<Long>of(), Long::longValue, 10, null);
    assertTrue(page.entries().isEmpty());
    assertFalse(page.pageInfo().hasNextPage());
    assertNull(page.pageInfo().endCursor());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 101})
  void aPageSizeOutOfRangeIsRefused(int first) {
    var refused =
        assertThrows(RequestException.class, () -> Page.of(SEVEN, Long::longValue, first, null));
    assertEquals(ErrorCode.BAD_ARGUMENT, refused.code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "MTAw", "%%", "bm90IGEgbnVtYmVy"})
  void aCursorOfNoRowIsRefused(String after) {
    var refused =
        assertThrows(RequestException.class, () -> Page.of(SEVEN, Long::longValue, 3, after));
    assertEquals(ErrorCode.BAD_ARGUMENT, refused.code());
  }
}
