package io.minigram.workbench.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client of GraphQL over WebSocket that sends what it is told, right or wrong. */
public final class GraphQLSocket implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 10;

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final WebSocket socket;

  /** Connects to the service on this port of this machine. */
  public GraphQLSocket(int port) {
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .subprotocols("graphql-transport-ws")
            .buildAsync(URI.create("ws://localhost:%d/graphql".formatted(port)), new Listener())
            .join();
  }

  /** Sends {@code connection_init} with a token. */
  public void initialise(String token) {
    send(
        "{\"type\": \"connection_init\", \"payload\": {\"Authorization\": \"Bearer %s\"}}"
            .formatted(token));
  }

  public void send(String text) {
    socket.sendText(text, true).join();
  }

  /** The next message, or {@code close} and the status of the close. */
  public String next() {
    try {
      var message = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (message == null) {
        throw new IllegalStateException("Nothing came in " + PATIENCE_SECONDS + " s");
      }
      return message;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    socket.abort();
  }

  private final class Listener implements WebSocket.Listener {

    private final StringBuilder parts = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
      parts.append(data);
      if (last) {
        heard.add(parts.toString());
        parts.setLength(0);
      }
      webSocket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int status, String reason) {
      heard.add("close " + status);
      return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable failure) {
      heard.add("error " + failure);
    }
  }
}
