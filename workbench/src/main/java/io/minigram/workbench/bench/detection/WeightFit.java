package io.minigram.workbench.bench.detection;

import java.util.Arrays;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;

/**
 * A logistic regression whose weights have bounds: the intercept and weights under which what is
 * known about bots and people is most likely, {@code P(bot) = 1 / (1 + exp(-(intercept + weights x
 * features)))}. Signals that tell bots from people without an exception would get weights without
 * end; the bounds keep a contribution small enough for others to count.
 */
final class WeightFit {

  private static final int MOST_EVALUATIONS = 5_000;

  private WeightFit() {}

  /**
   * @param features a row an account, each from 0 to 1
   * @param isBot of each row
   * @param largest what a weight may be at most, in log odds
   * @return the intercept, then the weights
   */
  static double[] fit(double[][] features, boolean[] isBot, double largest) {
    int weights = features[0].length;
    var start = new double[weights + 1];
    var lower = new double[weights + 1];
    var upper = new double[weights + 1];
    Arrays.fill(start, largest / 2);
    Arrays.fill(upper, largest);
    start[0] = -largest / 2;
    lower[0] = -largest;
    upper[0] = 0;
    return new BOBYQAOptimizer(2 * start.length + 1)
        .optimize(
            new MaxEval(MOST_EVALUATIONS),
            GoalType.MINIMIZE,
            new ObjectiveFunction(parameters -> loss(features, isBot, parameters)),
            new SimpleBounds(lower, upper),
            new InitialGuess(start))
        .getPoint();
  }

  /** The mean negative logarithm of the likelihood. */
  private static double loss(double[][] features, boolean[] isBot, double[] parameters) {
    double sum = 0;
    for (int row = 0; row < isBot.length; row++) {
      double logOdds = parameters[0];
      for (int feature = 0; feature < features[row].length; feature++) {
        logOdds += parameters[feature + 1] * features[row][feature];
      }
      double against = isBot[row] ? -logOdds : logOdds;
      // ln(1 + e^x) without overflow
      sum += Math.max(0, against) + Math.log1p(Math.exp(-Math.abs(against)));
    }
    return sum / isBot.length;
  }
}
