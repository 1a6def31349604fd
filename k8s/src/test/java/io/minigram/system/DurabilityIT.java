package io.minigram.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.workbench.database.Bootstrap;
import io.minigram.workbench.database.Database;
import io.minigram.workbench.database.Passwords;
import io.restassured.path.json.JsonPath;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In production nothing is entrusted to a PostgreSQL that may lose it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DurabilityIT {

  private static final Duration LIMIT = Duration.ofMinutes(1);

  private OpenIdProvider provider;

  @BeforeAll
  void start() throws Exception {
    provider = new OpenIdProvider();
  }

  @AfterAll
  void stop() {
    provider.close();
  }

  @ParameterizedTest
  @CsvSource({
    "fsync,ingest-service,ingest_service",
    "full_page_writes,insights-service,insights_service",
    "synchronous_commit,bot-detector,bot_detector"
  })
  void aStartIsRefusedWhileASettingIsOff(String setting, String module, String role)
      throws Exception {
    try (var postgres = postgres(0, setting)) {
      int port = WorkbenchProcess.freePorts(1).get(0);
      var settings = ProductionSettings.of(role, provider, postgres.getPort(), port);

      var refused = PackagedService.start(module, settings);

      assertThat(refused.exitCode()).as(refused.output()).isEqualTo(1);
      assertThat(refused.output())
          .contains(
              "This service does not start, because\n  - " + setting + " of PostgreSQL is off, so ",
              "set " + setting + " = on",
              "MINIGRAM_DURABILITY_DEMANDED=false")
          .doesNotContain("\tat ", "Listening on");
    }
  }

  @Test
  void theRoleMayHaveASettingOfItsOwn() throws Exception {
    try (var postgres = postgres(0, "none");
        var connection = postgres.getPostgresDatabase().getConnection()) {
      connection
          .createStatement()
          .execute("alter role ingest_service set synchronous_commit = off");
      int port = WorkbenchProcess.freePorts(1).get(0);
      var settings = ProductionSettings.of("ingest_service", provider, postgres.getPort(), port);

      var refused = PackagedService.start("ingest-service", settings);

      assertThat(refused.exitCode()).as(refused.output()).isEqualTo(1);
      assertThat(refused.output()).contains("synchronous_commit of PostgreSQL is off");
    }
  }

  @Test
  void whereItMayBeLostItMayBeOff() throws Exception {
    try (var postgres = postgres(0, "fsync")) {
      int port = WorkbenchProcess.freePorts(1).get(0);
      var settings = ProductionSettings.of("ingest_service", provider, postgres.getPort(), port);
      settings.put("MINIGRAM_DURABILITY_DEMANDED", "false");

      try (var service = PackagedService.start("ingest-service", settings)) {
        service.awaitListening();

        assertThat(durability(port)).containsEntry("status", "UP");
      }
    }
  }

  @Test
  void aServiceThatStartsFirstIsNotReadyBeforeItHasAsked() throws Exception {
    var ports = WorkbenchProcess.freePorts(2);
    int databasePort = ports.get(0);
    int port = ports.get(1);
    var settings = ProductionSettings.of("ingest_service", provider, databasePort, port);

    try (var service = PackagedService.start("ingest-service", settings)) {
      service.awaitListening();
      assertThat(durability(port)).containsEntry("status", "DOWN");
      given().get("http://localhost:" + port + "/q/health/live").then().statusCode(200);

      try (var postgres = postgres(databasePort, "fsync")) {
        Awaitility.await()
            .atMost(LIMIT)
            .untilAsserted(
                () -> assertThat(durability(port).toString()).contains("fsync of PostgreSQL"));
        assertThat(durability(port)).containsEntry("status", "DOWN");
      }
      try (var postgres = postgres(databasePort, "none")) {
        Awaitility.await()
            .atMost(LIMIT)
            .untilAsserted(() -> assertThat(durability(port)).containsEntry("status", "UP"));
      }
    }
  }

  private static Map<String, Object> durability(int port) {
    return JsonPath.from(given().get("http://localhost:" + port + "/q/health/ready").asString())
        .getMap("checks.find { it.name == 'Durability' }");
  }

  /** With its roles, and without its tables: durability does not depend on them. */
  private static EmbeddedPostgres postgres(int port, String off) throws Exception {
    var builder = EmbeddedPostgres.builder().setPort(port);
    for (var setting : new String[] {"fsync", "full_page_writes", "synchronous_commit"}) {
      builder.setServerConfig(setting, setting.equals(off) ? "off" : "on");
    }
    var postgres = builder.start();
    var owner = new Database("localhost", postgres.getPort(), "minigram", "postgres", "postgres");
    Bootstrap.run(owner, Passwords.random());
    return postgres;
  }
}
