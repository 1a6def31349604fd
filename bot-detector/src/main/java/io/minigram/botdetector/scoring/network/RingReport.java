package io.minigram.botdetector.scoring.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What rings did together, and on whom it fell. Cost: the members' events, and the photos of the
 * owners on whom they fell.
 */
final class RingReport {

  private static final int MOST_BOOSTED = 20;

  /** The normal distribution's 95th percentile. */
  private static final double Z = 1.6448536269514722;

  private final Network network;
  private final List<Integer> members;
  private final Map<Integer, Tally> tallies = new HashMap<>();
  private int photos;
  private int follows;
  private int first = Integer.MAX_VALUE;
  private int last = Integer.MIN_VALUE;

  private static final class Tally {
    private int photos;
    private int fromRing;
    private boolean shared;
  }

  private RingReport(Network network, List<Integer> members) {
    this.network = network;
    this.members = members;
  }

  static List<Ring> of(Network network, Rings rings) {
    var members = new ArrayList<List<Integer>>();
    for (int ring = 0; ring < rings.count(); ring++) {
      members.add(new ArrayList<>());
    }
    for (int account = 0; account < network.accounts(); account++) {
      if (rings.of(account) != Rings.NONE) {
        members.get(rings.of(account)).add(account);
      }
    }
    return members.stream().map(each -> new RingReport(network, each).ring()).toList();
  }

  private Ring ring() {
    var onPhotos = new HashMap<Integer, Integer>();
    count(network.likes(), onPhotos);
    var commented = new HashMap<Integer, Integer>();
    count(network.comments(), commented);
    var followed = new HashMap<Integer, Integer>();
    count(network.follows(), followed);
    onPhotos.forEach((photo, times) -> tally(network.owners()[photo]).fromRing += times);
    commented.forEach((photo, times) -> tally(network.owners()[photo]).fromRing += times);
    followed.forEach((owner, times) -> tally(owner).fromRing += times);
    onPhotos.forEach((photo, times) -> sharePhoto(photo, times));
    commented.forEach(
        (photo, times) -> {
          if (onPhotos.getOrDefault(photo, 0) < 2) {
            sharePhoto(photo, times);
          }
        });
    followed.forEach(
        (owner, times) -> {
          if (times > 1) {
            tally(owner).shared = true;
            follows++;
          }
        });
    span(network.likes(), onPhotos);
    span(network.comments(), commented);
    span(network.follows(), followed);
    return new Ring(members, photos, follows, first, last, boosted());
  }

  private Tally tally(int owner) {
    return tallies.computeIfAbsent(owner, none -> new Tally());
  }

  private void count(Events events, Map<Integer, Integer> times) {
    for (int member : members) {
      for (int number = 0; number < events.countOf(member); number++) {
        times.merge(events.targetAt(events.placeOf(member, number)), 1, Integer::sum);
      }
    }
  }

  private void sharePhoto(int photo, int times) {
    if (times > 1) {
      var tally = tally(network.owners()[photo]);
      tally.shared = true;
      tally.photos++;
      photos++;
    }
  }

  private void span(Events events, Map<Integer, Integer> times) {
    for (int member : members) {
      for (int number = 0; number < events.countOf(member); number++) {
        int place = events.placeOf(member, number);
        if (times.get(events.targetAt(place)) > 1) {
          first = Math.min(first, events.secondAt(place));
          last = Math.max(last, events.secondAt(place));
        }
      }
    }
  }

  private List<Ring.Boosted> boosted() {
    return tallies.entrySet().stream()
        .filter(entry -> entry.getValue().shared)
        .map(
            entry -> {
              int owner = entry.getKey();
              var tally = entry.getValue();
              int all = received(owner);
              return new Ring.Boosted(
                  owner, tally.photos, tally.fromRing, all, atLeast(tally.fromRing, all));
            })
        .sorted(
            Comparator.comparingInt(Ring.Boosted::fromRing)
                .reversed()
                .thenComparingInt(Ring.Boosted::owner))
        .limit(MOST_BOOSTED)
        .toList();
  }

  private int received(int owner) {
    int received = network.follows().countOn(owner);
    for (int photo = network.firstPhotoOf(owner);
        photo < network.photos() && network.owners()[photo] == owner;
        photo++) {
      received += network.likes().countOn(photo) + network.comments().countOn(photo);
    }
    return received;
  }

  /** Wilson (1927): the lower end of the score interval of a share. */
  static double atLeast(int some, int all) {
    if (all == 0) {
      return 0;
    }
    double share = (double) some / all;
    double square = Z * Z / all;
    return Math.max(
        0,
        (share + square / 2 - Z * Math.sqrt(share * (1 - share) / all + square / 4 / all))
            / (1 + square));
  }
}
