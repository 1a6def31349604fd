package io.minigram.insights.rolling;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.insights.InsightsTest;
import io.minigram.insights.testing.Answers;
import io.minigram.insights.testing.SmallNetwork;
import io.minigram.workbench.testing.OwnerDatabase;
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
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an OpenTelemetry collector gets to know of the roller. */
@InsightsTest
@TestProfile(RollTraceTest.Traced.class)
class RollTraceTest {

  public static final class Traced implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.otel.sdk.disabled", "false",
          "quarkus.otel.simple", "true",
          "minigram.rolling.enabled", "true");
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
  void nothing() {
    OwnerDatabase.clear();
    exporter.reset();
  }

  @Test
  void aRollIsATraceAndAQuestionIsNone() {
    SmallNetwork.loadFacts();
    var rows =
        Long.parseLong(
            OwnerDatabase.rows(
                    "select sum(users + photos + tags + photo_tags + likes + comments + follows)"
                        + " from facts.batch")
                .get(0));

    var roll = spans(StatusCode.UNSET).get(0);
    Answers.answer("{ totals { likes } }");

    assertThat(roll.getName()).isEqualTo("roll");
    assertThat(roll.getParentSpanId()).isEqualTo(SpanId.getInvalid());
    assertThat(roll.getAttributes().asMap())
        .containsOnly(
            Map.entry(longKey("minigram.batches"), 1L),
            Map.entry(longKey("minigram.rows.rolled"), rows));
    assertThat(exporter.getFinishedSpanItems())
        .allSatisfy(span -> assertThat(span.getName()).isEqualTo("roll"));
  }

  @Test
  void aFailureIsToldByItsType() {
    OwnerDatabase.execute(
        "alter table insights.network add constraint broken check (likes <= 0) not valid");
    try {
      SmallNetwork.loadFacts();

      var failed = spans(StatusCode.ERROR).get(0);

      assertThat(failed.getAttributes().asMap())
          .containsOnlyKeys(stringKey("error.type"))
          .containsValue("io.vertx.pgclient.PgException");
      assertThat(failed.toString()).doesNotContain("insights.network", "broken");
    } finally {
      OwnerDatabase.execute("alter table insights.network drop constraint broken");
    }
  }

  private List<SpanData> spans(StatusCode status) {
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !finished(status).isEmpty());
    return finished(status);
  }

  private List<SpanData> finished(StatusCode status) {
    return exporter.getFinishedSpanItems().stream()
        .filter(span -> span.getStatus().getStatusCode() == status)
        .toList();
  }
}
