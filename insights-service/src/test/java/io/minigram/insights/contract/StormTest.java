package io.minigram.insights.contract;

import static io.minigram.insights.testing.Answers.answer;
import static io.minigram.insights.testing.Answers.json;
import static io.minigram.workbench.testing.TestUsers.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.minigram.edge.identity.Roles;
import io.minigram.insights.InsightsTest;
import io.minigram.insights.testing.SmallNetwork;
import io.minigram.workbench.testing.OwnerDatabase;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many ask for much at once, of a service that answers few at a time. */
@InsightsTest
@TestProfile(StormTest.FewAtOnce.class)
class StormTest {

  private static final int AT_ONCE = 3;
  private static final int WAITING = 6;
  private static final int CLIENTS = 40;
  private static final Duration STORM = Duration.ofSeconds(4);
  private static final String CHEAP = "{ totals { likes } }";

  public static final class FewAtOnce implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "minigram.graphql.limits.at-once", Integer.toString(AT_ONCE),
          "minigram.graphql.limits.waiting", Integer.toString(WAITING),
          "minigram.graphql.limits.patience", "5s",
          "minigram.graphql.limits.time", "5s",
          "minigram.graphql.limits.page-size", "20",
          "minigram.reading.cached-rows", "0");
    }
  }

  /** What became of a request; the code is empty if there was no error. */
  private record Outcome(int status, String code, String retryAfter) {

    static Outcome of(HttpResponse<String> answer) {
      return new Outcome(
          answer.statusCode(),
          StormTest.code(answer),
          answer.headers().firstValue("Retry-After").orElse(""));
    }
  }

  @TestHTTPResource("/")
  URI service;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private String token;

  @BeforeEach
  void load() {
    SmallNetwork.load();
    token = token(Roles.VIEWER);
  }

  @Test
  @Timeout(120)
  void aStormSlowsTheServiceAndDoesNotEndIt() throws Exception {
    var answers = new ConcurrentLinkedQueue<Outcome>();
    var probes = new ConcurrentLinkedQueue<Integer>();
    var patient = new ConcurrentLinkedQueue<HttpResponse<String>>();
    long end = System.nanoTime() + STORM.toNanos();

    together(
        CLIENTS,
        number ->
            () -> {
              while (System.nanoTime() < end) {
                answers.add(Outcome.of(ask(expensive(number))));
              }
              return null;
            },
        () -> {
          while (System.nanoTime() < end) {
            probes.add(get("/q/health/live").statusCode());
          }
          return null;
        },
        () -> {
          while (System.nanoTime() < end) {
            patient.add(askUntilAnswered(CHEAP));
          }
          return null;
        });

    assertThat(answers).containsOnly(new Outcome(200, "", ""), new Outcome(503, "TOO_BUSY", "1"));
    assertThat(probes).isNotEmpty().containsOnly(200);
    assertThat(patient)
        .isNotEmpty()
        .allSatisfy(
            answered -> assertThat(tree(answered).at("/data/totals/likes").asInt()).isEqualTo(12));
    await().until(() -> busySessions() == 0);
    assertThat(answer(CHEAP)).isEqualTo(json("{'totals': {'likes': 12}}"));
  }

  @Test
  @Timeout(60)
  void whoFindsNoPlaceIsRefusedAtOnceAndTheOthersAreAnsweredInTurn() throws Exception {
    int clients = AT_ONCE + WAITING + 5;
    List<HttpResponse<String>> answers;
    try (var owner = OwnerDatabase.connect()) {
      owner.setAutoCommit(false);
      owner.createStatement().execute("lock table insights.network in access exclusive mode");
      var pool = Executors.newFixedThreadPool(clients);
      var running =
          IntStream.range(0, clients).mapToObj(i -> pool.submit(() -> ask(CHEAP))).toList();
      // those that find no place are told, while all others are still waiting
      await().until(() -> running.stream().filter(answer -> answer.isDone()).count() == 5);
      owner.rollback();
      answers = new ArrayList<>();
      for (var answer : running) {
        answers.add(answer.get());
      }
      pool.shutdown();
    }

    assertThat(answers)
        .extracting(HttpResponse::statusCode)
        .filteredOn(status -> status == 200)
        .hasSize(AT_ONCE + WAITING);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() != 200)
        .allSatisfy(refused -> assertThat(code(refused)).isEqualTo("TOO_BUSY"));
  }

  @Test
  @Timeout(60)
  void anOperationThatTakesTooLongIsGivenUp() throws Exception {
    HttpResponse<String> late;
    try (var owner = OwnerDatabase.connect()) {
      owner.setAutoCommit(false);
      owner.createStatement().execute("lock table insights.network in access exclusive mode");

      late = ask(CHEAP);
      owner.rollback();
    }

    assertThat(late.statusCode()).isEqualTo(504);
    assertThat(code(late)).isEqualTo("TIMED_OUT");
    assertThat(answer(CHEAP)).isEqualTo(json("{'totals': {'likes': 12}}"));
  }

  @Test
  void pagesMayBeMadeSmallerThanTheSchemaSays() throws Exception {
    var largest = ask("{ users(first: 20) { totalCount } }");
    var tooLarge = ask("{ users(first: 21) { totalCount } }");

    assertThat(tree(largest).at("/data/users/totalCount").asInt()).isEqualTo(5);
    assertThat(code(tooLarge)).isEqualTo("PAGE_TOO_LARGE");
  }

  /** A failed statement makes those after it fail, too. */
  @Test
  void aStatementThatIsCancelledFailsTheWholeQueryWithOneCode() throws Exception {
    HttpResponse<String> answer;
    try (var owner = OwnerDatabase.connect()) {
      owner.setAutoCommit(false);
      owner.createStatement().execute("lock table insights.network in access exclusive mode");
      var pool = Executors.newSingleThreadExecutor();
      var running =
          pool.submit(
              () -> ask("{ totals { likes } influencers { totalCount } users { totalCount } }"));
      await()
          .until(
              () ->
                  cancelled(
                          "select pg_cancel_backend(pid) from pg_stat_activity"
                              + " where usename = 'insights_service' and wait_event_type = 'Lock'")
                      > 0);
      owner.rollback();
      answer = running.get();
      pool.shutdown();
    }

    assertThat(answer.statusCode()).isEqualTo(504);
    assertThat(tree(answer).path("errors")).hasSize(1);
    assertThat(code(answer)).isEqualTo("TIMED_OUT");
    assertThat(tree(answer).path("data").isNull()).isTrue();
  }

  private static int cancelled(String statement) {
    return OwnerDatabase.rows(statement).size();
  }

  private static int busySessions() {
    var count =
        OwnerDatabase.rows(
            "select count(*) from pg_stat_activity"
                + " where usename = 'insights_service' and state <> 'idle'");
    return Integer.parseInt(count.get(0));
  }

  /** Some 9,000 periods each, and each client's its own. */
  private static String expensive(int client) {
    return IntStream.range(0, 3)
        .mapToObj(
            number ->
                ("a%d: eventSeries(kind: LIKES, granularity: HOUR, timeZone: \"Asia/Kolkata\","
                     + " from: \"2023-05-%02d\", to: \"2024-05-%02d\") { startsAt label events }")
                    .formatted(number, 1 + client % 28, 1 + number))
        .collect(Collectors.joining(" ", "{ ", " }"));
  }

  private HttpResponse<String> askUntilAnswered(String query) throws Exception {
    var answer = ask(query);
    while (answer.statusCode() == 503) {
      Thread.sleep(
          Duration.ofSeconds(Long.parseLong(answer.headers().firstValue("Retry-After").get()))
              .toMillis());
      answer = ask(query);
    }
    return answer;
  }

  private HttpResponse<String> ask(String query) throws Exception {
    var request =
        HttpRequest.newBuilder(service.resolve("/graphql"))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    new ObjectMapper().createObjectNode().put("query", query).toString()))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    var request =
        HttpRequest.newBuilder(service.resolve(path)).timeout(Duration.ofSeconds(10)).build();
    return http.send(request, BodyHandlers.ofString());
  }

  private interface Client {
    Callable<Void> of(int number);
  }

  @SafeVarargs
  private static void together(int clients, Client client, Callable<Void>... others)
      throws Exception {
    var work = new ArrayList<>(List.of(others));
    IntStream.range(0, clients).mapToObj(client::of).forEach(work::add);
    var pool = Executors.newFixedThreadPool(work.size());
    try {
      for (var done : pool.invokeAll(work)) {
        done.get();
      }
    } finally {
      pool.shutdown();
    }
  }

  private static String code(HttpResponse<String> answer) {
    return tree(answer).at("/errors/0/extensions/code").asText();
  }

  private static JsonNode tree(HttpResponse<String> answer) {
    try {
      return new ObjectMapper().readTree(answer.body());
    } catch (IOException e) {
      throw new AssertionError(answer.body(), e);
    }
  }
}
