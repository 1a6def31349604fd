package io.minigram.botdetector.runs;

import static io.minigram.botdetector.GraphQL.ask;
import static io.minigram.botdetector.GraphQL.startRun;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.botdetector.DetectorTest;
import io.minigram.botdetector.Facts;
import io.minigram.edge.identity.Roles;
import io.minigram.workbench.testing.OwnerDatabase;
import io.minigram.workbench.testing.TestUsers;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of scoring runs, to Prometheus and to an OpenTelemetry collector. */
@DetectorTest
@TestProfile(RunTelemetryTest.Traced.class)
class RunTelemetryTest {

  public static final class Traced implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.otel.sdk.disabled", "false", "quarkus.otel.simple", "true");
    }
  }

  @Singleton
  static final class Exporter {

    @Produces
    @Singleton
    InMemorySpanExporter spans() {
      return InMemorySpanExporter.create();
    }
  }

  @Inject InMemorySpanExporter exporter;
  private Instant start;

  @BeforeEach
  void twoBotsOfTen() {
    Facts.network(10, 1_000);
    Facts.likes(7, 100);
    Facts.likes(8, 100);
    Facts.likes(9, 10);
    exporter.reset();
    start = Instant.now();
  }

  @Test
  void runsAreCountedByTheirOutcome() {
    double scored = metric("minigram_runs_total{outcome=\"scored\"}");
    double nothingNew = metric("minigram_runs_total{outcome=\"nothing_new\"}");
    double read = metric("minigram_run_seconds_count{phase=\"read\"}");

    startRun();
    startRun();

    assertThat(metric("minigram_runs_total{outcome=\"scored\"}")).isEqualTo(scored + 1);
    assertThat(metric("minigram_runs_total{outcome=\"nothing_new\"}")).isEqualTo(nothingNew + 1);
    assertThat(metric("minigram_run_seconds_count{phase=\"read\"}")).isEqualTo(read + 1);
    assertThat(metric("minigram_accounts_scored")).isEqualTo(10);
    assertThat(metric("minigram_accounts_flagged")).isEqualTo(2);
    assertThat(metric("minigram_run_age_seconds")).isBetween(0.0, 60.0);
    assertThat(metric("minigram_scores_checked_age_seconds"))
        .isBetween(0.0, metric("minigram_run_age_seconds"));
  }

  @Test
  void aRunIsATraceWithASpanForEachPart() {
    startRun();

    var spans = spans(4);
    var run = root(spans);
    assertThat(run.getName()).isEqualTo("scoring run");
    assertThat(run.getAttributes().asMap())
        .containsEntry(longKey("minigram.accounts"), 10L)
        .containsEntry(longKey("minigram.flagged"), 2L)
        .hasSize(3);
    assertThat(spans)
        .extracting(SpanData::getName)
        .containsExactlyInAnyOrder("scoring run", "read", "compute", "store");
    assertThat(spans)
        .filteredOn(span -> span != run)
        .allSatisfy(part -> assertThat(part.getParentSpanId()).isEqualTo(run.getSpanId()))
        .allSatisfy(
            part ->
                assertThat(part.getStartEpochNanos())
                    .isBetween(run.getStartEpochNanos(), run.getEndEpochNanos()));
    assertThat(spans.toString()).doesNotContain("user7", "insert into");
  }

  @Test
  void aFailureIsToldByItsType() {
    double failed = metric("minigram_runs_total{outcome=\"failed\"}");
    OwnerDatabase.execute(
        "alter table moderation.run add constraint broken check (likes < 0) not valid");
    try {
      assertThat(ask("mutation { startRun { id } }").getList("errors")).hasSize(1);
    } finally {
      OwnerDatabase.execute("alter table moderation.run drop constraint broken");
    }

    assertThat(metric("minigram_runs_total{outcome=\"failed\"}")).isEqualTo(failed + 1);
    var run = root(spans(3));
    assertThat(run.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(run.getAttributes().get(stringKey("error.type"))).isNotBlank();
    assertThat(run.toString()).doesNotContain("broken", "moderation.run");
  }

  @Test
  void nothingElseIsTraced() {
    given().get("/q/health/ready").then().statusCode(200);
    ask("{ runs { totalCount } }");

    assertThat(finished()).isEmpty();
  }

  private static double metric(String series) {
    var scraped =
        given()
            .auth()
            .oauth2(TestUsers.token(Roles.ADMIN))
            .accept("text/plain")
            .get("/q/metrics")
            .then()
            .statusCode(200)
            .extract()
            .asString()
            // this format may end a list of labels with a comma
            .replace(",}", "}");
    return scraped
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(series + " is not in\n" + scraped));
  }

  private List<SpanData> spans(int count) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(finished()).hasSize(count));
    return finished();
  }

  /** Those of this test: a span of the one before may come late. */
  private List<SpanData> finished() {
    long since = TimeUnit.SECONDS.toNanos(start.getEpochSecond()) + start.getNano();
    return exporter.getFinishedSpanItems().stream()
        .filter(span -> span.getStartEpochNanos() >= since)
        .toList();
  }

  private static SpanData root(List<SpanData> spans) {
    return spans.stream()
        .filter(span -> span.getParentSpanId().equals(SpanId.getInvalid()))
        .findFirst()
        .orElseThrow();
  }
}
