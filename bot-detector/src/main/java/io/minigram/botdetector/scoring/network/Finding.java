package io.minigram.botdetector.scoring.network;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What was found about one account.
 *
 * @param account its index
 * @param score the probability that it is a bot, as far as the model goes
 * @param contributions what the score is made of, the largest first
 * @param ring the number of its ring
 * @param values what each signal measured
 */
public record Finding(
    int account,
    double score,
    List<Contribution> contributions,
    OptionalInt ring,
    Map<String, Double> values) {

  public Finding {
    contributions = List.copyOf(contributions);
  }
}
