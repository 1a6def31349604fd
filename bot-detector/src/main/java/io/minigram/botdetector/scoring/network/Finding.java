package io.minigram.botdetector.scoring.network;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What was found about one account.
 *
 * @param account its index
 * @param score the probability that it is a bot, as far as the model goes
 * @param reasons a sentence for each contribution, the largest first
 * @param ring the number of its ring
 * @param values what each signal measured
 */
public record Finding(
    int account, double score, List<String> reasons, OptionalInt ring, Map<String, Double> values) {

  public Finding {
    reasons = List.copyOf(reasons);
  }
}
