package io.minigram.workbench.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes imports over HTTP and answers as it is told. */
final class ImportEndpoint implements AutoCloseable {

  private static final int KEPT = 1000;

  private final HttpServer server;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();

  private final Set<String> unread = ConcurrentHashMap.newKeySet();

  ImportEndpoint() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  void answer(String path, int status, String body) {
    answers.put(path, new Answer(status, body));
  }

  /** Answers before the body is read, and closes the connection. */
  void refuseUnread(String path, int status, String body) {
    unread.add(path);
    answer(path, status, body);
  }

  static String completed(long received, long inserted, long duplicate, long rejected) {
    return """
    {"id":"1","state":"COMPLETED","received":%d,"inserted":%d,"duplicate":%d,"rejected":%d}
    """
        .formatted(received, inserted, duplicate, rejected);
  }

  List<Request> requests() {
    return requests;
  }

  private void take(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    if (!unread.contains(path)) {
      read(exchange, path);
    }
    var answer = answers.getOrDefault(path, new Answer(200, completed(1, 1, 0, 0)));
    var body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void read(HttpExchange exchange, String path) throws IOException {
    try (var in = exchange.getRequestBody()) {
      var start = in.readNBytes(KEPT);
      long bytes = start.length;
      var buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
      }
      requests.add(
          new Request(
              path,
              exchange.getRequestHeaders().getFirst("Content-Type"),
              exchange.getRequestHeaders().getFirst("Authorization"),
              bytes,
              new String(start, StandardCharsets.UTF_8)));
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /**
   * @param bytes of the body
   * @param start of the body
   */
  record Request(String path, String contentType, String authorization, long bytes, String start) {}

  private record Answer(int status, String body) {}
}
