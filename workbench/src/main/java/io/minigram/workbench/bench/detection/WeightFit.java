package io.minigram.workbench.bench.detection;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
   * @param weights the intercept, then the weights
   * @param loss the mean negative logarithm of the likelihood
   */
  record Fit(double[] weights, double loss) {}

  /** Accounts with the same features, most of which are 0: few rows stand for many. */
  private record Alike(double[] features, int[] peopleAndBots) {}

  /**
   * @param features a row an account, each from 0 to 1
   * @param isBot of each row
   * @param largest what a weight may be at most, in log odds
   */
  static Fit fit(double[][] features, boolean[] isBot, double largest) {
    var rows = alike(features, isBot);
    int weights = features[0].length;
    var start = new double[weights + 1];
    var lower = new double[weights + 1];
    var upper = new double[weights + 1];
    Arrays.fill(start, largest / 2);
    Arrays.fill(upper, largest);
    start[0] = -largest / 2;
    lower[0] = -largest;
    upper[0] = 0;
    var best =
        new BOBYQAOptimizer(2 * start.length + 1)
            .optimize(
                new MaxEval(MOST_EVALUATIONS),
                GoalType.MINIMIZE,
                new ObjectiveFunction(parameters -> loss(rows, parameters) / isBot.length),
                new SimpleBounds(lower, upper),
                new InitialGuess(start));
    return new Fit(best.getPoint(), best.getValue());
  }

  private static List<Alike> alike(double[][] features, boolean[] isBot) {
    Map<List<Double>, Alike> rows = new LinkedHashMap<>();
    for (int row = 0; row < isBot.length; row++) {
      var ofRow = features[row];
      var key = Arrays.stream(ofRow).boxed().toList();
      var alike = rows.computeIfAbsent(key, none -> new Alike(ofRow, new int[2]));
      alike.peopleAndBots[isBot[row] ? 1 : 0]++;
    }
    return List.copyOf(rows.values());
  }

  /** The negative logarithm of the likelihood. */
  private static double loss(List<Alike> rows, double[] parameters) {
    double sum = 0;
    for (var row : rows) {
      double logOdds = parameters[0];
      for (int feature = 0; feature < row.features.length; feature++) {
        logOdds += parameters[feature + 1] * row.features[feature];
      }
      sum += row.peopleAndBots[0] * softPlus(logOdds) + row.peopleAndBots[1] * softPlus(-logOdds);
    }
    return sum;
  }

  /** ln(1 + e^x) without overflow. */
  private static double softPlus(double x) {
    return Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)));
  }
}
