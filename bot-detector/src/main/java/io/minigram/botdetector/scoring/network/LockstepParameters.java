package io.minigram.botdetector.scoring.network;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How closely accounts must act to act together.
 *
 * @param windows time scales: two events that lie at most so many seconds apart meet; ascending
 * @param mostNeighbours how many events before, and how many after, one event are looked at; bounds
 *     the work on crowded targets
 * @param popular a target with more than this many times the mean number of events counts less, by
 *     as many times as it has more
 * @param explainedWeight what an event counts that has another explanation: on something of a
 *     followed owner, or by an account that is new; from 0 to 1
 * @param newFor for how many seconds an account is new: people who register on the same day are
 *     shown the same things
 * @param partners how many accounts must have acted together with an account
 * @param mostPartners how many partners of each account are kept for finding rings
 */
public record LockstepParameters(
    List<Integer> windows,
    int mostNeighbours,
    double popular,
    double explainedWeight,
    int newFor,
    int partners,
    int mostPartners) {

  public LockstepParameters {
    windows = List.copyOf(windows);
    if (windows.isEmpty() || !windows.equals(windows.stream().sorted().distinct().toList())) {
      throw new IllegalArgumentException("windows must ascend: " + windows);
    }
    if (mostNeighbours < 1 || partners < 1 || mostPartners < partners) {
      throw new IllegalArgumentException(
          "mostNeighbours and partners must be positive, and mostPartners at least partners");
    }
    if (!(popular > 0) || !(explainedWeight >= 0 && explainedWeight <= 1)) {
      throw new IllegalArgumentException(
          "popular must be positive, and explainedWeight from 0 to 1");
    }
  }

  /**
   * @param settings {@code lockstep.windows} with commas between, and {@code lockstep.} before the
   *     name of each other component
   * @throws IllegalArgumentException if one is missing or out of its range
   */
  public static LockstepParameters of(Map<String, String> settings) {
    return new LockstepParameters(
        Arrays.stream(setting(settings, "windows").split(",")).map(Integer::valueOf).toList(),
        Integer.parseInt(setting(settings, "mostNeighbours")),
        Double.parseDouble(setting(settings, "popular")),
        Double.parseDouble(setting(settings, "explainedWeight")),
        Integer.parseInt(setting(settings, "newFor")),
        Integer.parseInt(setting(settings, "partners")),
        Integer.parseInt(setting(settings, "mostPartners")));
  }

  private static String setting(Map<String, String> settings, String name) {
    var value = settings.get("lockstep." + name);
    if (value == null) {
      throw new IllegalArgumentException("The model has no lockstep." + name);
    }
    return value;
  }
}
