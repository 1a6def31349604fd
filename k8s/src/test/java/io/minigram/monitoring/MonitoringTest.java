package io.minigram.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dashboard and the alerts speak of metrics and of a runbook that exist. */
class MonitoringTest {

  private static final Path FOLDER = Path.of("monitoring");

  /** What the platform tells; the README names it below its table. */
  private static final String REQUESTS = "http_server_requests_seconds";

  private static final Set<String> OF_REQUESTS = Set.of("status", "uri", "method", "outcome");

  /** The labels that Prometheus gives to whatever it scrapes. */
  private static final Set<String> OF_TARGETS = Set.of("job", "instance");

  private static final Map<String, List<String>> SUFFIXES =
      Map.of(
          "counter", List.of(""),
          "gauge", List.of(""),
          "summary", List.of("_sum", "_count", "_max"),
          "histogram", List.of("_sum", "_count", "_max", "_bucket"));

  @ParameterizedTest
  @MethodSource("expressions")
  void everyMetricAndLabelIsInTheReadme(String expression) throws IOException {
    var series = series();

    for (var selector : Expression.parse(expression).selectors()) {
      assertThat(series).as(expression).containsKey(selector.metric());
      var labels = new TreeSet<>(selector.labels());
      labels.removeAll(OF_TARGETS);
      assertThat(series.get(selector.metric())).as(expression).containsAll(labels);
    }
  }

  @Test
  void everyMetricIsOnTheDashboard() throws IOException {
    var shown = new HashSet<String>();
    for (var expression : dashboardExpressions()) {
      Expression.parse(expression).selectors().forEach(selector -> shown.add(selector.metric()));
    }

    for (var metric : MetricsTable.read().values()) {
      assertThat(SUFFIXES.get(metric.type()).stream().map(suffix -> metric.name() + suffix))
          .as(metric.name())
          .anyMatch(shown::contains);
    }
  }

