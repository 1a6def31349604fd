package io.minigram.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The newcomer's story: one command, with the published network's defaults. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpIT {

  private final Path data = WorkbenchProcess.TARGET.resolve("up");
  private RunningSystem system;
  private String firstFigures;
  private String firstToken;

  @BeforeAll
  void start() throws IOException {
    delete(data);
    system = RunningSystem.start(data, Map.of());
  }

  @AfterAll
  void stop() throws InterruptedException {
    system.close();
  }

  @Test
  @Order(1)
  void printsTheHeadlineFigures() {
    firstFigures = figures(system.workbench().output());

    assertThat(system.workbench().output())
        .contains("likes.csv")
        .containsPattern("users +5,000\n")
        .containsPattern("photos +25,000\n")
        .containsPattern("influencers +135\n")
        .containsPattern("suspected bots .* 49\n")
        .containsPattern("accounts flagged by bot-detector +49\n");
  }

  @Test
  @Order(1)
  void everyAddressThatItNamesOpens() {
    var addresses =
        system
            .workbench()
            .output()
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith("http://"))
            .map(line -> line.split(" ")[0])
            .toList();

    assertThat(addresses).hasSize(3);
    for (var address : addresses) {
      given().when().get(address).then().statusCode(200).contentType("text/html");
    }
  }

  @Test
  @Order(1)
  void whatIsServedIsWhatTheDatabaseHolds() throws Exception {
    var totals = system.askInsights("{ totals { users photos tags likes comments } }");

    for (var table : List.of("users", "photos", "tags", "likes", "comments")) {
      assertThat(List.of(Long.toString(totals.getLong("data.totals." + table))))
          .as(table)
          .isEqualTo(system.rows("select count(*) from facts." + table));
    }
  }

  @Test
  @Order(1)
  void flagsExactlyTheAccountsThatTheGeneratorMadeBots() throws IOException {
    var bots = new TreeSet<>(Files.readAllLines(data.resolve("network/truth/bots.csv")));
    bots.remove("user_id");

    var flagged = new TreeSet<String>();
    var after = "null";
    boolean more = true;
    while (more) {
      var page =
          system.askBots(
              "{ flaggedAccounts(first: 20, after: "
                  + after
                  + ") { edges { node { id score reasons { sentence } } }"
                  + " pageInfo { hasNextPage endCursor } } }");
      flagged.addAll(page.<String>getList("data.flaggedAccounts.edges.node.id"));
      after = "\"" + page.getString("data.flaggedAccounts.pageInfo.endCursor") + "\"";
      more = page.getBoolean("data.flaggedAccounts.pageInfo.hasNextPage");
    }

    assertThat(bots).hasSize(49);
    assertThat(flagged).isEqualTo(bots);
  }

  @Test
  @Order(1)
  void theReportSaysWhereTheDataComeFrom() throws IOException {
    assertThat(system.askInsights("{ report { origin } }").getString("data.report.origin"))
        .startsWith("generated with seed 42 ");
  }

  @Test
  @Order(1)
  void eachServiceHasItsOwnRoleAndPostgresqlIsSafe() throws Exception {
    assertThat(
            system.rows(
                "select distinct usename from pg_stat_activity where datname = 'minigram'"
                    + " and usename <> 'postgres' order by 1"))
        .containsExactly("bot_detector", "ingest_service", "insights_service");
    assertThat(system.rows("show fsync")).containsExactly("on");
    assertThat(system.rows("show synchronous_commit")).containsExactly("on");
    assertThat(Files.getPosixFilePermissions(data.resolve("database-passwords.properties")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  @Order(1)
  void nobodyGetsInWithoutAToken() {
    for (var service : List.of(system.ingest(), system.insights(), system.bots())) {
      given()
          .contentType("application/json")
          .body("{\"query\": \"{ __typename }\"}")
          .when()
          .post(service + "/graphql")
          .then()
          .statusCode(401)
          .header("WWW-Authenticate", "Bearer");
    }
  }

  @Test
  @Order(1)
  void theTokenOfTheCommandThatItShowsIsTaken() throws Exception {
    var command =
        system
            .workbench()
            .output()
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith("java -jar "))
            .findFirst()
            .orElseThrow();
    assertThat(command)
        .matches("java -jar \\S+/workbench\\.jar token moderator --data \\S*target/system/up");

    var process = new ProcessBuilder(command.split(" ")).start();
    firstToken = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(firstToken).endsWith("\n");
    firstToken = firstToken.strip();
    assertThat(
            RunningSystem.ask(system.bots(), firstToken, "{ latestRun { flagged } }")
                .getInt("data.latestRun.flagged"))
        .isEqualTo(49);
  }

  @Test
  @Order(1)
  void onlyTheOwnerOfTheDataFolderCanReadTheKeys() throws IOException {
    var folder = data.resolve("identity");

    assertThat(Files.getPosixFilePermissions(folder))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    try (var files = Files.list(folder)) {
      assertThat(files.toList())
          .hasSize(2)
          .allSatisfy(
              file ->
                  assertThat(Files.getPosixFilePermissions(file))
                      .isEqualTo(PosixFilePermissions.fromString("rw-------")));
    }
  }

  @Test
  @Order(2)
  void aSecondInstanceOnTheSameDataIsRefused() throws Exception {
    var second =
        WorkbenchProcess.start(
            Map.of(), RunningSystem.arguments(data, WorkbenchProcess.freePorts(4)));

    assertThat(second.exitCode()).isEqualTo(1);
    assertThat(second.output()).contains("is running on", "--data");
    assertThat(system.workbench().children()).hasSize(3);
  }

  @Test
  @Order(2)
  void aTakenPortIsRefused() throws Exception {
    var elsewhere = WorkbenchProcess.TARGET.resolve("port-taken");
    var second =
        WorkbenchProcess.start(Map.of(), RunningSystem.arguments(elsewhere, system.ports()));

    assertThat(second.exitCode()).isEqualTo(1);
    assertThat(second.output()).contains("Port " + system.ports().get(0), "--ingest-port");
  }

  @Test
  @Order(2)
  void sigtermWhilePostgresqlStartsLeavesNothingBehind() throws Exception {
    var early = WorkbenchProcess.TARGET.resolve("early");
    delete(early);
    var starting =
        WorkbenchProcess.start(
            Map.of(), RunningSystem.arguments(early, WorkbenchProcess.freePorts(4)));
    Awaitility.await().until(() -> Files.exists(early.resolve("postgres/postmaster.pid")));

    starting.terminate();

    assertThat(early.resolve("postgres/postmaster.pid")).doesNotExist();
  }

  @Test
  @Order(3)
  void sigtermStopsEverythingAndASecondStartFindsTheData() throws Exception {
    var children = system.workbench().children();
    system.workbench().terminate();

    assertThat(children).hasSize(3).noneMatch(ProcessHandle::isAlive);
    // PostgreSQL went last: no session was cut off, and it wrote everything out
    assertThat(system.log("postgresql"))
        .doesNotContain("terminating connection due to administrator command")
        .contains("database system is shut down");
    assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();

    // what the environment says of a provider of tokens is not for a local run
    system =
        RunningSystem.start(
            data,
            Map.of(
                "QUARKUS_OIDC_AUTH_SERVER_URL", "http://localhost:1/realms/other",
                "_LOCAL_QUARKUS_OIDC_TOKEN_ISSUER", "http://localhost:1/realms/other",
                "QUARKUS_PROFILE", "prod"));

    assertThat(system.workbench().output()).contains("nothing is loaded");
    assertThat(
            RunningSystem.ask(system.bots(), firstToken, "{ latestRun { flagged } }")
                .getInt("data.latestRun.flagged"))
        .as("answered to a token of the first run")
        .isEqualTo(49);
    assertThat(figures(system.workbench().output())).isEqualTo(firstFigures);
    theReportSaysWhereTheDataComeFrom();
  }

  @Test
  @Order(4)
  void aServiceThatDiesEndsTheRunWithItsName() throws Exception {
    var children = system.workbench().children();
    system.workbench().service("insights-service").destroyForcibly();

    assertThat(system.workbench().exitCode()).isEqualTo(1);
    assertThat(system.workbench().output()).contains("insights-service has ended (exit code 137)");
    Awaitility.await().until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
  }

  private static String figures(String output) {
    int from = output.indexOf("\nfigure");
    return output.substring(from, output.indexOf("MiniGram is up"));
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    var paths = new ArrayList<Path>();
    try (var found = Files.walk(folder)) {
      found.sorted(Comparator.reverseOrder()).forEach(paths::add);
    }
    for (var path : paths) {
      Files.delete(path);
    }
  }
}
