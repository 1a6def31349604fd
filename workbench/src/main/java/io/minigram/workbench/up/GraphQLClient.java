package io.minigram.workbench.up;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.minigram.workbench.terminal.CommandFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** Asks a service over GraphQL, as a front end would. */
final class GraphQLClient {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final URI endpoint;
  private final Supplier<String> tokens;
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient client = HttpClient.newHttpClient();

  /**
   * @param tokens asked for a bearer token before each request
   */
  GraphQLClient(URI service, Supplier<String> tokens) {
    this.endpoint = service.resolve("/graphql");
    this.tokens = tokens;
  }

  /**
   * The whole response: {@code data} and {@code errors}.
   *
   * @throws CommandFailure if the service does not answer
   */
  JsonNode ask(String document) throws InterruptedException {
    try {
      var request =
          HttpRequest.newBuilder(endpoint)
              .timeout(LIMIT)
              .header("Content-Type", "application/json")
              .header("Authorization", "Bearer " + tokens.get())
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      json.writeValueAsString(Map.of("query", document))))
              .build();
      return json.readTree(client.send(request, BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new CommandFailure(endpoint + " does not answer", e);
    }
  }

  /**
   * The {@code data} of a response.
   *
   * @throws CommandFailure if there are errors
   */
  JsonNode data(String document) throws InterruptedException {
    var response = ask(document);
    if (response.has("errors")) {
      throw new CommandFailure(endpoint + " answered " + response.get("errors"));
    }
    return response.get("data");
  }
}
