package io.minigram.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.matchesPattern;

import io.minigram.edge.identity.Roles;
import io.minigram.monitoring.MetricsTable;
import io.minigram.monitoring.MetricsTable.Metric;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the services tell Prometheus and the log is what the README says of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObservedIT {

  private static final Pattern HELP = Pattern.compile("# HELP (\\S+) ?(.*)");
  private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");
  private static final Pattern SAMPLE = Pattern.compile("(\\w+?)(\\{.*})? (\\S+)");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");

  private RunningSystem system;

  @BeforeAll
  void start() throws Exception {
    var data = WorkbenchProcess.TARGET.resolve("metrics");
    UpIT.delete(data);
    system =
        RunningSystem.start(
            data, Map.of("MINIGRAM_LOG_JSON", "true"), "--users=600", "--photos=3000");
    // somebody who is not there, so that there is a row to be refused
    given()
        .auth()
        .oauth2(system.token(Roles.INGESTOR))
        .contentType("text/csv")
        .body("user_id,photo_id,created_at\n999999,1,2020-01-01 00:00:00\n")
        .post(system.ingest() + "/imports/likes")
        .then()
        .statusCode(200);
  }

  @AfterAll
  void stop() throws InterruptedException {
    system.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest-service", "insights-service", "bot-detector"})
  void theTableOfTheReadmeIsWhatAServiceTells(String service) throws IOException {
    var told = own(scrape(service));

    var written = new TreeMap<>(MetricsTable.read());
    written
        .values()
        .removeIf(m -> !m.service().equals(service) && !m.service().equals(MetricsTable.EACH));

    assertThat(told.keySet()).isEqualTo(written.keySet());
    for (var metric : written.values()) {
      var family = told.get(metric.name());
      assertThat(family)
          .isEqualTo(
              new Metric(
                  metric.name(), family.service(), metric.type(), metric.labels(), metric.help()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest-service", "insights-service", "bot-detector"})
  void requestsAreToldByThePlatform(String service) throws IOException {
    assertThat(scrape(service))
        .containsPattern("(?m)^http_server_requests_seconds_count\\{.*status=\"200\".*} \\d");
  }

  @Test
  void theFiguresAreThoseOfTheNetwork() throws Exception {
    var users = Long.parseLong(system.rows("select count(*) from facts.users").get(0));

    assertThat(value(scrape("ingest-service"), "minigram_imports_total{outcome=\"completed\"}"))
        .isEqualTo(8);
    assertThat(value(scrape("ingest-service"), "minigram_imports_running")).isZero();
    assertThat(value(scrape("ingest-service"), "minigram_removal_age_seconds")).isZero();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              var insights = scrape("insights-service");
              assertThat(value(insights, "minigram_batches_waiting")).isZero();
              assertThat(value(insights, "minigram_as_of_age_seconds")).isBetween(0.0, 10.0);
            });
    assertThat(value(scrape("insights-service"), "minigram_rolling_leader")).isEqualTo(1);
    assertThat(value(scrape("bot-detector"), "minigram_accounts_scored")).isEqualTo(users);
    assertThat(value(scrape("bot-detector"), "minigram_accounts_flagged"))
        .isEqualTo(system.askBots("{ latestRun { flagged } }").getInt("data.latestRun.flagged"));
    assertThat(value(scrape("bot-detector"), "minigram_runs_total{outcome=\"scored\"}"))
        .isPositive();
    assertThat(value(scrape("bot-detector"), "minigram_runs_total{outcome=\"failed\"}")).isZero();
    assertThat(value(scrape("bot-detector"), "minigram_run_seconds_count{phase=\"read\"}"))
        .isPositive();
    assertThat(value(scrape("bot-detector"), "minigram_run_age_seconds")).isBetween(0.0, 600.0);
  }

  @Test
  void whatIsLateGrows() throws Exception {
    // a removal whose sweep has to wait for somebody's transaction
    try (var connection = system.connect()) {
      connection.setAutoCommit(false);
      connection.createStatement().execute("select pg_current_xact_id()");
      RunningSystem.ask(
          system.ingest(), system.token(Roles.INGESTOR), "mutation { removePhoto(id: 2) { id } }");

      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () ->
                  assertThat(value(scrape("ingest-service"), "minigram_removal_age_seconds"))
                      .isGreaterThanOrEqualTo(2));
      connection.rollback();
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(value(scrape("ingest-service"), "minigram_removal_age_seconds"))
                    .isZero());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest-service", "insights-service", "bot-detector"})
  void theLogIsJsonOnceTheSettingsAreKnown(String service) throws IOException {
    var lines = system.log(service).lines().dropWhile(line -> !line.startsWith("{")).toList();

    assertThat(lines).isNotEmpty();
    for (var line : lines) {
      var record = JsonPath.from(line);
      if (record.getString("audit") == null) {
        assertThat(record.getString("timestamp")).as(line).startsWith("20").endsWith("Z");
        assertThat(record.getString("level")).as(line).isNotBlank();
        assertThat(record.getString("message")).as(line).isNotNull();
      }
    }
    assertThat(lines).anyMatch(line -> line.contains("Listening on"));
  }

  @Test
  void aRequestIsFoundInTheLogByItsId() throws Exception {
    try (var connection = system.connect();
        var statement = connection.createStatement()) {
      statement.execute("alter table facts.tags add constraint broken check (id < 0) not valid");
      try {
        given()
            .auth()
            .oauth2(system.token(Roles.INGESTOR))
            .header("X-Request-ID", "of-a-broken-import")
            .contentType("text/csv")
            .body("id,tag_name,created_at\n999999,new,2020-01-01 00:00:00\n")
            .post(system.ingest() + "/imports/tags")
            .then()
            .statusCode(500)
            .header("X-Request-ID", "of-a-broken-import");
      } finally {
        statement.execute("alter table facts.tags drop constraint broken");
      }
    }

    var ofRequest =
        system
            .log("ingest-service")
            .lines()
            .filter(line -> line.contains("\"requestId\":\"of-a-broken-import\""))
            .map(JsonPath::from)
            .toList();
    assertThat(ofRequest)
        .extracting(record -> record.getString("message"))
        .anyMatch(message -> message.startsWith("A batch of tags was not committed"))
        .anyMatch(message -> message.matches("Import \\d+ failed"));
    assertThat(ofRequest)
        .filteredOn(record -> record.getString("message").startsWith("A batch of tags"))
        .allSatisfy(record -> assertThat(record.getLong("batchId")).isPositive());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "\"quoted\"", "ümlaut"})
  void anIdThatWouldNotDoInALogIsReplaced(String given) {
    given()
        .header("X-Request-ID", given)
        .get(system.bots() + "/q/health/live")
        .then()
        .statusCode(200)
        .header("X-Request-ID", matchesPattern("[0-9a-f]{32}"));
  }

  private String scrape(String service) throws IOException {
    var address =
        Map.of(
                "ingest-service", system.ingest(),
                "insights-service", system.insights(),
                "bot-detector", system.bots())
            .get(service);
    return given()
        .auth()
        .oauth2(system.token(Roles.ADMIN))
        .accept("text/plain")
        .get(address + "/q/metrics")
        .then()
        .statusCode(200)
        .extract()
        .asString()
        // this format may end a list of labels with a comma
        .replace(",}", "}");
  }

  private static double value(String scraped, String series) {
    return scraped
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(series + " is not in\n" + scraped));
  }

  /**
   * Our own metrics, a line of {@code _max} being a part of the metric that it is the largest of.
   */
  private static Map<String, Metric> own(String scraped) {
    var helps = new TreeMap<String, String>();
    var types = new TreeMap<String, String>();
    var labels = new TreeMap<String, Set<String>>();
    for (var line : scraped.lines().filter(l -> l.contains("minigram_")).toList()) {
      var help = HELP.matcher(line);
      var type = TYPE.matcher(line);
      var sample = SAMPLE.matcher(line);
      if (help.matches()) {
        helps.put(help.group(1), help.group(2));
      } else if (type.matches()) {
        types.put(type.group(1), type.group(2));
      } else if (sample.matches() && sample.group(1).startsWith("minigram_")) {
        var of = labels.computeIfAbsent(family(sample.group(1), types), name -> new TreeSet<>());
        var label = LABEL.matcher(sample.group(2) == null ? "" : sample.group(2));
        while (label.find()) {
          of.add(label.group(1));
        }
      }
    }
    labels.values().forEach(of -> of.remove("le"));
    var metrics = new TreeMap<String, Metric>();
    for (var name : types.keySet()) {
      boolean isMaximum =
          name.endsWith("_max")
              && types.containsKey(name.substring(0, name.length() - "_max".length()));
      if (name.startsWith("minigram_") && !isMaximum) {
        metrics.put(
            name,
            new Metric(
                name,
                MetricsTable.EACH,
                types.get(name),
                labels.getOrDefault(name, Set.of()),
                helps.getOrDefault(name, "")));
      }
    }
    return metrics;
  }

  private static String family(String series, Map<String, String> types) {
    return types.containsKey(series)
        ? series
        : List.of("_bucket", "_sum", "_count").stream()
            .filter(series::endsWith)
            .map(suffix -> series.substring(0, series.length() - suffix.length()))
            .filter(types::containsKey)
            .findFirst()
            .orElse(series);
  }
}
