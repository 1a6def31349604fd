package io.minigram.insights.influence;

import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.ranking.NaturalRanking;
import org.eclipse.microprofile.graphql.Description;

/** How closely two figures go together. */
@Description(
    "How closely two figures go together, from -1 to 1, such as 0.85. It says nothing about what"
        + " causes what.")
public record Correlation(
    @Description("The coefficient, -1 to 1, such as 0.85; 0 is no connection.") double coefficient,
    @Description(
            "Two-sided p-value, such as 0.03: probability of a coefficient at least this far from 0"
                + " if there were no connection. Below about 1e-308 it is 0.")
        double pValue) {

  private static final int FEWEST = 3;

  private static final NaturalRanking RANKING = new NaturalRanking();

  /** Pearson's, of the figures themselves; null with fewer than three, or if one never varies. */
  static Correlation pearson(double[] first, double[] second) {
    return first.length < FEWEST
        ? null
        : of(new PearsonsCorrelation().correlation(first, second), first.length);
  }

  /** Spearman's, of their ranks, ties at their mean rank; null as above. */
  static Correlation spearman(double[] first, double[] second) {
    return first.length < FEWEST ? null : pearson(RANKING.apply(first), RANKING.apply(second));
  }

  /** By Student's t with n - 2 degrees of freedom: t = r × sqrt((n - 2) / (1 - r²)). */
  private static Correlation of(double coefficient, int count) {
    if (Double.isNaN(coefficient)) {
      return null;
    }
    // rounding can leave a perfect one a little beyond 1
    double r = Math.max(-1, Math.min(1, coefficient));
    double t = Math.abs(r) * Math.sqrt((count - 2) / ((1 - r) * (1 + r)));
    return new Correlation(r, 2 * TDistribution.of(count - 2.0).survivalProbability(t));
  }
}
