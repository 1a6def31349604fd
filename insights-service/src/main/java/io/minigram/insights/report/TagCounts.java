package io.minigram.insights.report;

import io.minigram.insights.content.TagUse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How often each tag name is used by a smaller and a larger group of photos.
 *
 * @param first in the smaller group
 * @param second in the larger group
 */
record TagCounts(Map<String, Long> first, Map<String, Long> second) {

  /** Tags from which less is expected are taken together, since they tell little alone. */
  private static final double LEAST_EXPECTED = 1;

  /** Two groups of photos that have none in common. */
  static TagCounts of(List<TagUse> first, List<TagUse> second) {
    return new TagCounts(byName(first), byName(second));
  }

  /** Some photos, and all others. */
  static TagCounts ofPart(List<TagUse> part, List<TagUse> all) {
    var counted = byName(part);
    var rest = new HashMap<>(byName(all));
    counted.forEach((name, uses) -> rest.merge(name, -uses, Long::sum));
    return new TagCounts(counted, rest);
  }

  private static Map<String, Long> byName(List<TagUse> uses) {
    return uses.stream().collect(Collectors.toMap(TagUse::name, TagUse::uses));
  }

  /** Whether the groups use tags in the same proportions; null with too few uses. */
  StatisticalTest test() {
    long ofFirst = sum(first);
    double share = (double) ofFirst / Math.max(1, ofFirst + sum(second));
    var firstCells = new ArrayList<Long>();
    var secondCells = new ArrayList<Long>();
    long firstRest = 0;
    long secondRest = 0;
    for (var tag : both().entrySet()) {
      long inFirst = first.getOrDefault(tag.getKey(), 0L);
      long inSecond = tag.getValue() - inFirst;
      if (share * tag.getValue() >= LEAST_EXPECTED) {
        firstCells.add(inFirst);
        secondCells.add(inSecond);
      } else {
        firstRest += inFirst;
        secondRest += inSecond;
      }
    }
    if (firstRest + secondRest > 0) {
      firstCells.add(firstRest);
      secondCells.add(secondRest);
    }
    return StatisticalTest.homogeneity(
        firstCells.stream().mapToLong(Long::longValue).toArray(),
        secondCells.stream().mapToLong(Long::longValue).toArray());
  }

  /** Uses of each tag that is used, in both groups together, by name. */
  private Map<String, Long> both() {
    var both = new TreeMap<>(first);
    second.forEach((name, uses) -> both.merge(name, uses, Long::sum));
    both.values().removeIf(uses -> uses == 0);
    return both;
  }

  private static long sum(Map<String, Long> uses) {
    return uses.values().stream().mapToLong(Long::longValue).sum();
  }
}
