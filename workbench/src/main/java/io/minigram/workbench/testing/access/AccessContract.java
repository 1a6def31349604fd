package io.minigram.workbench.testing.access;

import static io.minigram.workbench.testing.access.Outcome.ALLOWED;
import static io.minigram.workbench.testing.access.Outcome.FORBIDDEN;
import static io.minigram.workbench.testing.access.Outcome.UNAUTHENTICATED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.minigram.edge.identity.LocalIdentity;
import io.minigram.edge.identity.Roles;
import io.minigram.workbench.testing.TestUsers;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Default is deny: whatever the running service has, only those may call it whom {@code access.csv}
 * names. A service's test extends this and is annotated as its other tests are.
 */
public abstract class AccessContract {

  private static final Duration VALIDITY = Duration.ofHours(1);
  private static final int MOST_PROBLEMS = 40;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int HEADERS_TOO_LARGE = 431;
  private static final int SWITCHING_PROTOCOLS = 101;

  /** The codes of a WebSocket that is closed since its caller has no business here. */
  private static final List<Integer> REFUSED = List.of(4401, 4403);

  private static final String[] HANDSHAKE = {
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
  };

  @TestHTTPResource("/")
  URI service;

  private final ConcurrentLinkedQueue<String> problems = new ConcurrentLinkedQueue<>();
  private final List<CompletableFuture<?>> running = new ArrayList<>();
  private LocalIdentity identity;
  private ServiceClient client;
  private List<GraphQLCall> calls;
  private List<HttpRoute> routes;

  /** Somebody: his name in a message, his token, and whether a rule of the table lets him in. */
  private record Caller(String name, String token, Predicate<String> isAllowed, Outcome otherwise) {

    Outcome expected(String operation) {
      return isAllowed.test(operation) ? ALLOWED : otherwise;
    }
  }

  @BeforeEach
  void listWhatTheServiceHas() throws Exception {
    identity = TestUsers.identity();
    client = new ServiceClient(service);
    var answer = client.post(GraphQLSurface.INTROSPECTION, token(Roles.ALL)).get().body();
    calls = new GraphQLSurface(new ObjectMapper().readTree(answer).get("data")).calls();
    routes = new HttpSurface(router()).routes();
  }

  /** The router of the running service, as it is injected. */
  protected abstract Router router();

  @Test
  void theTableSaysWhoMayCallWhat() {
    var observed = new AccessTable();

    for (var column : AccessTable.columns()) {
      var token = column.equals(AccessTable.NOBODY) ? null : token(List.of(column));
      operations()
          .forEach(
              call ->
                  later(
                      column + ", " + call.name(),
                      client.post(call.document(), token),
                      response ->
                          observed.put(call.name(), column, Outcome.of(response) == ALLOWED)));
      for (var route : routes) {
        var method = methods(route).get(0);
        later(
            column + ", " + route.name(),
            send(route, method, token),
            response -> observed.put(route.name(), column, Outcome.of(response) == ALLOWED));
      }
    }

    report();
    observed.check();
  }

  @Test
  void somebodyMayCallEachOperation() {
    var table = AccessTable.committed();

    assertThat(operations()).allMatch(call -> table.isAllowedToSomebody(call.name()));
    assertThat(routes)
        .filteredOn(HttpRoute::isResource)
        .allMatch(route -> table.isAllowedToSomebody(route.name()));
  }

  @Test
  void everyCallIsDecidedByTheTable() {
    for (var caller : callers()) {
      for (var call : calls) {
        later(
            caller.name() + ", POST " + call.name(),
            client.post(call.document(), caller.token()),
            response ->
                assertThat(Outcome.of(response))
                    .isEqualTo(
                        // a subscription is not answered here, whoever asks
                        caller.expected(
                            call.isSubscription() ? "POST /graphql" : call.operation())));
        later(
            caller.name() + ", GET " + call.name(),
            client.get(call.document(), caller.token()),
            response -> isAnsweredIfItIsAQuery(response, call, caller));
      }
      for (var route : routes) {
        for (var method : methods(route)) {
          later(
              caller.name() + ", " + method + " " + route.name(),
              send(route, method, caller.token()),
              response ->
                  assertThat(Outcome.of(response)).isEqualTo(caller.expected(route.name())));
        }
      }
    }

    report();
  }

  @Test
  void aWebSocketFollowsTheSameRules() {
    for (var caller : callers()) {
      if (caller.token() == null) {
        continue;
      }
      overWebSocket(caller)
          .forEach(
              (call, outcome) ->
                  attempt(
                      caller.name() + " over WebSocket, " + call.name(),
                      () -> assertThat(outcome).isEqualTo(caller.expected(call.operation()))));
    }

    report();
  }

