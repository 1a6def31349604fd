package io.minigram.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.edge.identity.LocalIdentity;
import io.minigram.edge.identity.Roles;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The whole story, with everything in it that can go wrong; then every log, answer and metric is
 * searched for what must not stand there: tokens, passwords, the private key, texts of comments and
 * of moderators' notes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NothingLeaksIT {

  private static final String GOOD_COMMENT = "plum-dumplings-at-dusk";
  private static final String BAD_COMMENT = "rejected-rhubarb-crumble";
  private static final String BROKEN_COMMENT = "unclosed-quince-jelly";
  private static final String FAILED_COMMENT = "unlucky-elderberry-soup";
  private static final String GOOD_NOTE = "seen-at-the-night-market";
  private static final String BAD_NOTE = "refused-for-the-red-scarf";
  private static final String FAILED_NOTE = "unlucky-blue-bicycle";
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Path data = WorkbenchProcess.TARGET.resolve("secrecy");

  /** What must not be found, by what it is. */
  private final Map<String, String> secrets = new LinkedHashMap<>();

  /** Where it must not be found, by where that is from. */
  private final Map<String, String> places = new LinkedHashMap<>();

  private RunningSystem system;

  @BeforeAll
  void runTheStory() throws Exception {
    UpIT.delete(data);
    system = RunningSystem.start(data, Map.of(), "--no-data");
    for (var text :
        List.of(
            GOOD_COMMENT,
            BAD_COMMENT,
            BROKEN_COMMENT,
            FAILED_COMMENT,
            GOOD_NOTE,
            BAD_NOTE,
            FAILED_NOTE)) {
      secrets.put("the text " + text, text);
    }
    addPasswordsAndKey();
    load();
    importWhatCannotBeTaken();
    knockWithBadTokens();
    askBadly();
    decide();
    speakOverWebSockets();
    failByOurOwnFault();
    scrapeMetrics();
    collectProcesses();
    system.close();
    collectLogs();
  }

  @AfterAll
  void stop() throws InterruptedException {
    system.close();
  }

  @Test
  void noSecretStandsInALogAnAnswerOrAMetric() {
    var found = new ArrayList<String>();
    places.forEach(
        (place, content) ->
            secrets.forEach(
                (name, secret) -> {
                  int at = content.indexOf(secret);
                  if (at >= 0) {
                    found.add(
                        name
                            + " in "
                            + place
                            + ": "
                            + content.substring(
                                Math.max(0, at - 200), Math.min(content.length(), at + 200)));
                  }
                }));

    assertThat(found).isEmpty();
  }

  /** Otherwise the search above could pass because there is nothing to search. */
  @Test
  void whatWasSearchedTellsTheStory() {
    assertThat(places.get("ingest-service.log"))
        .contains("\"audit\":\"ingest-service\"", "\"result\":\"REFUSED\"", "UNAUTHENTICATED")
        .contains("POST /imports/comments", "FORBIDDEN")
        .contains("broke off");
    assertThat(places.get("bot-detector.log"))
        .contains("\"what\":[\"confirmAccount(id: 1)\"]", "\"result\":\"DONE\"")
        .contains("\"codes\":[\"FORBIDDEN\"]", "\"codes\":[\"INTERNAL\"]")
        .contains("GET /q/metrics", "\"roles\":[\"admin\"]")
        .contains("Data Fetching Error");
    assertThat(places.get("insights-service.log"))
        .contains("Data Fetching Error", "UNAUTHENTICATED");
    assertThat(places.get("postgresql.log")).contains("violates check constraint");
    assertThat(places.get("answers"))
        .contains("UNKNOWN_PHOTO", "MALFORMED", "BAD_HEADER", "BAD_TIME", "TOO_LONG")
        .contains("BAD_QUERY", "BAD_ARGUMENT", "CONFLICT", "INTERNAL", "a fault of the service")
        .contains("connection_ack", "closed 4403");
    assertThat(places.get("metrics")).contains("http_server_requests_seconds_count");
    assertThat(secrets).hasSizeGreaterThan(30);
  }

  @Test
  void theTextsWereTaken() throws IOException {
    // the search runs on a stopped system, so the answers tell what was in it
    assertThat(places.get("what the owner sees"))
        .contains("comments: 1", "notes: 1")
        .contains(Integer.toString(GOOD_COMMENT.length()), Integer.toString(GOOD_NOTE.length()));
  }

  private void addPasswordsAndKey() throws Exception {
    var passwords = new Properties();
    try (var in = Files.newBufferedReader(data.resolve("database-passwords.properties"))) {
      passwords.load(in);
    }
    assertThat(passwords).hasSize(7);
    passwords.forEach(
        (role, password) -> secrets.put("the password of " + role, (String) password));
    var key =
        PublicJsonWebKey.Factory.newPublicJwk(
            Files.readString(data.resolve("identity/signing-key.json")));
    var parameters = key.toParams(OutputControlLevel.INCLUDE_PRIVATE);
    for (var name : List.of("d", "p", "q")) {
      secrets.put("the private key's " + name, (String) parameters.get(name));
    }
    var encoded = Base64.getEncoder().encodeToString(key.getPrivateKey().getEncoded());
    // its beginning is the same for every key of this size
    secrets.put("the private key", encoded.substring(encoded.length() / 2));
  }

  private void load() throws Exception {
    var folder = Files.createDirectories(data.resolve("files"));
    Files.writeString(
        folder.resolve("users.csv"), "id,username,created_at\n1,ann,2020-01-01 00:00:00\n");
    Files.writeString(
        folder.resolve("photos.csv"),
        "id,image_url,user_id,created_at\n1,http://x/1,1,2020-01-01 00:00:00\n");
    Files.writeString(
        folder.resolve("likes.csv"), "user_id,photo_id,created_at\n1,1,2020-01-02 00:00:00\n");
    Files.writeString(
        folder.resolve("comments.csv"),
        "id,comment_text,photo_id,user_id,created_at\n1,%s,1,1,2020-01-02 00:00:00\n"
            .formatted(GOOD_COMMENT));
    var load =
        WorkbenchProcess.start(
            Map.of(),
            List.of("load", folder.toString(), "--url=" + system.ingest(), "--data=" + data));
    assertThat(load.exitCode()).as(load.output()).isZero();
    places.put("workbench load", load.output());

    var expired =
        WorkbenchProcess.start(
            Map.of("MINIGRAM_TOKEN", expired(Roles.INGESTOR)),
            List.of("load", folder.toString(), "--url=" + system.ingest(), "--verbose"));
    assertThat(expired.exitCode()).isEqualTo(1);
    places.put("workbench load with an expired token", expired.output());
  }

  private void importWhatCannotBeTaken() throws IOException {
    var header = "id,comment_text,photo_id,user_id,created_at\n";
    var time = "2020-01-02 00:00:00";
    importComments(
        header
            + "2,%s,99,1,%s\n".formatted(BAD_COMMENT, time)
            + "3,%s,1,99,%s\n".formatted(BAD_COMMENT, time)
            + "%s,x,1,1,%s\n".formatted(BAD_COMMENT, time)
            + "4,x,%s,1,%s\n".formatted(BAD_COMMENT, time)
            + "5,x,1,1,%s\n".formatted(BAD_COMMENT)
            + "6,%s,and,more,1,1,%s\n".formatted(BAD_COMMENT, time)
            + "7,%s,1,1,%s\n".formatted(BAD_COMMENT.repeat(1_000), time)
            + "8,%s\0,1,1,%s\n".formatted(BAD_COMMENT, time)
            + "9,\"%s,1,1,%s\n".formatted(BROKEN_COMMENT, time));
    // without a header the first row is taken for one
    importComments("10,%s,1,1,%s\n".formatted(BAD_COMMENT, time));
    importComments("\"%s".formatted(BROKEN_COMMENT));
    // the one place where what was sent comes back: to the role that sent it, to be mended
    var rejects =
        given().auth().oauth2(good(Roles.INGESTOR)).get(system.ingest() + "/imports/5/rejects");
    assertThat(rejects.asString()).contains(BAD_COMMENT);
    note(
        given()
            .auth()
            .oauth2(good(Roles.INGESTOR))
            .contentType("text/plain")
            .body(BAD_COMMENT)
            .post(system.ingest() + "/imports/comments"));
    note(
        given()
            .auth()
            .oauth2(good(Roles.VIEWER))
            .contentType("text/csv")
            .body(header + "11,%s,1,1,%s\n".formatted(BAD_COMMENT, time))
            .post(system.ingest() + "/imports/comments"));
  }

  private Response importComments(String csv) throws IOException {
    return note(
        given()
            .auth()
            .oauth2(good(Roles.INGESTOR))
            .contentType("text/csv")
            .body(csv.getBytes(StandardCharsets.UTF_8))
            .post(system.ingest() + "/imports/comments"));
  }

  private void knockWithBadTokens() throws IOException {
    var good = good(Roles.VIEWER);
    var parts = good.split("\\.");
    var none =
        Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8))
            + "."
            + parts[1]
            + ".";
    var forged = parts[0] + "." + parts[1] + "." + new StringBuilder(parts[2]).reverse();
    secrets.put("the forged signature", forged.substring(forged.lastIndexOf('.') + 1));
    var strange = LocalIdentity.generate().token(Roles.ADMIN, Duration.ofMinutes(5));
    addToken("the token of a strange key", strange);
    var password = "correct-horse-battery-staple";
    secrets.put("the password sent as a token", password);
    var basic =
        Base64.getEncoder().encodeToString(("ann:" + password).getBytes(StandardCharsets.UTF_8));
    secrets.put("the password sent as Basic", basic);
    for (var service : List.of(system.ingest(), system.insights(), system.bots())) {
      for (var authorization :
          List.of(
              "Bearer " + expired(Roles.VIEWER),
              "Bearer " + expired(Roles.MODERATOR),
              "Bearer " + none,
              "Bearer " + forged,
              "Bearer " + strange,
              "Bearer " + password,
              "Bearer " + good + " " + good,
              "Basic " + basic,
              password)) {
        for (var path : List.of("/graphql", "/imports/comments", "/q/metrics")) {
          note(
              given()
                  .header("Authorization", authorization)
                  .contentType("application/json")
                  .body("{\"query\": \"{ __typename }\"}")
                  .post(service + path));
        }
      }
      // in the wrong place
      note(
          given()
              .queryParam("access_token", good)
              .queryParam("query", "{ __typename }")
              .get(service + "/graphql"));
      note(
          given()
              .cookie("token", good)
              .queryParam("query", "{ __typename }")
              .get(service + "/graphql"));
    }
  }

  private void askBadly() throws IOException {
    var moderator = good(Roles.MODERATOR);
    for (var document :
        List.of(
            "mutation { confirmAccount(id: 1, version: 0, note: \"%s\") { state ",
            "mutation { confirmAccount(id: 1, version: 0, note: \"%s { state } }",
            "mutation { confirmAccount(id: 1, version: 0, note: %s) { state } }",
            "mutation { confirmAccount(id: 1, version: \"%s\") { state } }",
            "mutation { confirmAccount(id: 1, version: 0, note: [\"%s\"]) { state } }",
            "mutation { confirmAccount(id: 1, version: 0, remark: \"%s\") { state } }",
            "mutation { confirmAccount(id: 1, version: 0, note: {text: \"%s\"}) { state } }",
            "mutation { confirmAccount(id: \"%s\", version: 0) { state } }",
            "mutation { confirmAccount(id: 999, version: 0, note: \"%s\") { state } }",
            "mutation { flagAccount(id: 999, version: 0, note: \"%s\") { state } }",
            "mutation { undoDecision(id: 1, version: 7, note: \"%s\") { state } }",
            "{ accountEvents(id: 1, after: \"%s\") { totalCount } }",
            "{ account(id: \"%s\") { state } }",
            "{ flaggedAccounts(after: \"%s\") { totalCount } }",
            "{ flaggedAccounts(state: \"%s\") { totalCount } }",
            "{ flaggedAccounts(first: \"%s\") { totalCount } }")) {
      note(post(system.bots(), moderator, Map.of("query", document.formatted(BAD_NOTE))));
    }
    var confirm =
        "mutation($note: String, $version: Int!) {"
            + " confirmAccount(id: 1, version: $version, note: $note) { state } }";
    note(
        post(
            system.bots(),
            moderator,
            Map.of(
                "query",
                confirm,
                "variables",
                Map.of("version", 0, "note", Map.of("text", BAD_NOTE)))));
    note(
        post(
            system.bots(),
            moderator,
            Map.of("query", confirm, "variables", Map.of("version", BAD_NOTE))));
    note(
        post(
            system.bots(),
            moderator,
            Map.of(
                "query",
                confirm,
                "variables",
                Map.of("version", 0, "note", BAD_NOTE.repeat(1_000)))));
    // refused
    note(
        post(
            system.bots(),
            good(Roles.VIEWER),
            Map.of("query", confirm, "variables", Map.of("version", 0, "note", BAD_NOTE))));
    // no JSON
    note(
        given()
            .auth()
            .oauth2(moderator)
            .contentType("application/json")
            .body("{\"query\": \"" + BAD_NOTE)
            .post(system.bots() + "/graphql"));
    note(
        given()
            .auth()
            .oauth2(moderator)
            .contentType("text/plain")
            .body(BAD_NOTE)
            .post(system.bots() + "/graphql"));
  }

  private void decide() throws IOException {
    var moderator = good(Roles.MODERATOR);
    var run = post(system.bots(), moderator, Map.of("query", "mutation { startRun { flagged } }"));
    assertThat(run.jsonPath().getInt("data.startRun.flagged")).isEqualTo(1);
    var decided = confirm(GOOD_NOTE, 0);
    assertThat(decided.jsonPath().getString("data.confirmAccount.state")).isEqualTo("CONFIRMED");
    assertThat(note(confirm(BAD_NOTE, 0)).asString()).contains("CONFLICT");
  }

  private Response confirm(String note, int version) throws IOException {
    return post(
        system.bots(),
        good(Roles.MODERATOR),
        Map.of(
            "query",
            "mutation($note: String) { confirmAccount(id: 1, version: %d, note: $note) { state } }"
                .formatted(version),
            "variables",
            Map.of("note", note)));
  }

  private void speakOverWebSockets() throws Exception {
    var init =
        "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer %s\"}}"
            .formatted(good(Roles.MODERATOR));
    var subscribe =
        "{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"mutation {"
            + " confirmAccount(id: 999, version: 0, note: \\\"%s\\\") { state } }\"}}";
    places.merge(
        "answers",
        converse(system.bots(), "\"complete\"|\"error\"", init, subscribe.formatted(BAD_NOTE)),
        String::concat);
    for (var token : List.of(expired(Roles.MODERATOR), "no-token-but-" + GOOD_NOTE)) {
      places.merge(
          "answers",
          converse(
              system.bots(),
              "closed",
              "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer %s\"}}"
                  .formatted(token)),
          String::concat);
    }
    places.merge(
        "answers",
        converse(system.bots(), "connection_ack", init, "{\"type\": \"" + BAD_NOTE),
        String::concat);
  }

  /** Sends messages, each after an answer to the one before, until the last pattern is answered. */
  private static String converse(String service, String last, String... messages) throws Exception {
    var conversation = new Conversation(last, messages);
    var socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .subprotocols("graphql-transport-ws")
            .buildAsync(URI.create(service.replace("http:", "ws:") + "/graphql"), conversation)
            .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    try {
      return conversation.ended.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    } finally {
      // the service may be closing it just now
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(closed -> socket).join();
    }
  }

  /** The database refuses what the services ask for, and tells them the rows that it refused. */
  private void failByOurOwnFault() throws Exception {
    var comment =
        "id,comment_text,photo_id,user_id,created_at\n77,%s,1,1,2020-01-02 00:00:00\n"
            .formatted(FAILED_COMMENT);
    execute("alter table facts.comments add constraint nobody check (id <> 77)");
    importComments(comment);
    execute("alter table facts.comments drop constraint nobody");
    execute("revoke insert on facts.comments from ingest_service");
    importComments(comment);
    execute("grant insert on facts.comments to ingest_service");

    execute(
        "alter table moderation.note add constraint nobody check (note <> '%s')"
            .formatted(FAILED_NOTE));
    note(confirm(FAILED_NOTE, 1));
    execute("alter table moderation.note drop constraint nobody");
    execute("alter table insights.network rename to hidden");
    note(
        post(
            system.insights(),
            good(Roles.VIEWER),
            Map.of("query", "{ totals { users } # %s\n}".formatted(GOOD_COMMENT))));
    execute("alter table insights.hidden rename to network");

    places.put(
        "what the owner sees",
        system.rows(
                "select 'comments: ' || count(*) || ', ' || sum(length(comment_text))"
                    + " from facts.comments")
            + " "
            + system.rows(
                "select 'notes: ' || count(*) || ', ' || sum(length(note)) from moderation.note"));
  }

  private void execute(String statement) throws IOException, SQLException {
    try (var connection = system.connect();
        var prepared = connection.createStatement()) {
      prepared.execute(statement);
    }
  }

  private void scrapeMetrics() throws IOException {
    for (var service : List.of(system.ingest(), system.insights(), system.bots())) {
      var metrics = given().auth().oauth2(good(Roles.ADMIN)).get(service + "/q/metrics");
      assertThat(metrics.statusCode()).isEqualTo(200);
      places.merge("metrics", metrics.asString(), String::concat);
    }
  }

  /** What everyone on the machine can read. */
  private void collectProcesses() {
    var lines = new StringBuilder();
    for (var process : system.workbench().children()) {
      lines.append(process.info().commandLine().orElse("")).append('\n');
    }
    assertThat(lines.toString()).contains("quarkus-run.jar");
    places.put("the list of processes", lines.toString());
  }

  private void collectLogs() throws IOException {
    places.put("workbench up", system.workbench().output());
    try (var logs = Files.list(data.resolve("logs"))) {
      for (var log : logs.toList()) {
        places.put(log.getFileName().toString(), Files.readString(log));
      }
    }
  }

  private Response post(String service, String token, Map<String, ?> body) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .body(body)
        .post(service + "/graphql");
  }

  private Response note(Response answer) {
    places.merge(
        "answers",
        answer.statusLine() + "\n" + answer.headers() + "\n" + answer.asString() + "\n\n",
        String::concat);
    return answer;
  }

  private String good(String role) throws IOException {
    var token = system.token(role);
    addToken("a good token, " + role, token);
    return token;
  }

  private String expired(String role) throws IOException {
    var claims = system.identity().claims(role, Duration.ofMinutes(5));
    claims.setExpirationTime(NumericDate.fromSeconds(NumericDate.now().getValue() - 60));
    var token = system.identity().sign(claims);
    addToken("an expired token, " + role, token);
    return token;
  }

  private void addToken(String name, String token) {
    var parts = token.split("\\.");
    // the header is the same in all of them, and no secret
    secrets.put(name + " " + secrets.size(), parts[1]);
    secrets.put(name + " " + secrets.size(), parts[2]);
  }

  private static final class Conversation implements WebSocket.Listener {

    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private final StringBuffer heard = new StringBuffer();
    private final String last;
    private final List<String> toSend;

    Conversation(String last, String... messages) {
      this.last = last;
      this.toSend = new ArrayList<>(List.of(messages));
    }

    @Override
    public void onOpen(WebSocket socket) {
      socket.request(Long.MAX_VALUE);
      socket.sendText(toSend.remove(0), true);
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean isLast) {
      if (isLast && !toSend.isEmpty()) {
        socket.sendText(toSend.remove(0), true);
      }
      hear(text.toString());
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      hear("closed %d %s%n".formatted(code, reason));
      ended.complete(heard.toString());
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      ended.completeExceptionally(error);
    }

    private void hear(String what) {
      heard.append(what).append('\n');
      if (Pattern.compile(last).matcher(heard).find()) {
        ended.complete(heard.toString());
      }
    }
  }
}
