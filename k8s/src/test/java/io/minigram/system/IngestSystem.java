package io.minigram.system;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.minigram.edge.identity.Roles;
import io.minigram.workbench.database.Bootstrap;
import io.minigram.workbench.database.Database;
import io.minigram.workbench.database.Passwords;
import io.minigram.workbench.database.Schema;
import io.restassured.specification.RequestSpecification;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jose4j.lang.JoseException;

/**
 * The packaged ingest-service as in a cluster, on a PostgreSQL; each of them can go away or be
 * killed, and come back.
 */
final class IngestSystem implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final OpenIdProvider provider = new OpenIdProvider();
  private final Path data;
  private final int databasePort;
  private final int port;
  private final boolean isDurable;
  private final Map<String, String> settings;
  private EmbeddedPostgres postgres;
  private PackagedService service;

  private IngestSystem(
      Path data, List<Integer> ports, boolean isDurable, Map<String, String> settings)
      throws IOException, JoseException {
    this.data = data;
    this.databasePort = ports.get(0);
    this.port = ports.get(1);
    this.isDurable = isDurable;
    this.settings = ProductionSettings.of("ingest_service", provider, databasePort, port);
    this.settings.put("MINIGRAM_DURABILITY_DEMANDED", Boolean.toString(isDurable));
    this.settings.putAll(settings);
  }

  /** Starts both and waits until the service is ready. */
  static IngestSystem start(Path data, Map<String, String> settings) throws Exception {
    return start(data, false, settings);
  }

  /** The same, on a PostgreSQL that loses nothing when it is killed. */
  static IngestSystem startDurable(Path data, Map<String, String> settings) throws Exception {
    return start(data, true, settings);
  }

  private static IngestSystem start(Path data, boolean isDurable, Map<String, String> settings)
      throws Exception {
    var system = new IngestSystem(data, WorkbenchProcess.freePorts(2), isDurable, settings);
    try {
      system.startPostgres();
      system.migrate();
      system.startService();
      system.awaitReady();
      return system;
    } catch (Exception | Error e) {
      system.close();
      throw e;
    }
  }

  private void migrate() throws Exception {
    var owner = owner();
    var passwords = Passwords.random();
    Bootstrap.run(owner, passwords);
    for (var schema : Schema.values()) {
      schema.migrate(owner, passwords);
    }
  }

  void startService() {
    service = PackagedService.start("ingest-service", settings).awaitListening();
  }

  void awaitReady() {
    Awaitility.await().atMost(LIMIT).until(() -> ready() == 200);
  }

  void startPostgres() throws IOException {
    var builder =
        EmbeddedPostgres.builder()
            .setPort(databasePort)
            .setDataDirectory(data)
            .setCleanDataDirectory(false);
    if (isDurable) {
      for (var setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
        builder.setServerConfig(setting, "on");
      }
    }
    postgres = builder.start();
  }

  void stopPostgres() throws IOException {
    postgres.close();
  }

  /** Kills the server; its other processes notice that and end, and none is left after this. */
  void killPostgres() throws Exception {
    var server = postmaster();
    // so that it begets no process that is missing in the list
    signal("STOP", List.of(server));
    var children = server.children().toList();
    server.destroyForcibly();
    var all = concat(server, children);
    Awaitility.await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(LIMIT)
        .until(() -> all.stream().allMatch(IngestSystem::hasEnded));
    // lets go of the data folder; there is nothing left to stop
    postgres.close();
  }

  /** It takes connections then, and does not say a word. */
  void freezePostgres() throws IOException, InterruptedException {
    signalPostgres("STOP");
  }

  void thawPostgres() throws IOException, InterruptedException {
    signalPostgres("CONT");
  }

  /** To the server and all its processes. */
  private void signalPostgres(String signal) throws IOException, InterruptedException {
    var server = postmaster();
    signal(signal, concat(server, server.children().toList()));
  }

  /** Also one that nobody has buried yet, as in a container whose first process does not. */
  private static boolean hasEnded(ProcessHandle process) {
    return !process.isAlive() || process.info().command().isEmpty();
  }

  private ProcessHandle postmaster() throws IOException {
    var file = Files.readAllLines(data.resolve("postmaster.pid"));
    return ProcessHandle.of(Long.parseLong(file.get(0).strip())).orElseThrow();
  }

  private static List<ProcessHandle> concat(ProcessHandle one, List<ProcessHandle> others) {
    return Stream.concat(Stream.of(one), others.stream()).toList();
  }

  private static void signal(String signal, List<ProcessHandle> processes)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("kill", "-" + signal));
    processes.forEach(process -> command.add(Long.toString(process.pid())));
    new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  PackagedService service() {
    return service;
  }

  Connection connect() throws SQLException {
    return owner().connect();
  }

  List<String> rows(String query) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      var rows = new ArrayList<String>();
      while (result.next()) {
        rows.add(result.getString(1));
      }
      return rows;
    }
  }

  String address() {
    return "http://localhost:" + port;
  }

  int ready() {
    return given().get(address() + "/q/health/ready").statusCode();
  }

  int live() {
    return given().get(address() + "/q/health/live").statusCode();
  }

  /** A request of somebody who may import. */
  RequestSpecification asIngestor() {
    return given().auth().oauth2(token());
  }

  /** A connection on which an import of a long CSV is announced, and nothing of it sent yet. */
  Socket importing(String kind) throws IOException {
    return importing(kind, "Content-Length: 1000000");
  }

  /** The same, with a header that tells how long the body is. */
  Socket importing(String kind, String length) throws IOException {
    var socket = new Socket("localhost", port);
    send(
        socket,
        "POST /imports/%s HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n".formatted(kind)
            + length
            + "\r\nAuthorization: Bearer "
            + token()
            + "\r\n\r\n");
    return socket;
  }

  static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(US_ASCII));
  }

  /** What was answered, when the connection is closed. */
  static String answer(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), US_ASCII);
  }

  private String token() {
    return token(Roles.INGESTOR);
  }

  /** A good token, always of the same user. */
  String token(String... roles) {
    try {
      return provider.token("minigram", roles);
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private Database owner() {
    return new Database("localhost", databasePort, "minigram", "postgres", "postgres");
  }

  @Override
  public void close() throws Exception {
    try {
      if (service != null) {
        service.close();
      }
    } finally {
      if (postgres != null) {
        postgres.close();
      }
      provider.close();
    }
  }
}
