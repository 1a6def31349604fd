package io.minigram.botdetector.scoring.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Scores a network: measures all signals, and lets a model add them up. */
public final class Detector {

  private final Model model;
  private final LockstepParameters lockstep;
  private final double ringEvidence;

  /**
   * @param ringEvidence the evidence, in nats, from which a pair of accounts counts for rings
   */
  public Detector(Model model, LockstepParameters lockstep, double ringEvidence) {
    this.model = model;
    this.lockstep = lockstep;
    this.ringEvidence = ringEvidence;
  }

  /**
   * @param settings those of {@link Model#of} and {@link LockstepParameters#of}, and {@code
   *     ring.evidence}
   * @throws IllegalArgumentException if one is missing or out of its range
   */
  public static Detector of(Map<String, String> settings) {
    var evidence = settings.get("ring.evidence");
    if (evidence == null) {
      throw new IllegalArgumentException("The model has no ring.evidence");
    }
    return new Detector(
        Model.of(settings), LockstepParameters.of(settings), Double.parseDouble(evidence));
  }

  /** Measures everything in the network; computing takes all processors. */
  public Detection detect(Network network) {
    var everyone = IntStream.range(0, network.accounts()).toArray();
    var lockstepOf = new LinkedHashMap<String, Lockstep>();
    lockstepOf.put(
        "LIKE_LOCKSTEP",
        new Lockstep(
            network.likes(),
            network.owners(),
            network.follows(),
            network.registered(),
            lockstep,
            "Liked"));
    lockstepOf.put(
        "COMMENT_LOCKSTEP",
        new Lockstep(
            network.comments(),
            network.owners(),
            network.follows(),
            network.registered(),
            lockstep,
            "Commented"));
    lockstepOf.put(
        "FOLLOW_LOCKSTEP",
        new Lockstep(
            network.follows(), everyone, null, network.registered(), lockstep, "Followed others"));
    var measurements = new LinkedHashMap<String, Measurement>();
    measurements.put(LikedPhotos.NAME, new LikedPhotos(network));
    measurements.putAll(lockstepOf);
    measurements.put(Bursts.NAME, new Bursts(network));
    measurements.put(Nights.NAME, new Nights(network));
    measurements.put(Wordings.NAME, new Wordings(network));
    var rings = Rings.of(network.accounts(), ringEvidence, List.copyOf(lockstepOf.values()));
    return new Detection(network, model, measurements, lockstepOf, rings);
  }
}
