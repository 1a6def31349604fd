package io.minigram.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As much of a PromQL expression as can be compared with a table of metrics: the metrics that it
 * selects, each with the labels that it is asked for.
 */
record Expression(List<Selector> selectors) {

  /** A metric with the labels in its braces, and those that the aggregation around it keeps. */
  record Selector(String metric, Set<String> labels) {}

  private static final Pattern GROUPING =
      Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
  private static final Pattern SELECTOR =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)\\s*(\\{[^}]*})?(\\s*\\()?");
  private static final Pattern MATCHER =
      Pattern.compile("\\s*([a-zA-Z_]\\w*)\\s*(?:=~|!~|!=|=)\\s*\"[^\"]*\"\\s*");
  private static final Pattern RANGE = Pattern.compile("\\[\\d+[smhd]]|\\boffset\\s+\\d+[smhd]");

  /** What Prometheus has under these names; everything else in front of a parenthesis is wrong. */
  private static final Set<String> FUNCTIONS =
      Set.of(
          "sum",
          "min",
          "max",
          "avg",
          "count",
          "rate",
          "increase",
          "delta",
          "absent",
          "abs",
          "histogram_quantile");

  private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool");

  static Expression parse(String text) {
    assertThat(text.chars().filter(c -> c == '(').count())
        .as("parentheses of %s", text)
        .isEqualTo(text.chars().filter(c -> c == ')').count());
    var kept = new TreeSet<String>();
    var grouping = GROUPING.matcher(text);
    while (grouping.find()) {
      Arrays.stream(grouping.group(1).split(",")).map(String::strip).forEach(kept::add);
    }
    var rest = RANGE.matcher(GROUPING.matcher(text).replaceAll(" ")).replaceAll(" ");
    var selectors = new ArrayList<Selector>();
    var matcher = SELECTOR.matcher(rest);
    while (matcher.find()) {
      var name = matcher.group(1);
      if (matcher.group(3) != null && !OPERATORS.contains(name)) {
        assertThat(FUNCTIONS).as("functions in %s", text).contains(name);
      } else if (!OPERATORS.contains(name)) {
        var labels = new TreeSet<>(kept);
        labels.addAll(labels(matcher, text));
        selectors.add(new Selector(name, labels));
      }
    }
    assertThat(selectors).as("metrics in %s", text).isNotEmpty();
    return new Expression(List.copyOf(selectors));
  }

  private static Set<String> labels(Matcher selector, String text) {
    var labels = new TreeSet<String>();
    if (selector.group(2) != null) {
      var braces = selector.group(2);
      // no value here has a comma in it
      for (var part : braces.substring(1, braces.length() - 1).split(",")) {
        var matcher = MATCHER.matcher(part);
        assertThat(matcher.matches()).as("%s in %s", part, text).isTrue();
        labels.add(matcher.group(1));
      }
    }
    return labels;
  }
}
