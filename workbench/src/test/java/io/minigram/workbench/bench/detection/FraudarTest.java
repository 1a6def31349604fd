package io.minigram.workbench.bench.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FraudarTest {

  private static final int USERS = 60;
  private static final int PHOTOS = 80;

  private final Actions likes = new Actions();

  /** Users 0 to 9 like photos 0 to 14, all of them; everybody likes five at random. */
  private void blockAndNoise() {
    var random = new Random(5);
    for (int user = 0; user < USERS; user++) {
      for (int each = 0; each < 5; each++) {
        likes.add(user, 15 + random.nextInt(PHOTOS - 15), 0);
      }
    }
    for (int user = 0; user < 10; user++) {
      for (int photo = 0; photo < 15; photo++) {
        likes.add(user, photo, 0);
      }
    }
  }

  @Test
  void theDenseBlockIsFoundAndRankedFirst() {
    blockAndNoise();

    var fraudar = new Fraudar(USERS, PHOTOS, likes);

    for (int user = 0; user < USERS; user++) {
      assertThat(fraudar.isInBlock(user)).as("user %d", user).isEqualTo(user < 10);
    }
    double last = IntStream.range(0, 10).mapToDouble(fraudar::rank).min().orElseThrow();
    assertThat(IntStream.range(10, USERS)).allMatch(user -> fraudar.rank(user) < last);
  }

  /** A photo that all like draws them together, if its likes weigh as much as others. */
  @Test
  void popularPhotosWeighLess() {
    blockAndNoise();
    for (int user = 0; user < USERS; user++) {
      likes.add(user, PHOTOS - 1, 0);
      likes.add(user, PHOTOS - 2, 0);
    }

    var fraudar = new Fraudar(USERS, PHOTOS, likes);

    assertThat(IntStream.range(0, USERS).filter(fraudar::isInBlock))
        .containsExactlyElementsOf(IntStream.range(0, 10).boxed().toList());
  }

  /** Peeling reaches at least half of the best density there is; here all blocks are tried. */
  @Test
  void theBlockIsAtLeastHalfAsDenseAsTheDensest() {
    for (int seed = 0; seed < 20; seed++) {
      var random = new Random(seed);
      var edges = new HashSet<Integer>();
      var small = new Actions();
      for (int each = 0; each < 14; each++) {
        int edge = random.nextInt(5 * 5);
        if (edges.add(edge)) {
          small.add(edge / 5, edge % 5, 0);
        }
      }
      double best = 0;
      for (int block = 1; block < 1 << 10; block++) {
        best = Math.max(best, density(block, edges));
      }

      var fraudar = new Fraudar(5, 5, small);

      int users = IntStream.range(0, 5).filter(fraudar::isInBlock).map(u -> 1 << u).sum();
      double found = 0;
      for (int photos = 0; photos < 1 << 5; photos++) {
        found = Math.max(found, users == 0 ? 0 : density(users | photos << 5, edges));
      }
      assertThat(found).isGreaterThanOrEqualTo(best / 2);
    }
  }

  private static double density(int block, Set<Integer> edges) {
    double weight = 0;
    for (int edge : edges) {
      int photo = edge % 5;
      if ((block >> edge / 5 & 1) == 1 && (block >> 5 + photo & 1) == 1) {
        long degree = edges.stream().filter(other -> other % 5 == photo).count();
        weight += 1 / Math.log(degree + 5);
      }
    }
    return weight / Integer.bitCount(block);
  }
}
