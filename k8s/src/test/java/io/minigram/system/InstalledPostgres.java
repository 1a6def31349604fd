package io.minigram.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.workbench.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/**
 * A server of the PostgreSQL that is installed on this machine, with the programs for backups that
 * the embedded one lacks.
 */
final class InstalledPostgres implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final String PASSWORD = "Zq7-backup-owner";

  private final Path programs;
  private final Path data;
  private final int port;
  private final Process server;

  private InstalledPostgres(Path programs, Path data, int port, Process server) {
    this.programs = programs;
    this.data = data;
    this.port = port;
    this.server = server;
  }

  /** The folder of its programs; the test is skipped where nothing is installed. */
  static Path demandPrograms() throws IOException {
    var folder = Path.of("/usr/lib/postgresql");
    Optional<Path> programs = Optional.empty();
    if (Files.isDirectory(folder)) {
      try (var versions = Files.list(folder)) {
        programs =
            versions
                .map(version -> version.resolve("bin"))
                .filter(
                    bin ->
                        Stream.of("initdb", "postgres", "pg_ctl", "pg_dump", "pg_restore")
                            .allMatch(program -> Files.isExecutable(bin.resolve(program))))
                .max(Comparator.comparing(bin -> bin.getParent().getFileName().toString()));
      }
    }
    // Where the build is the gate, a missing tool is a failure, not a reason to skip.
    if (System.getenv("CI") != null) {
      assertThat(programs).as("PostgreSQL is installed in %s", folder).isPresent();
    }
    Assumptions.assumeTrue(programs.isPresent(), "PostgreSQL is not installed in " + folder);
    return programs.get();
  }

  /** A new server without any database of ours. */
  static InstalledPostgres start(Path programs, Path data, int port) throws Exception {
    Files.createDirectories(data.getParent());
    var password = Files.writeString(Files.createTempFile("owner", ".txt"), PASSWORD);
    run(
        line(
            programs.resolve("initdb"),
            "--pgdata=" + data,
            "--username=postgres",
            "--auth=scram-sha-256",
            "--pwfile=" + password,
            "--encoding=UTF8",
            "--no-locale"),
        Map.of());
    Files.delete(password);
    var log = data.resolveSibling(data.getFileName() + ".log").toFile();
    var server =
        new ProcessBuilder(
                line(
                    programs.resolve("postgres"),
                    "-D",
                    data.toString(),
                    "-p",
                    Integer.toString(port),
                    "-k",
                    ""))
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start();
    var postgres = new InstalledPostgres(programs, data, port, server);
    Awaitility.await().atMost(LIMIT).until(() -> !server.isAlive() || postgres.answers());
    assertThat(server.isAlive()).as("see %s", log).isTrue();
    return postgres;
  }

  private boolean answers() {
    try (var connection = owner("postgres").connect()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  Database owner(String database) {
    return new Database("localhost", port, database, "postgres", PASSWORD);
  }

  /** What tells {@code workbench up} to use this server and the database "minigram". */
  Map<String, String> environment() {
    return Map.of(
        "QUARKUS_DATASOURCE_JDBC_URL",
        owner("minigram").jdbcUrl(),
        "QUARKUS_DATASOURCE_USERNAME",
        "postgres",
        "QUARKUS_DATASOURCE_PASSWORD",
        PASSWORD);
  }

  /** Runs {@code pg_dump} or {@code pg_restore} as the owner. */
  void backUp(String program, String... arguments) throws Exception {
    var line = new ArrayList<String>();
    line.add(programs.resolve(program).toString());
    line.addAll(List.of("--host=localhost", "--port=" + port, "--username=postgres"));
    line.addAll(List.of(arguments));
    run(line, Map.of("PGPASSWORD", PASSWORD));
  }

  /** PostgreSQL refuses to be run by root, also where root is the only user there is. */
  private static List<String> line(Path program, String... arguments) {
    var line = new ArrayList<String>();
    if (System.getProperty("user.name").equals("root")) {
      line.addAll(List.of("unshare", "--user"));
    }
    line.add(program.toString());
    line.addAll(List.of(arguments));
    return line;
  }

  private static void run(List<String> line, Map<String, String> environment) throws Exception {
    var builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().putAll(environment);
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as("%s: %s", line, output).isZero();
  }

  @Override
  public void close() throws Exception {
    run(
        line(programs.resolve("pg_ctl"), "stop", "--mode=fast", "--wait", "--pgdata=" + data),
        Map.of());
    server.waitFor();
  }
}
