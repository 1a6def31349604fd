package io.minigram.workbench.testing.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One WebSocket as its client sees it: messages in their order, and the end. */
public final class WebSocketConnection implements AutoCloseable {

  /** The code of a connection that ended without one. */
  public static final int BROKEN_OFF = 1006;

  private static final int PATIENCE_SECONDS = 30;

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Something that came.
   *
   * @param message null if it is the end
   * @param code why it ended
   */
  private record Event(JsonNode message, int code) {}

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private WebSocket socket;

  private WebSocketConnection() {}

  /** Opens a connection for GraphQL; the handshake has no token. */
  public static WebSocketConnection open(URI service) {
    return open(service, "/graphql", null, "graphql-transport-ws");
  }

  /**
   * Opens a connection.
   *
   * @param token for the header of the handshake; null for none
   * @param subprotocol empty for none
   * @throws CompletionException if the handshake is refused
   */
  public static WebSocketConnection open(
      URI service, String path, String token, String subprotocol) {
    var builder = HttpClient.newHttpClient().newWebSocketBuilder();
    if (!subprotocol.isEmpty()) {
      builder.subprotocols(subprotocol);
    }
    if (token != null) {
      builder.header("Authorization", "Bearer " + token);
    }
    var connection = new WebSocketConnection();
    var address = URI.create("ws://" + service.getAuthority() + path);
    connection.socket =
        builder
            .buildAsync(address, connection.listener())
            .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .join();
    return connection;
  }

  /** Sends bytes, which nobody should take. */
  public void sendBinary(byte[] message) {
    socket.sendBinary(ByteBuffer.wrap(message), true).join();
  }

  /** Sends a message; what is lost because the other side has closed shows in what comes back. */
  public void send(String message) {
    try {
      socket.sendText(message, true).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      events.add(new Event(null, BROKEN_OFF));
    }
  }

  /** Says who is asking. */
  public void init(String token) {
    send(
        "{\"type\": \"connection_init\", \"payload\": {\"Authorization\": \"Bearer %s\"}}"
            .formatted(token));
  }

  /** Sends an operation, which is to be answered under the id. */
  public void subscribe(String id, String document) {
    var message = JSON.createObjectNode().put("id", id).put("type", "subscribe");
    message.set("payload", ServiceClient.graphqlRequest(document));
    send(message.toString());
  }

  /** Wants no more answers under the id. */
  public void complete(String id) {
    send(JSON.createObjectNode().put("id", id).put("type", "complete").toString());
  }

  /**
   * The next message.
   *
   * @throws AssertionError if the connection ends instead, or nothing comes
   */
  public JsonNode next() {
    var event = take();
    if (event.message == null) {
      throw new AssertionError("The connection ended with " + event.code);
    }
    return event.message;
  }

  /**
   * The first message; empty, and the end kept for {@link #end}, if the connection ends instead.
   */
  public Optional<JsonNode> first() {
    var event = take();
    if (event.message == null) {
      events.add(event);
    }
    return Optional.ofNullable(event.message);
  }

  /** Awaits the end: everything that came before it, and its code. */
  public End end() {
    var messages = new ArrayList<JsonNode>();
    var event = take();
    while (event.message != null) {
      messages.add(event.message);
      event = take();
    }
    return new End(messages, event.code);
  }

  /**
   * How a connection ended.
   *
   * @param messages that came before
   */
  public record End(List<JsonNode> messages, int code) {}

  @Override
  public void close() {
    socket.abort();
  }

  private WebSocket.Listener listener() {
    return new WebSocket.Listener() {

      private final StringBuilder text = new StringBuilder();

      @Override
      public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
          var message = json(text.toString());
          text.setLength(0);
          // sent again and again as long as the connection lives
          if (!message.path("type").asText().equals("ping")) {
            events.add(new Event(message, 0));
          }
        }
        webSocket.request(1);
        return null;
      }

      @Override
      public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        events.add(new Event(null, code));
        return null;
      }

      @Override
      public void onError(WebSocket webSocket, Throwable error) {
        events.add(new Event(null, BROKEN_OFF));
      }
    };
  }

  private Event take() {
    try {
      var event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (event == null) {
        throw new AssertionError("Nothing came, and the connection did not end");
      }
      return event;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("This is no JSON: " + text, e);
    }
  }
}
