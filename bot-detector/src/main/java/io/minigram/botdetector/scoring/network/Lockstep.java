package io.minigram.botdetector.scoring.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Who acts together: on the same targets, within the same windows of time, again and again; after
 * SynchroTrap (Cao et al., CCS 2014) and CopyCatch (Beutel et al., WWW 2013).
 *
 * <p>Each account is looked at by itself, so accounts can be scored apart and side by side. For
 * each of its events the neighbours in time on the same target are met. With a partner v, at one
 * time scale, an account has met
 *
 * <pre>  count = sum over owners of (w1 + w2/2 + w3/3 + ...), less the owner that brought most
 * </pre>
 *
 * times, where w is an event's weight: 1, or less on a popular target, on what a followed owner
 * posted and while the account is new. So one coincidence, or one shared idol, is none. By chance
 * it would have met v
 *
 * <pre>  expected = (sum of w over all it has met) x (share of v in all events)</pre>
 *
 * times. How surprising the count is, at the time scale at which it is most, is its {@link
 * Surprise}. The evidence for the j-th most surprising partner is
 *
 * <pre>  evidence = surprise - ln(accounts / j)</pre>
 *
 * since chance alone gives j of the accounts such a surprise. The value of an account is the
 * largest evidence for its third partner or a later one ({@link LockstepParameters#partners}): two
 * friends are no ring.
 *
 * <p>Cost: events x neighbours met, at most twice {@link LockstepParameters#mostNeighbours} each.
 */
final class Lockstep implements Measurement {

  private static final int CHUNKS_A_PROCESSOR = 4;

  private final Events events;
  private final int[] owners;
  private final Events follows;
  private final int[] registered;
  private final LockstepParameters parameters;
  private final String verb;
  private final float[] weights;
  private final double[] value;
  private final int[] scale;
  private final int[] partnerCount;
  private final int[][] partners;
  private final float[][] evidence;

  /**
   * @param events whose neighbours are met
   * @param owners the owner of each target; events on one owner's targets count less and less
   * @param follows of whom an account expects news; null if that explains nothing
   * @param registered when each account registered
   * @param verb what the events are, in the past tense, for sentences
   */
  Lockstep(
      Events events,
      int[] owners,
      Events follows,
      int[] registered,
      LockstepParameters parameters,
      String verb) {
    this.events = events;
    this.owners = owners;
    this.follows = follows;
    this.registered = registered;
    int accounts = registered.length;
    this.parameters = parameters;
    this.verb = verb;
    this.weights = weights(events, parameters.popular());
    this.value = new double[accounts];
    this.scale = new int[accounts];
    this.partnerCount = new int[accounts];
    this.partners = new int[accounts][];
    this.evidence = new float[accounts][];
    int chunks = CHUNKS_A_PROCESSOR * Runtime.getRuntime().availableProcessors();
    IntStream.range(0, chunks)
        .parallel()
        .forEach(
            chunk -> {
              var view = new View(accounts);
              for (int account = chunk; account < accounts; account += chunks) {
                view.lookAt(account);
              }
            });
  }

  private static float[] weights(Events events, double popular) {
    var weights = new float[events.allTargets()];
    double full = popular * events.size() / Math.max(1, events.allTargets());
    for (int target = 0; target < weights.length; target++) {
      weights[target] = (float) Math.min(1, full / Math.max(1, events.countOn(target)));
    }
    return weights;
  }

  @Override
  public double value(int account) {
    return value[account];
  }

  @Override
  public String sentence(int account) {
    return String.format(
        Locale.ROOT,
        "%s %,d times within %s of the same %,d accounts.",
        verb,
        together(account),
        duration(parameters.windows().get(scale[account])),
        partnerCount[account]);
  }

  /** The strongest partners, the strongest first; those with any evidence, but not too many. */
  int[] partners(int account) {
    return partners[account];
  }

  /** The evidence for each of {@link #partners}. */
  float[] evidence(int account) {
    return evidence[account];
  }

  /** How many events of the account lie near one of its partners'. */
  int together(int account) {
    return met(account).size();
  }

  /** The strongest partners, the strongest first. */
  List<Evidence.Partner> strongest(int account, int most) {
    return IntStream.range(0, Math.min(most, partners[account].length))
        .mapToObj(place -> new Evidence.Partner(partners[account][place], evidence[account][place]))
        .toList();
  }

  /** What the account did near most of its partners; the most first, then the earliest. */
  List<Evidence.Action> actions(int account, int most) {
    return met(account).stream()
        .sorted(
            Comparator.comparingInt(Evidence.Action::partners)
                .reversed()
                .thenComparingInt(Evidence.Action::second)
                .thenComparingInt(Evidence.Action::target))
        .limit(most)
        .toList();
  }

  /** The events of the account that lie near one of its partners', in the order of targets. */
  private List<Evidence.Action> met(int account) {
    var sorted = partners[account].clone();
    Arrays.sort(sorted);
    int window = parameters.windows().get(scale[account]);
    var met = new ArrayList<Evidence.Action>();
    for (int number = 0; number < events.countOf(account); number++) {
      int place = events.placeOf(account, number);
      int partnersMet = meets(place, -1, window, sorted) + meets(place, 1, window, sorted);
      if (partnersMet > 0) {
        met.add(new Evidence.Action(events.targetAt(place), events.secondAt(place), partnersMet));
      }
    }
    return met;
  }

  /** A partner has at most one event on a target, so no partner counts twice. */
  private int meets(int place, int step, int window, int[] sorted) {
    int meets = 0;
    int last = lastPlace(events.targetAt(place), place, step);
    for (int other = place; other != last; ) {
      other += step;
      if (Math.abs(events.secondAt(other) - events.secondAt(place)) > window) {
        return meets;
      }
      if (Arrays.binarySearch(sorted, events.actorAt(other)) >= 0) {
        meets++;
      }
    }
    return meets;
  }

  private int lastPlace(int target, int place, int step) {
    return step < 0
        ? Math.max(events.firstPlaceOn(target), place - parameters.mostNeighbours())
        : Math.min(events.firstPlaceOn(target + 1) - 1, place + parameters.mostNeighbours());
  }

  private static String duration(int seconds) {
    int minutes = seconds / 60;
    int hours = minutes / 60;
    int days = hours / 24;
    if (days > 1) {
      return days + " days";
    }
    return hours > 1 ? hours + " hours" : minutes + " minutes";
  }

  /** What is remembered while one account is looked at; used for one after the other. */
  private final class View {

    private final int scales = parameters.windows().size();
    private final int[] windows =
        parameters.windows().stream().mapToInt(Integer::intValue).toArray();
    private final int widest = windows[scales - 1];
    private final double[] slots = new double[scales];
    private final int[] met;
    private int metSize;
    private final boolean[] isMet;
    private final int[] lastOwner;
    // by scale, then partner
    private final float[][] sum;
    private final float[][] ofOwner;
    private final float[][] mostOfOwner;
    private final int[][] timesOfOwner;
    private final boolean[] followed;

    View(int accounts) {
      met = new int[accounts];
      isMet = new boolean[accounts];
      lastOwner = new int[accounts];
      sum = new float[scales][accounts];
      ofOwner = new float[scales][accounts];
      mostOfOwner = new float[scales][accounts];
      timesOfOwner = new int[scales][accounts];
      followed = new boolean[follows == null ? 0 : accounts];
    }

    void lookAt(int account) {
      markFollowed(account, true);
      for (int number = 0; number < events.countOf(account); number++) {
        meetNeighbours(events.placeOf(account, number), registered[account]);
      }
      judge(account);
      markFollowed(account, false);
      forget();
    }

    private void markFollowed(int account, boolean mark) {
      if (follows != null) {
        for (int number = 0; number < follows.countOf(account); number++) {
          followed[follows.targetAt(follows.placeOf(account, number))] = mark;
        }
      }
    }

    private void meetNeighbours(int place, int start) {
      int target = events.targetAt(place);
      int owner = owners[target];
      int second = events.secondAt(place);
      float weight = weights[target];
      if (follows != null && followed[owner] || second - start < parameters.newFor()) {
        weight *= (float) parameters.explainedWeight();
      }
      int first = lastPlace(target, place, -1);
      for (int other = place - 1; other >= first; other--) {
        int apart = second - events.secondAt(other);
        if (apart > widest) {
          break;
        }
        meet(events.actorAt(other), owner, apart, weight);
      }
      int last = lastPlace(target, place, 1);
      for (int other = place + 1; other <= last; other++) {
        int apart = events.secondAt(other) - second;
        if (apart > widest) {
          break;
        }
        meet(events.actorAt(other), owner, apart, weight);
      }
    }

    private void meet(int partner, int owner, int apart, float weight) {
      if (!isMet[partner]) {
        isMet[partner] = true;
        met[metSize++] = partner;
        lastOwner[partner] = owner;
      } else if (lastOwner[partner] != owner) {
        lastOwner[partner] = owner;
        for (int scale = 0; scale < scales; scale++) {
          ofOwner[scale][partner] = 0;
          timesOfOwner[scale][partner] = 0;
        }
      }
      for (int scale = scales - 1; scale >= 0 && apart <= windows[scale]; scale--) {
        slots[scale] += weight;
        float amount = weight / ++timesOfOwner[scale][partner];
        sum[scale][partner] += amount;
        ofOwner[scale][partner] += amount;
        if (ofOwner[scale][partner] > mostOfOwner[scale][partner]) {
          mostOfOwner[scale][partner] = ofOwner[scale][partner];
        }
      }
    }

    private void judge(int account) {
      var found = new long[metSize];
      int size = 0;
      for (int each = 0; each < metSize; each++) {
        float most = (float) surprise(met[each], bestScale(met[each]));
        if (most > 0) {
          // Positive floats are in the order of their bits; the most surprising partner goes first.
          found[size++] = (long) -Float.floatToIntBits(most) << Integer.SIZE | met[each];
        }
      }
      Arrays.sort(found, 0, size);
      int together = 0;
      for (int place = 0; place < size; place++) {
        double evidence = evidence(found, place);
        if (evidence > 0) {
          together = place + 1;
          if (together >= parameters.partners() && evidence > value[account]) {
            value[account] = evidence;
            scale[account] = bestScale((int) found[place]);
          }
        }
      }
      int kept = Math.min(together, parameters.mostPartners());
      partnerCount[account] = together;
      partners[account] = new int[kept];
      evidence[account] = new float[kept];
      for (int place = 0; place < kept; place++) {
        partners[account][place] = (int) found[place];
        evidence[account][place] = (float) evidence(found, place);
      }
    }

    private double evidence(long[] found, int place) {
      float surprise = Float.intBitsToFloat(-(int) (found[place] >> Integer.SIZE));
      return surprise - Math.log(value.length / (place + 1.0));
    }

    /** The time scale at which the partner's count is the most surprising. */
    private int bestScale(int partner) {
      int best = 0;
      for (int scale = 1; scale < scales; scale++) {
        if (surprise(partner, scale) > surprise(partner, best)) {
          best = scale;
        }
      }
      return best;
    }

    private double surprise(int partner, int scale) {
      double share = (double) events.countOf(partner) / events.size();
      double count = sum[scale][partner] - mostOfOwner[scale][partner];
      return Surprise.of(count, slots[scale] * share);
    }

    private void forget() {
      Arrays.fill(slots, 0);
      for (int each = 0; each < metSize; each++) {
        int partner = met[each];
        isMet[partner] = false;
        for (int scale = 0; scale < scales; scale++) {
          sum[scale][partner] = 0;
          ofOwner[scale][partner] = 0;
          mostOfOwner[scale][partner] = 0;
          timesOfOwner[scale][partner] = 0;
        }
      }
      metSize = 0;
    }
  }
}
