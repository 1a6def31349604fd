package io.minigram.ingest.imports;

import static io.minigram.workbench.testing.TestUsers.token;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.edge.identity.Roles;
import io.minigram.ingest.IngestTest;
import io.minigram.workbench.testing.OwnerDatabase;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an OpenTelemetry collector gets to know of an import. */
@IngestTest
@TestProfile(ImportTraceTest.Traced.class)
class ImportTraceTest {

  public static final class Traced implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.otel.sdk.disabled", "false",
          "quarkus.otel.simple", "true",
          "minigram.imports.batch-rows", "10");
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

  @BeforeEach
  void nobody() {
    OwnerDatabase.clear();
    exporter.reset();
  }

  @Test
  void anImportIsOneTraceWithASpanForEachBatch() {
    var file = new StringBuilder("id,username,created_at\n");
    for (int id = 1; id <= 35; id++) {
      file.append(id).append(",ann,2020-01-01 00:00:00\n");
    }
    file.append("1,ann,2020-01-01 00:00:00\nx,a secret,2020-01-01 00:00:00\n");

    post(file.toString()).statusCode(200);

    // two connections have a part of each of the two chunks
    var spans = spans(1 + 2 * 2);
    var run = root(spans);
    assertThat(spans).extracting(SpanData::getTraceId).containsOnly(run.getTraceId());
    assertThat(run.getName()).isEqualTo("import USERS");
    assertThat(run.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(run.getAttributes().asMap())
        .containsEntry(longKey("minigram.import.id"), 1L)
        .containsEntry(stringKey("minigram.import.kind"), "USERS")
        .containsEntry(longKey("minigram.rows.received"), 37L)
        .containsEntry(longKey("minigram.rows.inserted"), 35L)
        .containsEntry(longKey("minigram.rows.duplicate"), 1L)
        .containsEntry(longKey("minigram.rows.rejected"), 1L);
    var batches = spans.stream().filter(span -> span != run).toList();
    assertThat(batches)
        .allSatisfy(batch -> assertThat(batch.getName()).isEqualTo("batch"))
        .allSatisfy(batch -> assertThat(batch.getParentSpanId()).isEqualTo(run.getSpanId()));
    assertThat(
            batches.stream()
                .mapToLong(batch -> batch.getAttributes().get(longKey("minigram.rows.inserted")))
                .sum())
        .isEqualTo(35);
    assertThat(spans.toString()).doesNotContainIgnoringCase("ann", "secret", "insert into", "copy");
  }

  @Test
  void aFailureIsToldByItsCode() {
    post("id,username,created_at\n1,ann,2020-01-01 00:00:00\n", "gzip").statusCode(400);
    assertThat(exporter.getFinishedSpanItems()).as("not begun").isEmpty();

    OwnerDatabase.execute("alter table facts.users add constraint broken check (id < 0) not valid");
    try {
      post("id,username,created_at\n1,ann,2020-01-01 00:00:00\n").statusCode(500);
    } finally {
      OwnerDatabase.execute("alter table facts.users drop constraint broken");
    }

    var spans = spans(2);
    assertThat(spans)
        .extracting(span -> span.getStatus().getStatusCode())
        .containsOnly(StatusCode.ERROR);
    assertThat(root(spans).getAttributes().get(stringKey("error.type")))
        .isEqualTo("io.minigram.ingest.transactions.DatabaseException");
    assertThat(spans.toString()).doesNotContain("ann", "facts.users");
  }

  @Test
  void nothingElseIsTraced() {
    given().get("/q/health/ready").then().statusCode(200);
    given()
        .auth()
        .oauth2(token(Roles.INGESTOR))
        .contentType("application/json")
        .body(Map.of("query", "{ imports { totalCount } }"))
        .post("/graphql")
        .then()
        .statusCode(200);

    assertThat(exporter.getFinishedSpanItems()).isEmpty();
  }

  private List<SpanData> spans(int count) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(exporter.getFinishedSpanItems()).hasSize(count));
    return exporter.getFinishedSpanItems();
  }

  private static SpanData root(List<SpanData> spans) {
    return spans.stream()
        .filter(span -> span.getParentSpanId().equals(SpanId.getInvalid()))
        .findFirst()
        .orElseThrow();
  }

  private static ValidatableResponse post(String file) {
    return post(file, "identity");
  }

  private static ValidatableResponse post(String file, String encoding) {
    return given()
        .auth()
        .oauth2(token(Roles.INGESTOR))
        .contentType("text/csv")
        .header("Content-Encoding", encoding)
        .body(file)
        .when()
        .post("/imports/users")
        .then();
  }
}