  @Test
  void noRouteBecomesAWebSocketForWhomItIsNotMeant() {
    for (var caller : callers()) {
      for (var route : routes) {
        if (methods(route).contains("GET") && !route.path().equals("/graphql")) {
          attempt(
              caller.name() + ", handshake on " + route.name(),
              () ->
                  assertThat(Outcome.ofStatus(client.upgrade(route.path(), caller.token())))
                      .isEqualTo(caller.expected(route.name())));
        }
      }
    }

    report();
  }

  @Test
  void noOtherSpellingOfAPathOpensIt() {
    var table = AccessTable.committed();
    for (var route : routes) {
      if (table.isAllowed(route.name(), AccessTable.NOBODY)) {
        continue;
      }
      for (var path : spellings(route.path())) {
        for (var method : List.of("GET", "POST", "PUT", "HEAD", "OPTIONS")) {
          attempt(
              method + " " + path,
              () -> assertThat(client.status(method, path)).isBetween(400, 499));
          attempt(
              method + " " + path + " as a handshake",
              () -> {
                int status = client.status(method, path, HANDSHAKE);
                if (status == SWITCHING_PROTOCOLS) {
                  isGuarded(path);
                } else {
                  assertThat(status).isBetween(400, 499);
                }
              });
        }
      }
    }

    report();
  }

  @Test
  void aTokenThatDoesNotCountOpensNothing() {
    badTokens()
        .all()
        .forEach(
            (flaw, token) -> {
              for (var call : calls) {
                unauthenticated(
                    flaw + ", POST " + call.name(), client.post(call.document(), token));
                unauthenticated(flaw + ", GET " + call.name(), client.get(call.document(), token));
              }
              for (var route : routes) {
                for (var method : methods(route)) {
                  unauthenticated(
                      flaw + ", " + method + " " + route.name(), send(route, method, token));
                }
                attempt(
                    flaw + ", handshake on " + route.name(),
                    () ->
                        assertThat(Outcome.ofStatus(client.upgrade(route.path(), token)))
                            .isEqualTo(UNAUTHENTICATED));
              }
            });

    report();
  }

  @Test
  void aTokenThatDoesNotCountClosesTheWebSocketBeforeAnythingIsAnswered() {
    badTokens().all().forEach((flaw, token) -> isClosedUnanswered(flaw, token, REFUSED));

    report();
  }

  @Test
  void aTokenOfOneMebibyteIsTooLarge() {
    var token = badTokens().tooLarge();

    for (var call : calls) {
      tooLarge("POST", "/graphql", token, call.name(), "Content-Type: application/json");
      tooLarge("GET", "/graphql?query=" + encoded(call.document()), token, call.name());
    }
    for (var route : routes) {
      for (var method : methods(route)) {
        tooLarge(method, route.path(), token, route.name());
      }
      tooLarge("GET", route.path(), token, "handshake on " + route.name(), HANDSHAKE);
    }
    isClosedUnanswered("of 1 MiB", token, List.of(1009, WebSocketConnection.BROKEN_OFF));

    report();
  }

  private List<Caller> callers() {
    var table = AccessTable.committed();
    var callers = new ArrayList<Caller>();
    for (var role : Roles.ALL) {
      callers.add(
          new Caller(
              role,
              token(List.of(role)),
              operation -> table.isAllowed(operation, role),
              FORBIDDEN));
    }
    callers.add(
        new Caller(
            "every role",
            token(Roles.ALL),
            operation -> Roles.ALL.stream().anyMatch(role -> table.isAllowed(operation, role)),
            FORBIDDEN));
    callers.add(
        new Caller(
            "no role",
            token(List.of()),
            operation -> table.isAllowed(operation, AccessTable.NOBODY),
            FORBIDDEN));
    callers.add(
        new Caller(
            "no token",
            null,
            operation -> table.isAllowed(operation, AccessTable.NOBODY),
            UNAUTHENTICATED));
    return callers;
  }

  /** A WebSocket asks for the token after it is open. */
  private void isGuarded(String path) {
    try (var connection = WebSocketConnection.open(service, path, null, "graphql-transport-ws")) {
      connection.send("{\"type\": \"connection_init\"}");
      var end = connection.end();
      assertThat(end.messages()).isEmpty();
      assertThat(REFUSED).contains(end.code());
    }
  }

  private static List<String> spellings(String path) {
    var letter = path.substring(1, 2);
    return List.of(
        path + "/",
        path + "//",
        "/" + path,
        "/." + path,
        "/elsewhere/.." + path,
        path + ";parameter=1",
        path + "?query=%7B__typename%7D",
        "/%%%02x%s".formatted((int) letter.charAt(0), path.substring(2)),
        "/" + letter.toUpperCase(Locale.ROOT) + path.substring(2));
  }

  private List<GraphQLCall> operations() {
    return calls.stream().filter(GraphQLCall::isOperation).toList();
  }

  private BadTokens badTokens() {
    return new BadTokens(identity, Roles.ALL);
  }

  private String token(List<String> roles) {
    var claims = identity.claims(Roles.VIEWER, VALIDITY);
    claims.setStringListClaim("groups", roles);
    return identity.sign(claims);
  }

