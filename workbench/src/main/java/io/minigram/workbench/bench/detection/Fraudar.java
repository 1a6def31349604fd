package io.minigram.workbench.bench.detection;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * FRAUDAR (Hooi et al., KDD 2016), for comparison: the densest block of a bipartite graph of users
 * and photos, where an edge to a photo with d likes weighs {@code 1 / ln(d + 5)}. The block is
 * found by peeling: take away the user or photo with the least weight, again and again, and keep
 * what had the most weight a node.
 */
final class Fraudar {

  private static final double DEGREE_OFFSET = 5;

  private final double[] rank;
  private final boolean[] inBlock;

  private record Node(int number, double weight) {}

  /**
   * @param likes who liked what; a pair that repeats counts once
   */
  Fraudar(int users, int photos, Actions likes) {
    this.rank = new double[users];
    this.inBlock = new boolean[users];
    var edges = distinct(users, photos, likes);
    var starts = new int[users + photos + 1];
    for (long edge : edges) {
      starts[(int) (edge / photos) + 1]++;
      starts[users + (int) (edge % photos) + 1]++;
    }
    for (int node = 0; node < users + photos; node++) {
      starts[node + 1] += starts[node];
    }
    var next = starts.clone();
    var neighbours = new int[2 * edges.length];
    for (long edge : edges) {
      int user = (int) (edge / photos);
      int photo = users + (int) (edge % photos);
      neighbours[next[user]++] = photo;
      neighbours[next[photo]++] = user;
    }
    peel(users, photos, starts, neighbours);
  }

  private static long[] distinct(int users, int photos, Actions likes) {
    var edges = new long[likes.size()];
    for (int like = 0; like < edges.length; like++) {
      edges[like] = (long) likes.actor(like) * photos + likes.target(like);
    }
    return Arrays.stream(edges).sorted().distinct().toArray();
  }

  private void peel(int users, int photos, int[] starts, int[] neighbours) {
    int nodes = users + photos;
    var photoWeight = new double[nodes];
    for (int photo = users; photo < nodes; photo++) {
      photoWeight[photo] = 1 / Math.log(starts[photo + 1] - starts[photo] + DEGREE_OFFSET);
    }
    var weight = new double[nodes];
    double total = 0;
    for (int user = 0; user < users; user++) {
      for (int edge = starts[user]; edge < starts[user + 1]; edge++) {
        int photo = neighbours[edge];
        weight[user] += photoWeight[photo];
        weight[photo] += photoWeight[photo];
        total += photoWeight[photo];
      }
    }
    var queue = new PriorityQueue<Node>((one, other) -> Double.compare(one.weight, other.weight));
    for (int node = 0; node < nodes; node++) {
      queue.add(new Node(node, weight[node]));
    }
    var gone = new boolean[nodes];
    var order = new int[nodes];
    double best = total / nodes;
    int bestFrom = 0;
    for (int removed = 0; removed < nodes; ) {
      var least = queue.remove();
      int node = least.number;
      if (gone[node] || least.weight != weight[node]) {
        continue;
      }
      gone[node] = true;
      order[removed++] = node;
      total -= weight[node];
      for (int edge = starts[node]; edge < starts[node + 1]; edge++) {
        int other = neighbours[edge];
        if (!gone[other]) {
          weight[other] -= photoWeight[Math.max(node, other)];
          queue.add(new Node(other, weight[other]));
        }
      }
      if (removed < nodes && total / (nodes - removed) > best) {
        best = total / (nodes - removed);
        bestFrom = removed;
      }
    }
    for (int place = 0; place < nodes; place++) {
      if (order[place] < users) {
        rank[order[place]] = (place + 1.0) / nodes;
        inBlock[order[place]] = place >= bestFrom;
      }
    }
  }

  /** How late the user was taken away, above 0 and at most 1: later is more suspicious. */
  double rank(int user) {
    return rank[user];
  }

  /** Whether the user is in the densest block. */
  boolean isInBlock(int user) {
    return inBlock[user];
  }
}
