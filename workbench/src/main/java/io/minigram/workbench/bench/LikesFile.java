package io.minigram.workbench.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Likes in random order, in CSV with a header: {@code user_id,photo_id,created_at}.
 *
 * @param rows of the file
 * @param distinct rows with a key that no row before them has
 */
record LikesFile(Path path, long rows, long distinct) {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final long FROM = 1_577_836_800;
  private static final long SECONDS = 100_000_000;

  /**
   * Writes a file. The n-th pair of a permutation of all pairs of users and photos is the n-th
   * like, so keys are distinct without being remembered.
   *
   * @param first where in the permutation to begin
   * @param duplicateShare of the rows that repeat an earlier one
   */
  static LikesFile write(
      Path path, long users, long photos, long first, long rows, double duplicateShare)
      throws IOException {
    var random = RandomSource.XO_SHI_RO_256_PP.create(first + rows);
    long distinct = 0;
    try (var out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 20)) {
      out.write("user_id,photo_id,created_at\n".getBytes(StandardCharsets.US_ASCII));
      for (long row = 0; row < rows; row++) {
        boolean repeats = distinct > 0 && random.nextDouble() < duplicateShare;
        long number = first + (repeats ? random.nextLong(distinct) : distinct++);
        out.write(line(number, users, photos, random).getBytes(StandardCharsets.US_ASCII));
      }
    }
    return new LikesFile(path, rows, distinct);
  }

  /** A row: the like with this number in the permutation, at a random time. */
  static String line(long number, long users, long photos, UniformRandomProvider random) {
    long pair = pair(number, users * photos);
    return "%d,%d,%s\n".formatted(1 + pair / photos, 1 + pair % photos, time(random));
  }

  static String time(UniformRandomProvider random) {
    return LocalDateTime.ofEpochSecond(FROM + random.nextLong(SECONDS), 0, ZoneOffset.UTC)
        .format(CLOCK);
  }

  /** The number at a place of a permutation of the numbers below {@code pairs}. */
  static long pair(long place, long pairs) {
    // a step that has no factor in common with a power of two visits every pair once
    long bits = 64 - Long.numberOfLeadingZeros(pairs - 1);
    long mask = (1L << bits) - 1;
    long pair = place;
    do {
      pair = scramble(pair, bits, mask);
    } while (pair >= pairs);
    return pair;
  }

  /** A bijection of the numbers below a power of two: multiply by an odd number, fold, again. */
  private static long scramble(long number, long bits, long mask) {
    long half = bits / 2 + 1;
    long x = number & mask;
    for (int round = 0; round < 3; round++) {
      x = x * 0x9E3779B97F4A7C15L & mask;
      x ^= x >>> half;
    }
    return x;
  }
}
