package io.minigram.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.minigram.edge.identity.Roles;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Sends each request again, under its key, until it is answered: what is refused for now, or meets
 * nobody, is tried again at once, which no client should do. Keeps what it was told beside answers.
 */
final class PatientClient {

  /** A service that does not answer at all in so long is at fault, whatever happens to it. */
  static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(15);

  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration TOKEN_VALIDITY = Duration.ofMinutes(1);

  /**
   * What a mutation was answered.
   *
   * @param id of what was written; null if it was refused
   * @param refusal the code of the refusal, or null
   */
  record Written(String id, boolean changed, String refusal) {}

  /**
   * @param code of the refusal, or null
   * @param isLater whether it says when to try again
   */
  private record Answer(JsonNode body, String code, boolean isLater) {}

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final IngestSystem system;
  private final AtomicLong writes = new AtomicLong();
  private final AtomicLong imports = new AtomicLong();
  private final Map<String, Long> retries = new ConcurrentSkipListMap<>();
  private final Collection<String> unexpected = new ConcurrentLinkedQueue<>();
  private final Map<String, Token> tokens = new ConcurrentSkipListMap<>();

  private record Token(String text, long made) {}

  PatientClient(IngestSystem system) {
    this.system = system;
  }

  /**
   * @param call the mutation with its arguments, its key among them
   */
  Written write(String call) throws InterruptedException {
    return write(call, Roles.INGESTOR);
  }

  /** As somebody who may erase accounts. */
  Written writeAsAdmin(String call) throws InterruptedException {
    return write(call, Roles.ADMIN);
  }

  private Written write(String call, String role) throws InterruptedException {
    var document = Map.of("query", "mutation { it: %s { id changed } }".formatted(call));
    var body = BodyPublishers.ofString(json.valueToTree(document).toString());
    var answer = send("/graphql", "application/json", null, role, () -> body);
    writes.incrementAndGet();
    var written = answer.body().at("/data/it");
    return new Written(
        written.path("id").asText(null), written.path("changed").asBoolean(), answer.code());
  }

  /**
   * The report of an import.
   *
   * @param key null for none
   * @param body opened anew for each attempt
   */
  JsonNode take(String path, String type, String key, Supplier<InputStream> body)
      throws InterruptedException {
    var answer = send(path, type, key, Roles.INGESTOR, () -> BodyPublishers.ofInputStream(body));
    imports.incrementAndGet();
    if (answer.code() != null) {
      unexpected.add("%s was refused: %s".formatted(path, answer.body()));
    }
    return answer.body();
  }

  private Answer send(
      String path, String type, String key, String role, Supplier<BodyPublisher> body)
      throws InterruptedException {
    while (true) {
      var request =
          HttpRequest.newBuilder(URI.create(system.address() + path))
              .timeout(LONGEST_ATTEMPT)
              .header("Content-Type", type)
              .header("Authorization", "Bearer " + token(role));
      if (key != null) {
        request.header("Idempotency-Key", key);
      }
      var why = "no connection";
      try {
        var answer =
            answer(http.send(request.POST(body.get()).build(), BodyHandlers.ofByteArray()));
        why = answer.code();
        if (!answer.isLater()) {
          return answer;
        }
      } catch (HttpTimeoutException e) {
        unexpected.add("%s was not answered in %s".formatted(path, LONGEST_ATTEMPT));
      } catch (IOException e) {
        // the service has been killed, or is not there yet
      }
      retries.merge(why == null ? "a fault" : why, 1L, Long::sum);
      LockSupport.parkNanos(PAUSE.toNanos());
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  private Answer answer(HttpResponse<byte[]> response) throws IOException {
    JsonNode body;
    try {
      body = json.readTree(response.body());
    } catch (IOException e) {
      unexpected.add("%d with no JSON".formatted(response.statusCode()));
      throw e;
    }
    var error = body.at("/errors/0/extensions");
    var code = (error.isMissingNode() ? body : error).path("code").asText(null);
    boolean saysWhen =
        error.has("retryAfter") || response.headers().firstValue("Retry-After").isPresent();
    boolean isAway = "UNAVAILABLE".equals(code);
    boolean isFault = response.statusCode() >= 500 && !isAway || "INTERNAL".equals(code);
    if (isFault
        || isAway && !saysWhen
        || isAway && error.isMissingNode() && response.statusCode() != 503) {
      unexpected.add("%d: %s".formatted(response.statusCode(), body));
    }
    return new Answer(
        body,
        code,
        // also after a fault: it is kept in mind, and what became of the data is still of interest
        isAway || isFault || "CONFLICT".equals(code) && saysWhen);
  }

  private String token(String role) {
    return tokens
        .compute(
            role,
            (none, old) ->
                old == null || System.nanoTime() - old.made() > TOKEN_VALIDITY.toNanos()
                    ? new Token(system.token(role), System.nanoTime())
                    : old)
        .text();
  }

  /** Mutations that were answered. */
  long writes() {
    return writes.get();
  }

  /** Imports that were answered. */
  long imports() {
    return imports.get();
  }

  /** How often a request was sent again, by reason. */
  Map<String, Long> retries() {
    return retries;
  }

  /** Answers that no client should ever get. */
  Collection<String> unexpected() {
    return unexpected;
  }
}
