package io.minigram.botdetector.scoring.network;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Scores a network: measures all signals, and lets a model add them up. */
public final class Detector {

  private final Model model;
  private final LockstepParameters lockstep;
  private final double leastEvidence;

  /**
   * @param leastEvidence the evidence, in nats, from which a pair of accounts counts for rings
   */
  public Detector(Model model, LockstepParameters lockstep, double leastEvidence) {
    this.model = model;
    this.lockstep = lockstep;
    this.leastEvidence = leastEvidence;
  }

  /** Hands over a finding for each account, in the order of accounts. */
  public void score(Network network, Consumer<Finding> findings) {
    int accounts = network.accounts();
    var everyone = IntStream.range(0, accounts).toArray();
    var likes =
        new Lockstep(
            network.likes(),
            network.owners(),
            network.follows(),
            network.registered(),
            lockstep,
            "Liked");
    var comments =
        new Lockstep(
            network.comments(),
            network.owners(),
            network.follows(),
            network.registered(),
            lockstep,
            "Commented");
    var follows =
        new Lockstep(
            network.follows(), everyone, null, network.registered(), lockstep, "Followed others");
    var measurements = new LinkedHashMap<String, Measurement>();
    measurements.put(LikedPhotos.NAME, new LikedPhotos(network));
    measurements.put("LIKE_LOCKSTEP", likes);
    measurements.put("COMMENT_LOCKSTEP", comments);
    measurements.put("FOLLOW_LOCKSTEP", follows);
    measurements.put(Bursts.NAME, new Bursts(network));
    measurements.put(Nights.NAME, new Nights(network));
    measurements.put(Wordings.NAME, new Wordings(network));
    measurements.put(Staleness.NAME, new Staleness(network));
    measurements.put(Strangers.NAME, new Strangers(network));
    measurements.put(Concentration.NAME, new Concentration(network));
    measurements.put(Churn.NAME, new Churn(network));
    measurements.put(Profiles.NAME, new Profiles(network));
    var rings = Rings.of(accounts, leastEvidence, likes, comments, follows);
    for (int account = 0; account < accounts; account++) {
      findings.accept(finding(account, measurements, rings));
    }
  }

  private Finding finding(int account, Map<String, Measurement> measurements, Rings rings) {
    var values = new LinkedHashMap<String, Double>();
    measurements.forEach((signal, measurement) -> values.put(signal, measurement.value(account)));
    var parts = model.parts(values);
    var reasons =
        parts.stream().map(part -> measurements.get(part.signal()).sentence(account)).toList();
    int ring = rings.of(account);
    return new Finding(
        account,
        model.probability(parts),
        reasons,
        ring == Rings.NONE ? OptionalInt.empty() : OptionalInt.of(ring),
        values);
  }
}