  @Test
  void thePanelsOfTheDashboardAreWholeAndDoNotOverlap() throws IOException {
    var cells = new HashSet<String>();
    var ids = new HashSet<Integer>();
    for (var panel : dashboard().get("panels")) {
      var title = panel.get("title").asText();
      assertThat(title).isNotBlank();
      assertThat(ids.add(panel.get("id").asInt())).as("id of %s", title).isTrue();
      var place = panel.get("gridPos");
      assertThat(place.get("x").asInt() + place.get("w").asInt()).as(title).isBetween(1, 24);
      for (int x = 0; x < place.get("w").asInt(); x++) {
        for (int y = 0; y < place.get("h").asInt(); y++) {
          var cell = (place.get("x").asInt() + x) + ":" + (place.get("y").asInt() + y);
          assertThat(cells.add(cell)).as("place of %s", title).isTrue();
        }
      }
      if (!panel.get("type").asText().equals("row")) {
        assertThat(panel.get("targets")).as(title).isNotEmpty();
        assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
      }
    }
    assertThat(dashboard().at("/templating/list/0/name").asText()).isEqualTo("datasource");
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void everyAlertSaysWhatToDo(JsonNode alert) throws IOException {
    assertThat(alert.fieldNames())
        .toIterable()
        .isSubsetOf("alert", "expr", "for", "labels", "annotations");
    assertThat(alert.path("alert").asText()).matches("Minigram[A-Z]\\w+");
    assertThat(alert.path("for").asText("0m")).matches("\\d+m");
    assertThat(alert.at("/labels/severity").asText()).isIn("critical", "warning");
    assertThat(alert.at("/annotations/summary").asText()).isNotBlank();
    assertThat(alert.at("/annotations/action").asText()).endsWith(".");

    var runbook = alert.at("/annotations/runbook").asText();
    assertThat(runbook).startsWith("README.md#");
    assertThat(MetricsTable.runbook()).contains(runbook.substring("README.md#".length()));
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void whatAnAlertShowsIsThere(JsonNode alert) throws IOException {
    var summary = alert.at("/annotations/summary").asText();
    var shown =
        Stream.of("job", "instance", "outcome").filter(l -> summary.contains("$labels." + l));
    var labels = new TreeSet<String>();
    for (var selector : Expression.parse(alert.get("expr").asText()).selectors()) {
      labels.addAll(selector.labels());
      labels.addAll(selector.metric().equals("up") ? OF_TARGETS : Set.of());
    }

    assertThat(labels).as(summary).containsAll(shown.toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sum(minigram_no_such_total)",
        "sum by (no_such) (minigram_rows_total)",
        "minigram_rows_total{no_such=\"a\"}",
        "minigram_roll_seconds_bucket"
      })
  void whatIsNotInTheReadmeIsFound(String expression) throws IOException {
    var series = series();
    var selector = Expression.parse(expression).selectors().get(0);

    assertThat(
            series.containsKey(selector.metric())
                && series.get(selector.metric()).containsAll(selector.labels()))
        .isFalse();
  }

  @Test
  void theKustomizationHasBothFilesAsTheyAre() throws Exception {
    demandKubectl();
    var process =
        new ProcessBuilder("kubectl", "kustomize", FOLDER.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var rendered = new ArrayList<JsonNode>();
    try (var documents =
        new YAMLMapper().readerFor(JsonNode.class).<JsonNode>readValues(process.getInputStream())) {
      documents.forEachRemaining(rendered::add);
    }
    assertThat(process.waitFor()).isZero();

    assertThat(rendered)
        .extracting(object -> object.get("kind").asText())
        .containsExactly("ConfigMap", "ConfigMap");
    assertThat(rendered)
        .extracting(object -> object.at("/metadata/name").asText())
        .containsExactly("minigram-alerts", "minigram-dashboard");
    assertThat(rendered.get(0).at("/data/alerts.yaml").asText())
        .isEqualTo(Files.readString(FOLDER.resolve("alerts.yaml")));
    assertThat(rendered.get(1).at("/data/minigram.json").asText())
        .isEqualTo(Files.readString(FOLDER.resolve("dashboard.json")));
    assertThat(rendered.get(1).at("/metadata/labels/grafana_dashboard").asText()).isEqualTo("1");
  }

  // Where the build is the gate, a missing tool is a failure, not a reason to skip.
  private static void demandKubectl() throws InterruptedException {
    boolean there;
    try {
      there =
          new ProcessBuilder("kubectl", "version", "--client")
                  .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                  .redirectError(ProcessBuilder.Redirect.DISCARD)
                  .start()
                  .waitFor()
              == 0;
    } catch (IOException e) {
      there = false;
    }
    if (System.getenv("CI") != null) {
      assertThat(there).as("kubectl is there").isTrue();
    }
    Assumptions.assumeTrue(there, "kubectl is not installed");
  }

  static Stream<JsonNode> alerts() throws IOException {
    var rules = new YAMLMapper().readTree(Files.readString(FOLDER.resolve("alerts.yaml")));
    var alerts = new ArrayList<JsonNode>();
    rules.get("groups").forEach(group -> group.get("rules").forEach(alerts::add));
    assertThat(alerts.stream().map(alert -> alert.path("alert").asText()))
        .doesNotHaveDuplicates()
        .isNotEmpty();
    return alerts.stream();
  }

  static Stream<String> expressions() throws IOException {
    return Stream.concat(
        alerts().map(alert -> alert.get("expr").asText()), dashboardExpressions().stream());
  }

  private static List<String> dashboardExpressions() throws IOException {
    var expressions = new ArrayList<String>();
    for (var panel : dashboard().get("panels")) {
      panel.path("targets").forEach(target -> expressions.add(target.get("expr").asText()));
    }
    assertThat(expressions).isNotEmpty();
    return expressions;
  }

  private static JsonNode dashboard() throws IOException {
    return JsonMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build()
        .readTree(Files.readString(FOLDER.resolve("dashboard.json")));
  }

  /** The labels of every series that there is, by its name. */
  private static Map<String, Set<String>> series() throws IOException {
    var series = new TreeMap<String, Set<String>>();
    for (var metric : MetricsTable.read().values()) {
      for (var suffix : SUFFIXES.get(metric.type())) {
        var labels = new TreeSet<>(metric.labels());
        if (suffix.equals("_bucket")) {
          labels.add("le");
        }
        series.put(metric.name() + suffix, labels);
      }
    }
    series.put("up", Set.of());
    for (var suffix : SUFFIXES.get("summary")) {
      series.put(REQUESTS + suffix, OF_REQUESTS);
    }
    return series;
  }
}
