package io.minigram.workbench.bench.detection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Who is what in a network with injected bots. */
final class Truth {

  private final BotKind[] kinds;
  private final List<Ring> rings = new ArrayList<>();
  private final Map<HardNegative, BitSet> hardNegatives = new EnumMap<>(HardNegative.class);

  record Ring(BotKind kind, int[] members) {}

  Truth(int users) {
    kinds = new BotKind[users];
  }

  void bots(BotKind kind, int[] members) {
    for (int member : members) {
      kinds[member] = kind;
    }
    if (kind.inRings()) {
      rings.add(new Ring(kind, members));
    }
  }

  void hardNegative(HardNegative kind, int user) {
    hardNegatives.computeIfAbsent(kind, none -> new BitSet()).set(user);
  }

  int users() {
    return kinds.length;
  }

  boolean isBot(int user) {
    return kinds[user] != null;
  }

  /** Null for people. */
  BotKind kind(int user) {
    return kinds[user];
  }

  List<Ring> rings() {
    return rings;
  }

  /** Those of the people who are hard to tell from bots in this way. */
  int[] people(HardNegative kind) {
    return hardNegatives.getOrDefault(kind, new BitSet()).stream()
        .filter(user -> !isBot(user))
        .toArray();
  }
}
