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
import org.awaitility.Awaitility;
import org.jose4j.lang.JoseException;

/** The packaged ingest-service as in a cluster, on a PostgreSQL that can go away and come back. */
final class IngestSystem implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final OpenIdProvider provider = new OpenIdProvider();
  private final Path data;
  private final int databasePort;
  private final int port;
  private EmbeddedPostgres postgres;
  private PackagedService service;

  private IngestSystem(Path data, List<Integer> ports) throws IOException, JoseException {
    this.data = data;
    this.databasePort = ports.get(0);
    this.port = ports.get(1);
  }

  /** Starts both and waits until the service is ready. */
  static IngestSystem start(Path data, Map<String, String> settings) throws Exception {
    var system = new IngestSystem(data, WorkbenchProcess.freePorts(2));
    system.startPostgres();
    var owner = system.owner();
    var passwords = Passwords.random();
    Bootstrap.run(owner, passwords);
    for (var schema : Schema.values()) {
      schema.migrate(owner, passwords);
    }
    var all =
        ProductionSettings.of("ingest_service", system.provider, system.databasePort, system.port);
    all.put("MINIGRAM_DURABILITY_DEMANDED", "false");
    all.putAll(settings);
    system.service = PackagedService.start("ingest-service", all).awaitListening();
    Awaitility.await().atMost(LIMIT).until(() -> system.ready() == 200);
    return system;
  }

  void startPostgres() throws IOException {
    postgres =
        EmbeddedPostgres.builder()
            .setPort(databasePort)
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .start();
  }

  void stopPostgres() throws IOException {
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
    long server = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    var command = new ArrayList<>(List.of("kill", "-" + signal, Long.toString(server)));
    ProcessHandle.of(server)
        .orElseThrow()
        .children()
        .forEach(child -> command.add("" + child.pid()));
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
    var socket = new Socket("localhost", port);
    send(
        socket,
        "POST /imports/%s HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n".formatted(kind)
            + "Content-Length: 1000000\r\nAuthorization: Bearer "
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
    try {
      return provider.token("minigram", Roles.INGESTOR);
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
      postgres.close();
      provider.close();
    }
  }
}
