package io.minigram.ingest.batches;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceCacheTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 1_000, 1_024})
  void remembersTheTruthOrNothing(int places) {
    var cache = new ReferenceCache(places);
    var truth = new HashMap<Long, Long>();
    var random = new Random(places);
    for (int i = 0; i < 20_000; i++) {
      long id = random.nextBoolean() ? 1 + random.nextInt(3_000) : random.nextLong() >>> 1 | 1;
      if (random.nextBoolean()) {
        truth.putIfAbsent(id, random.nextLong());
        cache.put(id, truth.get(id));
        assertThat(cache.get(id)).isEqualTo(truth.get(id));
      } else {
        assertThat(cache.get(id)).isIn(truth.get(id), ReferenceCache.UNKNOWN);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1 << 16, 1_000_000})
  void denseIdsDoNotPushEachOtherOut(int places) {
    var cache = new ReferenceCache(places);
    for (int pass = 0; pass < 2; pass++) {
      for (long id = 1; id <= places; id++) {
        cache.put(id, id * 10);
      }
    }

    for (long id = 1; id <= places; id++) {
      assertThat(cache.get(id)).isEqualTo(id * 10);
    }
  }

  @Test
  void whatIsRemovedIsForgottenWhenThereAreMorePlaces() {
    var cache = new ReferenceCache(1 << 20);
    cache.put(7, 70);
    cache.remove(7);

    for (long id = 8; id <= 1 << 18; id++) {
      cache.put(id, id * 10);
    }

    assertThat(cache.get(7)).isEqualTo(ReferenceCache.UNKNOWN);
    assertThat(cache.get(8)).isIn(80L, ReferenceCache.UNKNOWN);
    assertThat(cache.get(1 << 18)).isEqualTo(10L << 18);
  }
}
