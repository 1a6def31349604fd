package io.minigram.insights.report;

import org.eclipse.microprofile.graphql.Description;

/** Which statistical test was made. */
@Description("Which statistical test was made, such as WELCH.")
public enum TestName {
  @Description(
      "Pearson's chi-square test of goodness of fit: do counts differ from what is expected, such"
          + " as by the number of days?")
  CHI_SQUARE_GOODNESS_OF_FIT("chi-square"),
  @Description(
      "Pearson's chi-square test of homogeneity: do two groups share out alike, such as over tags?")
  CHI_SQUARE_HOMOGENEITY("chi-square"),
  @Description(
      "Friedman's test: is one day of the week ranked above others, week by week, such as"
          + " Wednesday? What is counted in it are weeks.")
  FRIEDMAN("Friedman's chi-square"),
  @Description("Welch's t-test: do two means differ, such as 5.4 and 1.3?")
  WELCH("t"),
  @Description("Spearman's rank correlation: do two figures go together, such as rho = 0.29?")
  SPEARMAN("rho"),
  @Description(
      "The exact binomial test, with the p-value times the number of candidates (Bonferroni): is"
          + " the most striking share above a bound, such as 7 of 10 above one half?")
  EXACT_BINOMIAL("cases");

  private final String statistic;

  TestName(String statistic) {
    this.statistic = statistic;
  }

  /** What its statistic is called. */
  String statistic() {
    return statistic;
  }
}
