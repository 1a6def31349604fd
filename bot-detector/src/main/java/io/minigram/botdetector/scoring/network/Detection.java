package io.minigram.botdetector.scoring.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What was found in a network. Findings are made when they are asked for. */
public final class Detection {

  private static final int MOST_PARTNERS = 10;
  private static final int MOST_ACTIONS = 20;

  private final Network network;
  private final Model model;
  private final Map<String, Measurement> measurements;
  private final Map<String, Lockstep> lockstepOf;
  private final Rings rings;

  Detection(
      Network network,
      Model model,
      Map<String, Measurement> measurements,
      Map<String, Lockstep> lockstepOf,
      Rings rings) {
    this.network = network;
    this.model = model;
    this.measurements = measurements;
    this.lockstepOf = lockstepOf;
    this.rings = rings;
  }

  public int accounts() {
    return network.accounts();
  }

  /** The account's score, and what it is made of. */
  public Finding finding(int account) {
    var values = new LinkedHashMap<String, Double>();
    measurements.forEach((signal, measurement) -> values.put(signal, measurement.value(account)));
    var parts = model.parts(values);
    var contributions =
        parts.stream()
            .map(
                part ->
                    new Contribution(
                        part.signal(),
                        values.get(part.signal()),
                        part.amount(),
                        measurements.get(part.signal()).sentence(account)))
            .toList();
    int ring = rings.of(account);
    return new Finding(
        account,
        model.probability(parts),
        contributions,
        ring == Rings.NONE ? OptionalInt.empty() : OptionalInt.of(ring),
        values);
  }

  /** With whom the account acted together, for each kind of lockstep in which it did. */
  public List<Evidence> evidence(int account) {
    var evidence = new ArrayList<Evidence>();
    lockstepOf.forEach(
        (signal, lockstep) -> {
          if (lockstep.value(account) > 0) {
            evidence.add(
                new Evidence(
                    signal,
                    lockstep.strongest(account, MOST_PARTNERS),
                    lockstep.actions(account, MOST_ACTIONS)));
          }
        });
    return evidence;
  }

  /** The rings, in the order of their numbers. */
  public List<Ring> rings() {
    return RingReport.of(network, rings);
  }
}
