package io.minigram.workbench.network;

import org.apache.commons.rng.UniformRandomProvider;

/** Names such as fsmith, garcianoah, noahgarcia and johnny75; some repeat, as in the real world. */
final class Usernames {

  private static final int PATTERNS = 4;

  private final byte[][] given =
      Words.read(getClass().getResourceAsStream("/network/given-names.txt"));
  private final byte[][] family =
      Words.read(getClass().getResourceAsStream("/network/family-names.txt"));

  void write(UniformRandomProvider random, RowWriter out) {
    var first = given[random.nextInt(given.length)];
    var last = family[random.nextInt(family.length)];
    out.field();
    switch (random.nextInt(PATTERNS)) {
      case 0 -> out.append(first[0]).append(last);
      case 1 -> out.append(last).append(first);
      case 2 -> out.append(first).append(last);
      default -> {
        int number = random.nextInt(100);
        out.append(first).append(number / 10).append(number % 10);
      }
    }
  }
}
