package io.minigram.botdetector.scoring;

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
 * times, where w is an event's weight: 1, or less on a popular target (0 on a crowded one), on what
 * a followed owner posted and while the account is new. So one coincidence, or one shared idol, is
 * none. By chance it would have met v
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

  /** A target with at most so many events is not crowded, however few others have. */
  private static final int NO_CROWD = 1_024;

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
    this.weights = weights(events, parameters);
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

  /** Of each target; 0 where nobody is met. */
  private static float[] weights(Events events, LockstepParameters parameters) {
    var weights = new float[events.allTargets()];
    double mean = (double) events.size() / Math.max(1, events.allTargets());
    double crowd = Math.max(NO_CROWD, parameters.crowded() * mean);
    for (int target = 0; target < weights.length; target++) {
      int count = events.countOn(target);
      if (count > 0 && count <= crowd) {
        weights[target] = (float) Math.min(1, parameters.popular() * mean / count);
      }
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
      int partnersMet =
          weights[events.targetAt(place)] > 0
              ? meets(place, -1, window, sorted) + meets(place, 1, window, sorted)
              : 0;
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

  /**
   * What is remembered while one account is looked at; used for one after the other. What is
   * remembered of a partner lies together, and partners lie in the order in which they were met:
   * most of the time goes into looking these places up, and few of them are needed at a time.
   */
  private final class View {

    private static final int SUM = 0;
    private static final int OF_OWNER = 1;
    private static final int MOST_OF_OWNER = 2;
    private static final int TIMES_OF_OWNER = 3;
    private static final int COLUMNS = 4;

    private final int scales = parameters.windows().size();
    private final int[] windows =
        parameters.windows().stream().mapToInt(Integer::intValue).toArray();
    private final int widest = windows[scales - 1];
    private final int width = COLUMNS * scales;
    private final double[] slots = new double[scales];
    // of each account, 1 more than its number among those met; 0 if it was not met
    private final int[] numberOf;
    private final boolean[] followed;
    // by number
    private int metSize;
    private int[] met = new int[64];
    private int[] lastOwner = new int[64];
    // by number, then scale, then column
    private float[] sums = new float[64 * width];

    View(int accounts) {
      numberOf = new int[accounts];
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
      float weight = weights[target];
      if (weight == 0) {
        return;
      }
      int second = events.secondAt(place);
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
      int number = numberOf[partner] - 1;
      if (number < 0) {
        number = meetFirst(partner);
        lastOwner[number] = owner;
      } else if (lastOwner[number] != owner) {
        lastOwner[number] = owner;
        for (int at = number * width; at < (number + 1) * width; at += COLUMNS) {
          sums[at + OF_OWNER] = 0;
          sums[at + TIMES_OF_OWNER] = 0;
        }
      }
      for (int scale = scales - 1; scale >= 0 && apart <= windows[scale]; scale--) {
        slots[scale] += weight;
        int at = number * width + scale * COLUMNS;
        float amount = weight / ++sums[at + TIMES_OF_OWNER];
        sums[at + SUM] += amount;
        float ofOwner = sums[at + OF_OWNER] + amount;
        sums[at + OF_OWNER] = ofOwner;
        if (ofOwner > sums[at + MOST_OF_OWNER]) {
          sums[at + MOST_OF_OWNER] = ofOwner;
        }
      }
    }

    private int meetFirst(int partner) {
      if (metSize == met.length) {
        met = Arrays.copyOf(met, 2 * metSize);
        lastOwner = Arrays.copyOf(lastOwner, 2 * metSize);
        sums = Arrays.copyOf(sums, 2 * metSize * width);
      }
      met[metSize] = partner;
      Arrays.fill(sums, metSize * width, (metSize + 1) * width, 0);
      numberOf[partner] = metSize + 1;
      return metSize++;
    }

    private void judge(int account) {
      var found = new long[metSize];
      int size = 0;
      for (int number = 0; number < metSize; number++) {
        float most = (float) surprise(number, bestScale(number));
        if (most > 0) {
          // Positive floats are in the order of their bits; the most surprising partner goes first.
          found[size++] = (long) -Float.floatToIntBits(most) << Integer.SIZE | met[number];
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
            scale[account] = bestScale(numberOf[(int) found[place]] - 1);
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
    private int bestScale(int number) {
      int best = 0;
      double most = surprise(number, best);
      for (int scale = 1; scale < scales; scale++) {
        double surprise = surprise(number, scale);
        if (surprise > most) {
          best = scale;
          most = surprise;
        }
      }
      return best;
    }

    private double surprise(int number, int scale) {
      int at = number * width + scale * COLUMNS;
      float count = sums[at + SUM] - sums[at + MOST_OF_OWNER];
      if (count <= 0) {
        return 0;
      }
      double share = (double) events.countOf(met[number]) / events.size();
      return Surprise.of(count, slots[scale] * share);
    }

    private void forget() {
      Arrays.fill(slots, 0);
      for (int number = 0; number < metSize; number++) {
        numberOf[met[number]] = 0;
      }
      metSize = 0;
    }
  }
}
