package io.minigram.botdetector.scoring.network;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Rings: accounts that act together, each with several of the others. The pairs of {@link Lockstep}
 * with enough evidence make a graph; of each of its components the densest part is a ring, and so
 * is the densest part of the rest, as long as it has four members. It is found by peeling
 * (Charikar, APPROX 2000): take away the account with the fewest pairs, again and again, and keep
 * what had the most pairs an account. Cost: pairs x the logarithm of their number.
 */
final class Rings {

  /** Of an account that is in no ring. */
  static final int NONE = -1;

  private static final int FEWEST_MEMBERS = 4;
  private static final int TAKEN = -1;
  private static final double ORDINARY_SHARE = 1.0 / 3;

  private final int[] ring;
  private int count;

  /**
   * @param neighbours with whom each account makes a pair, in both directions
   */
  Rings(int[][] neighbours) {
    int accounts = neighbours.length;
    this.ring = new int[accounts];
    Arrays.fill(ring, NONE);
    var seen = new boolean[accounts];
    var pairs = new int[accounts];
    for (int account = 0; account < accounts; account++) {
      if (!seen[account] && neighbours[account].length > 0) {
        split(component(account, neighbours, seen), neighbours, pairs);
      }
    }
  }

  /**
   * @param least the evidence from which a pair counts
   * @param kinds lockstep in likes, comments and so on; a pair in any of them counts
   */
  static Rings of(int accounts, double least, List<Lockstep> kinds) {
    return new Rings(neighbours(accounts, least, kinds));
  }

  /** Two rings may hang together by a single pair, so what is left of a component may have more. */
  private void split(int[] component, int[][] neighbours, int[] pairs) {
    var left = component;
    while (left.length >= FEWEST_MEMBERS) {
      var densest = densest(left, neighbours, pairs);
      if (densest.length < FEWEST_MEMBERS) {
        return;
      }
      for (int member : densest) {
        ring[member] = count;
      }
      count++;
      left = Arrays.stream(left).filter(account -> ring[account] == NONE).toArray();
    }
  }

  /** The account's ring, a number from 0 on, or {@link #NONE}. */
  int of(int account) {
    return ring[account];
  }

  int count() {
    return count;
  }

  private static int[][] neighbours(int accounts, double least, List<Lockstep> kinds) {
    var neighbours = new int[accounts][];
    var sizes = new int[accounts];
    for (int account = 0; account < accounts; account++) {
      neighbours[account] = new int[0];
    }
    for (var kind : kinds) {
      for (int account = 0; account < accounts; account++) {
        for (int each = 0; each < kind.partners(account).length; each++) {
          if (kind.evidence(account)[each] >= least) {
            int partner = kind.partners(account)[each];
            add(neighbours, sizes, account, partner);
            add(neighbours, sizes, partner, account);
          }
        }
      }
    }
    for (int account = 0; account < accounts; account++) {
      neighbours[account] =
          Arrays.stream(neighbours[account], 0, sizes[account]).sorted().distinct().toArray();
    }
    return neighbours;
  }

  private static void add(int[][] neighbours, int[] sizes, int from, int to) {
    if (sizes[from] == neighbours[from].length) {
      neighbours[from] = Arrays.copyOf(neighbours[from], 2 * sizes[from] + 4);
    }
    neighbours[from][sizes[from]++] = to;
  }

  private static int[] component(int start, int[][] neighbours, boolean[] seen) {
    var members = new int[16];
    int size = 0;
    var open = new ArrayDeque<Integer>();
    open.add(start);
    seen[start] = true;
    while (!open.isEmpty()) {
      int account = open.remove();
      if (size == members.length) {
        members = Arrays.copyOf(members, 2 * size);
      }
      members[size++] = account;
      for (int neighbour : neighbours[account]) {
        if (!seen[neighbour]) {
          seen[neighbour] = true;
          open.add(neighbour);
        }
      }
    }
    return Arrays.copyOf(members, size);
  }

  private record Degree(int account, int pairs) {}

  private int[] densest(int[] members, int[][] neighbours, int[] pairs) {
    var queue =
        new PriorityQueue<Degree>(
            (one, other) ->
                one.pairs != other.pairs
                    ? Integer.compare(one.pairs, other.pairs)
                    : Integer.compare(one.account, other.account));
    long left = 0;
    for (int member : members) {
      pairs[member] = 0;
      for (int neighbour : neighbours[member]) {
        if (ring[neighbour] == NONE) {
          pairs[member]++;
        }
      }
      left += pairs[member];
      queue.add(new Degree(member, pairs[member]));
    }
    left /= 2;
    var order = new int[members.length];
    int best = 0;
    double density = surplus(left, members.length);
    for (int gone = 0; gone < members.length; ) {
      var least = queue.remove();
      if (pairs[least.account] != least.pairs) {
        continue;
      }
      pairs[least.account] = TAKEN;
      order[gone++] = least.account;
      left -= least.pairs;
      for (int neighbour : neighbours[least.account]) {
        if (pairs[neighbour] != TAKEN) {
          queue.add(new Degree(neighbour, --pairs[neighbour]));
        }
      }
      if (surplus(left, members.length - gone) > density) {
        density = surplus(left, members.length - gone);
        best = gone;
      }
    }
    return Arrays.copyOfRange(order, best, members.length);
  }

  private static double surplus(long pairs, int members) {
    return pairs - ORDINARY_SHARE * members * (members - 1) / 2;
  }
}
