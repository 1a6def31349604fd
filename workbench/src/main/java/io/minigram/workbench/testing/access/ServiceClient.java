package io.minigram.workbench.testing.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Calls a service over HTTP, some calls at a time. A token that is null is not sent. */
final class ServiceClient {

  private static final int AT_A_TIME = 8;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Semaphore places = new Semaphore(AT_A_TIME);
  private final URI service;

  ServiceClient(URI service) {
    this.service = service;
  }

  static ObjectNode graphqlRequest(String document) {
    return JSON.createObjectNode().put("query", document);
  }

  CompletableFuture<HttpResponse<String>> post(String document, String token) {
    return send("POST", "/graphql", "application/json", graphqlRequest(document).toString(), token);
  }

  CompletableFuture<HttpResponse<String>> get(String document, String token) {
    var query = URLEncoder.encode(document, StandardCharsets.UTF_8);
    return send("GET", "/graphql?query=" + query, "", "", token);
  }

  CompletableFuture<HttpResponse<String>> send(
      String method, String path, String contentType, String body, String token) {
    var request = HttpRequest.newBuilder(service.resolve(path)).timeout(PATIENCE);
    request.method(
        method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!contentType.isEmpty()) {
      request.header("Content-Type", contentType);
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    places.acquireUninterruptibly();
    return http.sendAsync(request.build(), BodyHandlers.ofString())
        .whenComplete((response, failure) -> places.release());
  }

  /** The status of the answer to a request as it stands. */
  int status(String method, String path, String... headers) {
    var request =
        "%s %s HTTP/1.1\r\nHost: %s\r\nContent-Length: 0\r\n%s\r\n"
            .formatted(
                method,
                path,
                service.getAuthority(),
                Stream.of(headers).map(header -> header + "\r\n").collect(Collectors.joining()));
    try (var socket = new Socket(service.getHost(), service.getPort())) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      write(request.getBytes(StandardCharsets.US_ASCII), socket);
      var answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      return Integer.parseInt(answer.readLine().split(" ")[1]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A server may answer before it has read everything, and read no more. */
  private static void write(byte[] request, Socket socket) {
    try {
      socket.getOutputStream().write(request);
    } catch (IOException e) {
      // it has closed its end; what it said before can be read all the same
    }
  }

  /** The status that the handshake for a WebSocket is answered with. */
  int upgrade(String path, String token) {
    try {
      WebSocketConnection.open(service, path, token, "graphql-transport-ws").close();
      return 101;
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        return refused.getResponse().statusCode();
      }
      throw e;
    }
  }
}
