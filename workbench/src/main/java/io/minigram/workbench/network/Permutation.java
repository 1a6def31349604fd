package io.minigram.workbench.network;

/**
 * The numbers from 0 to {@code size - 1} in a random order that takes no memory: its first k are a
 * sample of k distinct numbers.
 *
 * <p>A Feistel network shuffles the numbers below a power of four; those that fall outside are
 * shuffled on until they are inside (cycle walking; fewer than four steps on average).
 */
final class Permutation {

  private static final int ROUNDS = 6;
  // The halves of so few bits are mixed well only by more rounds; the test of pairs shows it.
  private static final int ROUNDS_OF_SMALL_HALVES = 16;
  private static final int SMALL_HALF_BITS = 2;
  private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;

  private final long size;
  private final long key;
  private final int rounds;
  private final int halfBits;
  private final long halfMask;

  /**
   * @param size at most 2^62
   * @param key chooses the order
   */
  Permutation(long size, long key) {
    this.size = size;
    this.key = key;
    int bits = Long.SIZE - Long.numberOfLeadingZeros(Math.max(size - 1, 1));
    this.halfBits = (bits + 1) / 2;
    this.rounds = halfBits <= SMALL_HALF_BITS ? ROUNDS_OF_SMALL_HALVES : ROUNDS;
    this.halfMask = (1L << halfBits) - 1;
  }

  long size() {
    return size;
  }

  /** The number at a place of the order; places count from 0. */
  long at(long place) {
    if (place < 0 || place >= size) {
      throw new IndexOutOfBoundsException(place + " of " + size);
    }
    long number = place;
    do {
      number = shuffled(number);
    } while (number >= size);
    return number;
  }

  private long shuffled(long number) {
    long left = number >>> halfBits;
    long right = number & halfMask;
    long roundKey = key;
    for (int round = 0; round < rounds; round++) {
      long next = left ^ (mixed(right ^ roundKey) & halfMask);
      left = right;
      right = next;
      roundKey += GOLDEN_RATIO;
    }
    return left << halfBits | right;
  }

  /** The finaliser of SplitMix64 (Stafford's variant 13). */
  private static long mixed(long bits) {
    long mixed = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
    return mixed ^ mixed >>> 31;
  }
}
