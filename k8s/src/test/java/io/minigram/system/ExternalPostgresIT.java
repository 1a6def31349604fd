package io.minigram.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A PostgreSQL that is there already is used, and left as it is found. */
class ExternalPostgresIT {

  @Test
  void theUsualSettingsNameTheOwnerOfAnotherPostgresql() throws Exception {
    var data = WorkbenchProcess.TARGET.resolve("external");
    UpIT.delete(data);
    try (var postgres = EmbeddedPostgres.start()) {
      // given an owner who is no superuser
      try (var connection = postgres.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute(
            "create role elsewhere_owner login createdb createrole password 'secret'");
      }
      var environment =
          Map.of(
              "QUARKUS_DATASOURCE_JDBC_URL",
              "jdbc:postgresql://localhost:" + postgres.getPort() + "/elsewhere",
              "QUARKUS_DATASOURCE_USERNAME",
              "elsewhere_owner",
              "QUARKUS_DATASOURCE_PASSWORD",
              "secret");

      try (var system = RunningSystem.start(data, environment, "--users=600", "--photos=3000")) {
        assertThat(data.resolve("postgres")).doesNotExist();
        assertThat(system.askInsights("{ totals { users photos } }").getInt("data.totals.users"))
            .isEqualTo(600);
      }

      try (var connection = postgres.getDatabase("postgres", "elsewhere").getConnection();
          var result =
              connection
                  .createStatement()
                  .executeQuery(
                      "select count(*), (select count(*) from pg_stat_activity"
                          + " where usename like '%service' or usename = 'bot_detector')"
                          + " from facts.photos")) {
        result.next();
        assertThat(result.getInt(1)).isEqualTo(3000);
        assertThat(result.getInt(2)).as("connections left open").isZero();
      }
    }
  }

  @Test
  void aPostgresqlThatIsNotThereIsNamed() throws Exception {
    int port = WorkbenchProcess.freePorts(1).get(0);
    var environment =
        Map.of(
            "QUARKUS_DATASOURCE_JDBC_URL",
            "jdbc:postgresql://localhost:" + port + "/elsewhere",
            "QUARKUS_DATASOURCE_USERNAME",
            "somebody",
            "QUARKUS_DATASOURCE_PASSWORD",
            "a-secret-of-somebody");
    var arguments =
        RunningSystem.arguments(
            WorkbenchProcess.TARGET.resolve("nowhere"), WorkbenchProcess.freePorts(4));

    var refused = WorkbenchProcess.start(environment, arguments);

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.output())
        .contains("somebody@localhost:" + port + "/elsewhere cannot be set up")
        .doesNotContain("a-secret-of-somebody")
        .doesNotContain("\tat ");
  }
}
