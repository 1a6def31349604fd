package io.minigram.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.workbench.database.Database;
import io.minigram.workbench.database.Role;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From an empty PostgreSQL to migrated schemas, as the manifests do it: by the packaged services,
 * which know nothing but their environment.
 */
class BootstrapIT {

  private static final String INVALID_PASSWORD = "28P01";

  @TempDir Path data;

  private EmbeddedPostgres postgres;
  private Database owner;

  /** A PostgreSQL that asks everybody for a password. */
  @BeforeEach
  void start() throws Exception {
    postgres = EmbeddedPostgres.builder().setDataDirectory(data.resolve("postgres")).start();
    owner = new Database("localhost", postgres.getPort(), "minigram", "postgres", "owner-password");
    try (var connection = owner.named("postgres").connect();
        var statement = connection.createStatement()) {
      statement.execute("alter role postgres password 'owner-password'");
      Files.write(
          data.resolve("postgres/pg_hba.conf"), List.of("host all all samehost scram-sha-256"));
      statement.execute("select pg_reload_conf()");
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> isRefused(owner.named("postgres").as("postgres", "wrong")));
  }

  @AfterEach
  void stop() throws IOException {
    postgres.close();
  }

  @Test
  void makesWhatTheMigrationsStandOn() throws Exception {
    var bootstrap = PackagedService.start("ingest-service", environment("first"), "bootstrap");

    assertThat(bootstrap.exitCode()).as(bootstrap.output()).isZero();
    assertThat(bootstrap.output())
        .contains(owner.jdbcUrl() + " has its roles and schemas")
        .doesNotContain("first", "\tat ");
    migrate("ingest-service", Role.FACTS_MIGRATOR);
    migrate("bot-detector", Role.MODERATION_MIGRATOR);
    migrate("insights-service", Role.INSIGHTS_MIGRATOR);
    assertThat(count(Role.INGEST_SERVICE, "facts.likes")).isZero();
    assertThat(count(Role.BOT_DETECTOR, "moderation.run")).isZero();
    assertThat(count(Role.INSIGHTS_SERVICE, "insights.photo")).isZero();
  }

  @Test
  void setsNewPasswordsWhenItIsRunAgain() throws Exception {
    // given
    assertThat(
            PackagedService.start("ingest-service", environment("first"), "bootstrap").exitCode())
        .isZero();

    // when
    var again = PackagedService.start("ingest-service", environment("second"), "bootstrap");

    // then
    assertThat(again.exitCode()).as(again.output()).isZero();
    for (var role : Role.values()) {
      assertThat(isRefused(owner.as(role.roleName(), password("first", role)))).isTrue();
      assertThat(isRefused(owner.as(role.roleName(), password("second", role)))).isFalse();
    }
  }

  @Test
  void makesNothingUnlessEveryRoleGetsAPassword() throws Exception {
    var environment = environment("first");
    environment.remove("MINIGRAM_PASSWORD_MODERATION_MIGRATOR");

    var bootstrap = PackagedService.start("ingest-service", environment, "bootstrap");

    assertThat(bootstrap.exitCode()).isEqualTo(1);
    assertThat(bootstrap.output())
        .contains("There is no password for the role moderation_migrator")
        .doesNotContain("\tat ");
    try (var connection = owner.connect();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery("select count(*) from pg_roles where rolname like '%service'")) {
      rows.next();
      assertThat(rows.getInt(1)).isZero();
    }
  }

  @Test
  void saysWhatItNeeds() throws Exception {
    var bootstrap =
        PackagedService.start(
            "ingest-service", Map.of("QUARKUS_DATASOURCE_USERNAME", "postgres"), "bootstrap");

    assertThat(bootstrap.exitCode()).isEqualTo(2);
    assertThat(bootstrap.output())
        .contains(
            "QUARKUS_DATASOURCE_JDBC_URL is not set",
            "QUARKUS_DATASOURCE_PASSWORD is not set",
            "MINIGRAM_PASSWORD_<ROLE>")
        .doesNotContain("QUARKUS_DATASOURCE_USERNAME is not set");
  }

  private Map<String, String> environment(String generation) {
    var environment = new HashMap<String, String>();
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", owner.jdbcUrl());
    environment.put("QUARKUS_DATASOURCE_USERNAME", owner.user());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", owner.password());
    Arrays.stream(Role.values())
        .forEach(
            role ->
                environment.put("MINIGRAM_PASSWORD_" + role.name(), password(generation, role)));
    return environment;
  }

  private void migrate(String service, Role migrator) throws InterruptedException {
    var migration =
        PackagedService.start(
            service,
            Map.of(
                "QUARKUS_DATASOURCE_MIGRATION_JDBC_URL", owner.jdbcUrl(),
                "QUARKUS_DATASOURCE_MIGRATION_USERNAME", migrator.roleName(),
                "QUARKUS_DATASOURCE_MIGRATION_PASSWORD", password("first", migrator)),
            "migrate");
    assertThat(migration.exitCode()).as(migration.output()).isZero();
  }

  private long count(Role role, String table) throws SQLException {
    try (var connection = owner.as(role.roleName(), password("first", role)).connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static boolean isRefused(Database login) throws SQLException {
    try (var connection = login.connect()) {
      return false;
    } catch (SQLException e) {
      if (INVALID_PASSWORD.equals(e.getSQLState())) {
        return true;
      }
      throw e;
    }
  }

  private static String password(String generation, Role role) {
    return generation + "-" + role.roleName();
  }
}
