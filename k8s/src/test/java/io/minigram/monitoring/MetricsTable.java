package io.minigram.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The README's table of metrics. */
public final class MetricsTable {

  /** Of each service; what is measured at the edge, which all of them have. */
  public static final String EACH = "each";

  private static final Path README = Path.of("..", "README.md");
  private static final String HEADER = "| metric | of | type | labels | help |";

  /**
   * A line of the table.
   *
   * @param service a module's name, or {@link #EACH}
   */
  public record Metric(String name, String service, String type, Set<String> labels, String help) {}

  private MetricsTable() {}

  /** By name; every line stands for one metric. */
  public static Map<String, Metric> read() throws IOException {
    var lines = Files.readAllLines(README);
    int header = lines.indexOf(HEADER);
    assertThat(header).as("README.md has the table of metrics").isNotNegative();
    var metrics = new TreeMap<String, Metric>();
    lines.stream()
        .skip(header + 2L)
        .takeWhile(line -> line.startsWith("|"))
        .map(MetricsTable::metric)
        .forEach(
            metric -> assertThat(metrics.put(metric.name(), metric)).as(metric.name()).isNull());
    return metrics;
  }

  private static Metric metric(String line) {
    var cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    assertThat(cells).as(line).hasSize(7);
    return new Metric(
        cells.get(1).replace("`", ""),
        cells.get(2),
        cells.get(3),
        Arrays.stream(cells.get(4).split(","))
            .map(label -> label.replace("`", "").strip())
            .filter(label -> !label.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new)),
        cells.get(5));
  }

  /** The headings of the runbook as addresses within the README, as code hosts make them. */
  static List<String> runbook() throws IOException {
    var lines = Files.readAllLines(README);
    int start = lines.indexOf("## Runbook");
    assertThat(start).as("README.md has a runbook").isNotNegative();
    var headings =
        lines.stream()
            .skip(start + 1L)
            .takeWhile(line -> !line.startsWith("## "))
            .filter(line -> line.startsWith("### "))
            .map(line -> line.substring(4).toLowerCase(Locale.ROOT))
            .map(heading -> heading.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
            .toList();
    assertThat(headings).doesNotHaveDuplicates();
    return headings;
  }
}
