package io.minigram.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.edge.identity.Roles;
import io.minigram.workbench.database.Bootstrap;
import io.minigram.workbench.database.Database;
import io.minigram.workbench.database.Passwords;
import io.minigram.workbench.database.Role;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The runbook's backup and restore: a dump, loaded into a server that has never been MiniGram's,
 * whose transactions have lower numbers than those that the dump speaks of.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupIT {

  private static final Duration LIMIT = Duration.ofMinutes(1);

  /** More transactions than a new server has made by the time that it is restored. */
  private static final int TRANSACTIONS = 20_000;

  /** Users who have not done anything yet. */
  private static final int FIRST = 100_001;

  private static final int SECOND = 100_002;

  /** A photo that never came, since what comes after it must be the same with and without it. */
  private static final int REMOVED = 777_777;

  private static final String QUESTIONS =
      """
      { totals { users photos tags likes comments likesPerPhoto }
        influencers(first: 50) { totalCount edges { node { id username followers } } }
        suspectedBots(first: 50) { totalCount shareOfLikes }
        detected: suspectedBots(first: 50, suspects: DETECTOR) { totalCount }
        confirmed: suspectedBots(first: 50, suspects: CONFIRMED) { totalCount }
        eventSeries(kind: LIKES, granularity: MONTH) { label events }
        report { summary findings { key outcome sentence } } }\
      """;
  private static final String FLAGGED =
      """
      { flaggedAccounts(first: 100) { totalCount
          edges { node { id username score state version reasons { signal value } } } }
        latestRun { flagged accounts } }\
      """;
  private static final String IMPORTS =
      "{ imports(first: 50) { totalCount edges { node { id kind state received inserted } } } }";
  private static final String LIKE =
      "mutation { like(photoId: 3, userId: %d, createdAt: \"2024-05-01T12:00:00Z\","
          + " idempotencyKey: \"%s\") { id changed position } }";

  private final Path folder = WorkbenchProcess.TARGET.resolve("backup");
  private final Path dump = folder.resolve("minigram.dump");

  private Path programs;
  private Map<String, String> answers;
  private Map<String, Long> counts;
  private Map<String, Object> lastWrite;

  @BeforeAll
  void dumpARunningSystem() throws Exception {
    programs = InstalledPostgres.demandPrograms();
    UpIT.delete(folder);
    int port = WorkbenchProcess.freePorts(1).get(0);
    try (var postgres = InstalledPostgres.start(programs, folder.resolve("before"), port)) {
      spend(postgres.owner("postgres"));
      try (var system =
          RunningSystem.start(
              folder.resolve("system-before"),
              postgres.environment(),
              "--users=600",
              "--photos=3000")) {
        decide(system);
        register(system, FIRST);
        register(system, SECOND);
        lastWrite = like(system, FIRST, "before-the-dump");
        awaitRead(system, lastWrite);
        score(system);
        awaitRolledUp(postgres.owner("minigram"));
        answers = answers(system);

        postgres.backUp("pg_dump", "--format=custom", "--file=" + dump, "--dbname=minigram");
      }
      counts = counts(postgres.owner("minigram"));
    }
  }

  @Test
  void aDumpBringsEverythingBack() throws Exception {
    int port = WorkbenchProcess.freePorts(1).get(0);
    try (var postgres = InstalledPostgres.start(programs, folder.resolve("after"), port)) {
      var owner = postgres.owner("minigram");
      var passwords = Passwords.random();
      Bootstrap.run(owner, passwords);
      restore(postgres);
      assertThat(counts(owner)).isEqualTo(counts);
      assertThat(number(owner, "select min(xid)::text::bigint from facts.batch"))
          .as("the numbers in the dump are higher than those of this server")
          .isGreaterThan(number(owner, "select pg_current_xact_id()::text::bigint"));
      leaveARemovalBehind(owner);
      migrate(owner, passwords);

      try (var system =
          RunningSystem.start(sameUsers("system-after"), postgres.environment(), "--no-data")) {
        assertThat(answers(system)).isEqualTo(answers);
        goesOn(system);
        assertThat(
                number(owner, "select count(*) from insights.rolled_batch")
                    - counts.get("insights.rolled_batch"))
            .as("batches rolled up after the restore: those of the writes, and no other")
            .isBetween(1L, 10L);
      }
    }
  }

  @Test
  void rollUpsThatWereLeftOutAreCountedAgain() throws Exception {
    int port = WorkbenchProcess.freePorts(1).get(0);
    try (var postgres = InstalledPostgres.start(programs, folder.resolve("facts"), port)) {
      var owner = postgres.owner("minigram");
      var passwords = Passwords.random();
      Bootstrap.run(owner, passwords);
      restore(postgres, "--exclude-schema=insights");
      leaveARemovalBehind(owner);
      migrate(owner, passwords);

      try (var system =
          RunningSystem.start(sameUsers("system-facts"), postgres.environment(), "--no-data")) {
        awaitRolledUp(owner);
        assertThat(answers(system)).isEqualTo(answers);
        goesOn(system);
      }
    }
  }

  /** A data folder with the users of before, as a provider would go on knowing them. */
  private Path sameUsers(String name) throws IOException {
    var data = Files.createDirectory(folder.resolve(name));
    var from = folder.resolve("system-before").resolve("identity");
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        Files.copy(
            file,
            data.resolve("identity").resolve(from.relativize(file)),
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return data;
  }

  /** The services' own artifacts do it, in whatever order. */
  private static void migrate(Database owner, Passwords passwords) throws InterruptedException {
    for (var service :
        Map.of(
                "ingest-service", Role.FACTS_MIGRATOR,
                "bot-detector", Role.MODERATION_MIGRATOR,
                "insights-service", Role.INSIGHTS_MIGRATOR)
            .entrySet()) {
      var environment =
          Map.of(
              "QUARKUS_DATASOURCE_MIGRATION_JDBC_URL", owner.jdbcUrl(),
              "QUARKUS_DATASOURCE_MIGRATION_USERNAME", service.getValue().roleName(),
              "QUARKUS_DATASOURCE_MIGRATION_PASSWORD", passwords.of(service.getValue()));
      try (var migration = PackagedService.start(service.getKey(), environment, "migrate")) {
        assertThat(migration.exitCode()).as(migration.output()).isZero();
      }
    }
  }

  private void restore(InstalledPostgres postgres, String... more) throws Exception {
    var arguments =
        new ArrayList<>(
            List.of(
                "--clean",
                "--if-exists",
                "--exit-on-error",
                "--single-transaction",
                "--dbname=minigram"));
    arguments.addAll(List.of(more));
    arguments.add(dump.toString());
    postgres.backUp("pg_restore", arguments.toArray(String[]::new));
  }

  /** What was written before is known, and what is written now is read, swept and scored. */
  private void goesOn(RunningSystem system) throws Exception {
    // sent again under its key: the answer of then, with a position that is reached
    var again = like(system, FIRST, "before-the-dump");
    assertThat(again).containsEntry("id", lastWrite.get("id")).containsEntry("changed", true);
    awaitRead(system, again);

    long before = likes(system);
    var written = like(system, SECOND, "after-the-restore");
    assertThat(written).containsEntry("changed", true);
    awaitRead(system, written);
    assertThat(likes(system)).isEqualTo(before + 1);

    Awaitility.await()
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                assertThat(
                        RunningSystem.ask(
                                system.ingest(),
                                system.token(Roles.ADMIN),
                                "{ removal(target: PHOTO, id: %d) { state } }".formatted(REMOVED))
                            .getString("data.removal.state"))
                    .isEqualTo("DONE"));
    // an id that nobody has yet
    assertThat(
            RunningSystem.ask(
                    system.ingest(),
                    system.token(Roles.INGESTOR),
                    "mutation { registerUser(username: \"new\") { id changed } }")
                .getBoolean("data.registerUser.changed"))
        .isTrue();
  }

  /**
   * As when ingest-service was killed right after it had marked the removal for the sweep: on the
   * old server, by a transaction of there.
   */
  private static void leaveARemovalBehind(Database owner) throws SQLException {
    execute(
        owner,
        "insert into facts.removal (target, id, barrier)"
            + " select 'PHOTO', %d, max(xid) from facts.batch".formatted(REMOVED));
  }

  private static void decide(RunningSystem system) throws IOException {
    var flagged = system.askBots("{ flaggedAccounts(first: 2) { edges { node { id version } } } }");
    assertThat(flagged.getList("data.flaggedAccounts.edges")).hasSize(2);
    for (int i = 0; i < 2; i++) {
      var account = flagged.getMap("data.flaggedAccounts.edges[%d].node".formatted(i));
      var decided =
          system.askBots(
              "mutation { %s(id: \"%s\", version: %s, note: \"seen\") { state } }"
                  .formatted(
                      i == 0 ? "confirmAccount" : "dismissAccount",
                      account.get("id"),
                      account.get("version")));
      assertThat(decided.getList("errors")).isNull();
    }
  }

  private static void register(RunningSystem system, int user) throws IOException {
    assertThat(
            RunningSystem.ask(
                    system.ingest(),
                    system.token(Roles.INGESTOR),
                    "mutation { registerUser(id: %d, username: \"somebody\") { changed } }"
                        .formatted(user))
                .getBoolean("data.registerUser.changed"))
        .isTrue();
  }

  private static Map<String, Object> like(RunningSystem system, int user, String key)
      throws IOException {
    var answer =
        RunningSystem.ask(system.ingest(), system.token(Roles.INGESTOR), LIKE.formatted(user, key));
    assertThat(answer.getList("errors")).isNull();
    return answer.getMap("data.like");
  }

  private static void awaitRead(RunningSystem system, Map<String, Object> write) {
    Awaitility.await()
        .atMost(LIMIT)
        .untilAsserted(
            () -> {
              var answer =
                  system.askInsights(
                      "query @atLeast(position: \"%s\") { totals { likes } }"
                          .formatted(write.get("position")));
              assertThat(answer.getList("errors")).isNull();
            });
  }

  private static long likes(RunningSystem system) throws IOException {
    return system.askInsights("{ totals { likes } }").getLong("data.totals.likes");
  }

  /** Until a run has seen all batches; there may be another one at this moment. */
  private static void score(RunningSystem system) {
    Awaitility.await()
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                assertThat(system.askBots("mutation { startRun { id } }").getList("errors"))
                    .isNull());
  }

  /** Until the last decision and run are in the answers, too. */
  private static void awaitRolledUp(Database owner) {
    Awaitility.await()
        .atMost(LIMIT)
        .untilAsserted(
            () -> {
              assertThat(
                      number(
                          owner,
                          "select count(*) from facts.batch where id not in"
                              + " (select batch_id from insights.rolled_batch)"))
                  .isZero();
              assertThat(number(owner, "select flagged_change_id from insights.roll_up"))
                  .isEqualTo(number(owner, "select max(id) from moderation.flagged_change"));
            });
  }

  private static Map<String, String> answers(RunningSystem system) throws IOException {
    return Map.of(
        "insights", data(system.askInsights(QUESTIONS)),
        "bots", data(system.askBots(FLAGGED)),
        "ingest", data(RunningSystem.ask(system.ingest(), system.token(Roles.INGESTOR), IMPORTS)));
  }

  private static String data(JsonPath answer) {
    assertThat(answer.getList("errors")).isNull();
    return answer.getMap("data").toString();
  }

  private static Map<String, Long> counts(Database owner) throws SQLException {
    var counts = new TreeMap<String, Long>();
    try (var connection = owner.connect();
        var statement = connection.createStatement();
        var tables =
            statement.executeQuery(
                "select schemaname || '.' || tablename from pg_tables"
                    + " where schemaname in ('facts', 'insights', 'moderation')")) {
      while (tables.next()) {
        counts.put(
            tables.getString(1), number(owner, "select count(*) from " + tables.getString(1)));
      }
    }
    return counts;
  }

  /** Transactions, so that their numbers are ahead of those of a new server. */
  private static void spend(Database owner) throws SQLException {
    execute(
        owner,
        """
        do $$
        begin
          for i in 1..%d loop
            perform pg_current_xact_id();
            commit;
          end loop;
        end
        $$
        """
            .formatted(TRANSACTIONS));
  }

  private static void execute(Database owner, String sql) throws SQLException {
    try (var connection = owner.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long number(Database owner, String query) throws SQLException {
    try (var connection = owner.connect();
        var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }
}
