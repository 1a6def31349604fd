package io.minigram.botdetector.scoring.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How measurements add up to a probability: {@code 1 / (1 + exp(-(intercept + contributions)))}. A
 * contribution is never negative and has an upper bound. Signals that measure the same thing are in
 * one group, and only the largest contribution of a group counts.
 *
 * @param version tells models apart
 * @param intercept the log odds of an account without contributions
 */
public record Model(String version, double intercept, List<Term> terms) {

  /**
   * What a signal contributes: 0 up to one measurement, {@code weight} from another one on, and in
   * proportion between them.
   *
   * @param from the measurement above which it contributes
   * @param to the measurement from which it contributes no more
   * @param weight the largest contribution, in log odds
   */
  public record Term(String signal, String group, double from, double to, double weight) {

    public Term {
      if (!(from < to) || !(weight >= 0)) {
        throw new IllegalArgumentException(
            signal + ": from must be below to, and weight not negative");
      }
    }

    double contribution(double value) {
      return weight * Math.min(1, Math.max(0, (value - from) / (to - from)));
    }
  }

  public Model {
    terms = List.copyOf(terms);
    if (terms.stream().map(Term::signal).distinct().count() < terms.size()) {
      throw new IllegalArgumentException("A signal may contribute once");
    }
  }

  /**
   * Reads a model.
   *
   * @param settings {@code version}, {@code intercept}, and for each signal {@code SIGNAL.group},
   *     {@code SIGNAL.from}, {@code SIGNAL.to} and {@code SIGNAL.weight}
   */
  public static Model of(Map<String, String> settings) {
    var terms = new ArrayList<Term>();
    for (var key : settings.keySet().stream().sorted().toList()) {
      if (key.endsWith(".group")) {
        var signal = key.substring(0, key.length() - ".group".length());
        terms.add(
            new Term(
                signal,
                settings.get(key),
                number(settings, signal + ".from"),
                number(settings, signal + ".to"),
                number(settings, signal + ".weight")));
      }
    }
    if (settings.get("version") == null) {
      throw new IllegalArgumentException("The model has no version");
    }
    return new Model(settings.get("version"), number(settings, "intercept"), terms);
  }

  private static double number(Map<String, String> settings, String key) {
    var value = settings.get(key);
    if (value == null) {
      throw new IllegalArgumentException("The model has no " + key);
    }
    return Double.parseDouble(value);
  }

  /** The contributions that count, of those above 0, the largest first. */
  List<Part> parts(Map<String, Double> values) {
    var largest = new HashMap<String, Part>();
    for (var term : terms) {
      double amount = term.contribution(values.getOrDefault(term.signal(), 0.0));
      if (amount > 0) {
        largest.merge(
            term.group(),
            new Part(term.signal(), amount),
            (one, other) -> other.amount > one.amount ? other : one);
      }
    }
    return largest.values().stream()
        .sorted((one, other) -> Double.compare(other.amount, one.amount))
        .toList();
  }

  double probability(List<Part> parts) {
    double logOdds = intercept;
    for (var part : parts) {
      logOdds += part.amount();
    }
    return 1 / (1 + Math.exp(-logOdds));
  }

  record Part(String signal, double amount) {}
}