  private static List<String> methods(HttpRoute route) {
    return route.method().isEmpty() ? List.of("GET", "POST") : List.of(route.method());
  }

  private CompletableFuture<HttpResponse<String>> send(
      HttpRoute route, String method, String token) {
    boolean hasBody = method.equals("POST");
    var contentType = route.contentType().isEmpty() ? "application/json" : route.contentType();
    var body = ServiceClient.graphqlRequest("{ __typename }").toString();
    var path =
        !hasBody && route.path().equals("/graphql")
            ? route.path() + "?query=" + encoded("{ __typename }")
            : route.path();
    return client.send(method, path, hasBody ? contentType : "", hasBody ? body : "", token);
  }

  /** What changes something needs POST, before anybody asks who may. */
  private static void isAnsweredIfItIsAQuery(
      HttpResponse<String> response, GraphQLCall call, Caller caller) {
    var expected = caller.expected(call.isQuery() ? call.operation() : "GET /graphql");
    assertThat(Outcome.of(response)).isEqualTo(expected);
    if (expected == ALLOWED && call.isMutation()) {
      assertThat(response.statusCode()).isEqualTo(METHOD_NOT_ALLOWED);
      assertThat(response.headers().firstValue("Allow")).hasValue("POST");
    }
  }

  /** All calls over one connection: what became of each. */
  private Map<GraphQLCall, Outcome> overWebSocket(Caller caller) {
    var outcomes = new LinkedHashMap<GraphQLCall, Outcome>();
    try (var connection = WebSocketConnection.open(service)) {
      connection.init(caller.token());
      var first = connection.first();
      if (first.isEmpty()) {
        assertThat(connection.end().code()).isIn(REFUSED);
        calls.forEach(call -> outcomes.put(call, FORBIDDEN));
        return outcomes;
      }
      assertThat(first.get().path("type").asText()).isEqualTo("connection_ack");
      for (var call : calls) {
        outcomes.put(call, ask(connection, call));
      }
    }
    return outcomes;
  }

  private Outcome ask(WebSocketConnection connection, GraphQLCall call) {
    connection.subscribe(call.name(), call.document());
    // a subscription says something at once, and then goes on until it is told to end
    var message = connection.next();
    assertThat(message.path("id").asText()).isEqualTo(call.name());
    return switch (message.path("type").asText()) {
      case "next" -> {
        var outcome = Outcome.ofPayload(message.get("payload"));
        if (call.isSubscription()) {
          connection.complete(call.name());
        } else {
          assertThat(connection.next().path("type").asText()).isEqualTo("complete");
        }
        yield outcome;
      }
      case "error" -> Outcome.ofPayload(errors(message));
      default -> throw new AssertionError(message.toString());
    };
  }

  private static JsonNode errors(JsonNode message) {
    return new ObjectMapper().createObjectNode().set("errors", message.get("payload"));
  }

  /** Sends the token and all calls at once, without waiting for an answer. */
  private void isClosedUnanswered(String flaw, String token, List<Integer> codes) {
    attempt(
        flaw + ", over WebSocket",
        () -> {
          try (var connection = WebSocketConnection.open(service)) {
            connection.init(token);
            calls.forEach(call -> connection.subscribe(call.name(), call.document()));
            var end = connection.end();
            assertThat(end.messages()).isEmpty();
            assertThat(codes).contains(end.code());
          }
        });
  }

  private void unauthenticated(String what, CompletableFuture<HttpResponse<String>> call) {
    later(what, call, response -> assertThat(Outcome.of(response)).isEqualTo(UNAUTHENTICATED));
  }

  /** What comes after the headers does not matter: they are not even read to their end. */
  private void tooLarge(
      String method, String path, String token, String what, String... moreHeaders) {
    var headers =
        Stream.concat(Stream.of(moreHeaders), Stream.of("Authorization: Bearer " + token))
            .toArray(String[]::new);
    attempt(
        method + " " + what,
        () -> assertThat(client.status(method, path, headers)).isEqualTo(HEADERS_TOO_LARGE));
  }

  private static String encoded(String document) {
    return URLEncoder.encode(document, StandardCharsets.UTF_8);
  }

  /** Calls go on side by side; what is wrong with any is told at the end. */
  private void later(
      String what,
      CompletableFuture<HttpResponse<String>> call,
      Consumer<HttpResponse<String>> check) {
    running.add(
        call.handle(
            (response, failure) -> {
              attempt(
                  what,
                  () -> {
                    assertThat(failure).isNull();
                    check.accept(response);
                  });
              return null;
            }));
  }

  private void attempt(String what, Runnable check) {
    try {
      check.run();
    } catch (RuntimeException | AssertionError e) {
      problems.add(what + ": " + String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " "));
    }
  }

  private void report() {
    running.forEach(CompletableFuture::join);
    assertThat(problems.stream().limit(MOST_PROBLEMS).toList())
        .as("%d problems", problems.size())
        .isEmpty();
  }
}
