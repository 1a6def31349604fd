package io.minigram.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.edge.identity.LocalIdentity;
import io.minigram.edge.identity.Roles;
import io.minigram.workbench.database.Database;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** {@code workbench up} on ports and a data folder of its own. */
final class RunningSystem implements AutoCloseable {

  private final Path data;
  private final List<Integer> ports;
  private final WorkbenchProcess workbench;

  private RunningSystem(Path data, List<Integer> ports, WorkbenchProcess workbench) {
    this.data = data;
    this.ports = ports;
    this.workbench = workbench;
  }

  /** Starts it and waits until it is up. */
  static RunningSystem start(Path data, Map<String, String> environment, String... options)
      throws IOException {
    var ports = WorkbenchProcess.freePorts(4);
    var system =
        new RunningSystem(
            data, ports, WorkbenchProcess.start(environment, arguments(data, ports, options)));
    system.workbench.awaitUp();
    return system;
  }

  static List<String> arguments(Path data, List<Integer> ports, String... options) {
    var arguments = new ArrayList<String>();
    arguments.add("up");
    arguments.add("--data=" + data);
    arguments.add("--ingest-port=" + ports.get(0));
    arguments.add("--insights-port=" + ports.get(1));
    arguments.add("--bots-port=" + ports.get(2));
    arguments.add("--postgres-port=" + ports.get(3));
    arguments.addAll(List.of(options));
    return arguments;
  }

  WorkbenchProcess workbench() {
    return workbench;
  }

  List<Integer> ports() {
    return ports;
  }

  String ingest() {
    return "http://localhost:" + ports.get(0);
  }

  String insights() {
    return "http://localhost:" + ports.get(1);
  }

  String bots() {
    return "http://localhost:" + ports.get(2);
  }

  /** Asks insights-service as a viewer. */
  JsonPath askInsights(String document) throws IOException {
    return ask(insights(), token(Roles.VIEWER), document);
  }

  /** Asks bot-detector as a moderator. */
  JsonPath askBots(String document) throws IOException {
    return ask(bots(), token(Roles.MODERATOR), document);
  }

  /** A good token of the role's user. */
  String token(String role) throws IOException {
    return identity().token(role, Duration.ofMinutes(5));
  }

  /** The keys and users that the system made. */
  LocalIdentity identity() throws IOException {
    assertThat(LocalIdentity.isKeptIn(data.resolve("identity"))).isTrue();
    return LocalIdentity.keptIn(data.resolve("identity"));
  }

  static JsonPath ask(String service, String token, String document) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .body(Map.of("query", document))
        .when()
        .post(service + "/graphql")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** The database as its owner, whose password lies in the data folder. */
  Connection connect() throws IOException, SQLException {
    var passwords = new Properties();
    try (var in = Files.newBufferedReader(data.resolve("database-passwords.properties"))) {
      passwords.load(in);
    }
    return new Database(
            "localhost", ports.get(3), "minigram", "postgres", passwords.getProperty("owner"))
        .connect();
  }

  List<String> rows(String query) throws IOException, SQLException {
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

  Path data() {
    return data;
  }

  String log(String name) throws IOException {
    return Files.readString(data.resolve("logs").resolve(name + ".log"));
  }

  @Override
  public void close() throws InterruptedException {
    workbench.close();
  }
}
