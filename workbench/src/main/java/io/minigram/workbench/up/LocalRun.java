package io.minigram.workbench.up;

import io.minigram.edge.identity.LocalIdentity;
import io.minigram.workbench.database.Bootstrap;
import io.minigram.workbench.database.Database;
import io.minigram.workbench.database.Passwords;
import io.minigram.workbench.database.Role;
import io.minigram.workbench.terminal.CommandFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * PostgreSQL and the three services on one machine: bootstrap, migrate, serve, and in the end stop
 * all of it, PostgreSQL last.
 */
final class LocalRun implements AutoCloseable {

  /** Of one request, so it need not last longer than it takes to begin it. */
  private static final Duration TOKEN_VALIDITY = Duration.ofMinutes(5);

  private final Path home;
  private final DataFolder data;
  private final Ports ports;
  private final Postgres postgres;
  private final Passwords passwords;
  private final LocalIdentity identity;
  private final List<ServiceProcess> running = Collections.synchronizedList(new ArrayList<>());
  private boolean stopping;

  /**
   * @param home the folder of the built project
   * @param postgres closed with the run
   */
  LocalRun(
      Path home,
      DataFolder data,
      Ports ports,
      Postgres postgres,
      Passwords passwords,
      LocalIdentity identity) {
    this.home = home;
    this.data = data;
    this.ports = ports;
    this.postgres = postgres;
    this.passwords = passwords;
    this.identity = identity;
  }

  /**
   * @throws CommandFailure if the project has not been built
   */
  static void demandBuilt(Path home) {
    for (var service : Service.values()) {
      if (!jar(home, service).toFile().exists()) {
        throw new CommandFailure(
            "There is no %s. Build the project first: mvn package -Dquick"
                .formatted(jar(home, service)));
      }
    }
  }

  void bootstrap() {
    try {
      Bootstrap.run(postgres.owner(), passwords);
    } catch (SQLException e) {
      throw new CommandFailure(
          "%s cannot be set up: %s".formatted(postgres.owner(), e.getMessage()), e);
    }
  }

  /** Runs the services' own migrations where a schema is behind. */
  void migrate() throws IOException, InterruptedException {
    var migrations = new ArrayList<ServiceProcess>();
    for (var service : Service.values()) {
      if (service.schema().isBehind(postgres.owner(), passwords)) {
        migrations.add(start(service, "migrate", migrationSettings(service)));
      }
    }
    for (var migration : migrations) {
      migration.awaitDone();
      running.remove(migration);
    }
  }

  void serve(Service... services) throws IOException, InterruptedException {
    serve(Map.of(), services);
  }

  /**
   * @param settings more of them, for all of the services
   */
  void serve(Map<String, String> settings, Service... services)
      throws IOException, InterruptedException {
    for (var service : services) {
      var all = new HashMap<>(serviceSettings(service));
      all.putAll(settings);
      start(service, "serve", all);
    }
    for (var process : List.copyOf(running)) {
      process.awaitReady(address(process.service()));
    }
  }

  /** Starts one more process of a service, and waits until it is ready. */
  URI serveAnother(Service service, int port, Map<String, String> settings)
      throws IOException, InterruptedException {
    var all = new HashMap<>(serviceSettings(service));
    all.putAll(settings);
    all.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    var address = URI.create("http://localhost:" + port);
    start(service, "serve", all, service.module() + "-" + port).awaitReady(address);
    return address;
  }

  /**
   * The database as a role sees it. An owner need not be a superuser, so may not see the tables.
   */
  Database database(Role role) {
    return postgres.owner().as(role.roleName(), passwords.of(role));
  }

  Database owner() {
    return postgres.owner();
  }

  /** The most memory that the service's process has taken so far, in bytes. */
  long peakMemory(Service service) throws IOException {
    for (var process : List.copyOf(running)) {
      if (process.service() == service) {
        return process.peakMemory();
      }
    }
    throw new IllegalStateException(service.module() + " is not running");
  }

  /** The processor time that the service's processes have taken so far. */
  Duration processorTime(Service service) {
    return List.copyOf(running).stream()
        .filter(process -> process.service() == service)
        .map(ServiceProcess::processorTime)
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** The processor time that PostgreSQL has taken so far. */
  Duration processorTimeOfPostgres() throws IOException {
    return postgres.processorTime();
  }

  /** Tokens of the role's user, a new one each time. */
  Supplier<String> tokens(String role) {
    return () -> identity.token(role, TOKEN_VALIDITY);
  }

  URI address(Service service) {
    return ports.address(service);
  }

  /** Blocks until a service ends. */
  CommandFailure awaitEnd() {
    var ends = running.stream().map(ServiceProcess::onExit).toArray(CompletableFuture[]::new);
    var ended = (ServiceProcess) CompletableFuture.anyOf(ends).join();
    return ended.failure("has ended");
  }

  /** Whether everything is being stopped: then a service that ends is no failure. */
  synchronized boolean isStopping() {
    return stopping;
  }

  /** Stops the services, then PostgreSQL; whoever calls it again waits for the first to end. */
  @Override
  public synchronized void close() throws IOException {
    if (stopping) {
      return;
    }
    stopping = true;
    var processes = List.copyOf(running);
    processes.forEach(ServiceProcess::askToStop);
    try {
      for (var process : processes) {
        process.awaitStopped();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      postgres.close();
    }
  }

  private ServiceProcess start(Service service, String command, Map<String, String> settings)
      throws IOException {
    var name = command.equals("serve") ? service.module() : service.module() + "-" + command;
    return start(service, command, settings, name);
  }

  private ServiceProcess start(
      Service service, String command, Map<String, String> settings, String name)
      throws IOException {
    synchronized (this) {
      if (stopping) {
        throw new CommandFailure("Stopped");
      }
      var process =
          ServiceProcess.start(service, jar(home, service), command, settings, data.log(name));
      running.add(process);
      return process;
    }
  }

  private Map<String, String> migrationSettings(Service service) {
    var role = service.schema().migrator();
    return Map.of(
        "QUARKUS_DATASOURCE_MIGRATION_JDBC_URL", postgres.owner().jdbcUrl(),
        "QUARKUS_DATASOURCE_MIGRATION_USERNAME", role.roleName(),
        "QUARKUS_DATASOURCE_MIGRATION_PASSWORD", passwords.of(role));
  }

  private Map<String, String> serviceSettings(Service service) {
    return Map.of(
        "QUARKUS_DATASOURCE_REACTIVE_URL", postgres.owner().url(),
        "QUARKUS_DATASOURCE_USERNAME", service.role().roleName(),
        "QUARKUS_DATASOURCE_PASSWORD", passwords.of(service.role()),
        "QUARKUS_PROFILE", "local",
        "QUARKUS_OIDC_PUBLIC_KEY", identity.publicKey(),
        "QUARKUS_HTTP_HOST", "localhost",
        "QUARKUS_HTTP_PORT", Integer.toString(ports.of(service)));
  }

  private static Path jar(Path home, Service service) {
    return home.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
  }
}
