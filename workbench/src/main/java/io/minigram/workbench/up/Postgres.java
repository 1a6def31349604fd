package io.minigram.workbench.up;

import io.minigram.workbench.database.Database;
import io.minigram.workbench.terminal.CommandFailure;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The PostgreSQL of a local run: one of its own, or one that is there already. */
final class Postgres implements AutoCloseable {

  private static final String DATABASE = "minigram";
  private static final String SUPERUSER = "postgres";
  private static final Duration STOP_LIMIT = Duration.ofMinutes(2);

  /** Everybody needs a password, also on this machine. */
  private static final List<String> HOST_BASED_AUTHENTICATION =
      List.of(
          "local all all scram-sha-256",
          "host all all 127.0.0.1/32 scram-sha-256",
          "host all all ::1/128 scram-sha-256");

  private static final Pattern URL =
      Pattern.compile(
          "(?:jdbc:|vertx-reactive:)?postgres(?:ql)?://(?<host>[^:/?]+)(?::(?<port>\\d+))?/(?<name>[^?]+)");

  private final Database owner;
  private final EmbeddedPostgres embedded;
  private final Path dataDirectory;

  private Postgres(Database owner, EmbeddedPostgres embedded, Path dataDirectory) {
    this.owner = owner;
    this.embedded = embedded;
    this.dataDirectory = dataDirectory;
  }

  /**
   * Starts a PostgreSQL that keeps its data in the folder, with fsync on.
   *
   * @param port 0 for any that is free
   */
  static Postgres start(DataFolder data, int port, String ownerPassword) throws IOException {
    var directory = data.postgres();
    refuseIfRunning(directory);
    boolean fresh = !Files.exists(directory.resolve("PG_VERSION"));
    var log = Redirect.appendTo(data.log("postgresql").toFile());
    EmbeddedPostgres embedded;
    try {
      embedded =
          EmbeddedPostgres.builder()
              .setDataDirectory(directory)
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setPort(port)
              .setServerConfig("fsync", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("listen_addresses", "localhost")
              // a failing row or statement would bring comments and passwords into the log
              .setServerConfig("log_error_verbosity", "terse")
              .setServerConfig("log_min_error_statement", "panic")
              .setServerConfig("shared_buffers", "256MB")
              .setServerConfig("max_wal_size", "4GB")
              .setServerConfig("max_connections", "100")
              .setConnectConfig("password", ownerPassword)
              .setOutputRedirector(log)
              .setErrorRedirector(log)
              .start();
    } catch (IOException | IllegalStateException e) {
      throw new CommandFailure("PostgreSQL did not start; its log is " + data.log("postgresql"), e);
    }
    var owner = new Database("localhost", embedded.getPort(), DATABASE, SUPERUSER, ownerPassword);
    var postgres = new Postgres(owner, embedded, directory);
    if (fresh) {
      try {
        postgres.demandPasswords();
      } catch (SQLException | IOException e) {
        postgres.close();
        throw new CommandFailure("PostgreSQL could not be set up", e);
      }
    }
    return postgres;
  }

  /** The PostgreSQL that the usual settings name, if they name one. */
  static Optional<Postgres> named(Map<String, String> environment) {
    var url =
        Optional.ofNullable(environment.get("QUARKUS_DATASOURCE_JDBC_URL"))
            .or(() -> Optional.ofNullable(environment.get("QUARKUS_DATASOURCE_REACTIVE_URL")));
    if (url.isEmpty()) {
      return Optional.empty();
    }
    var address = URL.matcher(url.get());
    if (!address.matches()) {
      throw new CommandFailure(
          "QUARKUS_DATASOURCE_JDBC_URL or QUARKUS_DATASOURCE_REACTIVE_URL must look like"
              + " postgresql://host:5432/database");
    }
    var user = environment.get("QUARKUS_DATASOURCE_USERNAME");
    var password = environment.get("QUARKUS_DATASOURCE_PASSWORD");
    if (user == null || password == null) {
      throw new CommandFailure(
          "QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD must be set with the URL:"
              + " those of a role that may make databases and roles");
    }
    int port = address.group("port") == null ? 5432 : Integer.parseInt(address.group("port"));
    var owner = new Database(address.group("host"), port, address.group("name"), user, password);
    return Optional.of(new Postgres(owner, null, null));
  }

  Database owner() {
    return owner;
  }

  /** Ends when PostgreSQL has written everything and is gone; one that was there before stays. */
  @Override
  public void close() throws IOException {
    if (embedded == null) {
      return;
    }
    var running = postmaster(dataDirectory);
    embedded.close();
    if (running.isPresent()) {
      try {
        running.get().onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
      } catch (Exception e) {
        throw new IOException(
            "PostgreSQL (process %d) does not stop".formatted(running.get().pid()), e);
      }
    }
  }

  private void demandPasswords() throws SQLException, IOException {
    try (var connection = owner.named("postgres").connect();
        var statement = connection.createStatement()) {
      statement.execute(
          "alter role %s password %s"
              .formatted(SUPERUSER, statement.enquoteLiteral(owner.password())));
      Files.write(dataDirectory.resolve("pg_hba.conf"), HOST_BASED_AUTHENTICATION);
      statement.execute("select pg_reload_conf()");
    }
  }

  /** The processor time that its processes have taken so far; zero if it is somebody else's. */
  Duration processorTime() throws IOException {
    return dataDirectory == null
        ? Duration.ZERO
        : postmaster(dataDirectory).stream()
            .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.children()))
            .flatMap(process -> process.info().totalCpuDuration().stream())
            .reduce(Duration.ZERO, Duration::plus);
  }

  private static void refuseIfRunning(Path directory) throws IOException {
    var running = postmaster(directory);
    if (running.isPresent()) {
      throw new CommandFailure(
          "A PostgreSQL of an earlier run is still running on %s. Stop it with: kill -INT %d"
              .formatted(directory, running.get().pid()));
    }
  }

  private static Optional<ProcessHandle> postmaster(Path directory) throws IOException {
    var file = directory.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var pid = Files.readAllLines(file).stream().findFirst().map(String::strip);
    return pid.filter(text -> text.matches("\\d+"))
        .flatMap(text -> ProcessHandle.of(Long.parseLong(text)))
        // the number may have gone to another process since
        .filter(process -> process.info().command().orElse("").endsWith("postgres"));
  }
}
