package io.minigram.workbench.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One HTTP/1.1 connection that posts JSON and waits for each answer: on a machine that is shared
 * with the service under test, what a client costs is missing from the service.
 */
final class KeptConnection implements AutoCloseable {

  private static final String LENGTH = "content-length:";

  private final Socket socket;
  private final InputStream in;
  private final String head;

  KeptConnection(URI address, String path, String token) throws IOException {
    this.socket = new Socket(address.getHost(), address.getPort());
    this.socket.setTcpNoDelay(true);
    this.in = new BufferedInputStream(socket.getInputStream());
    this.head =
        """
        POST %s HTTP/1.1\r
        Host: %s\r
        Content-Type: application/json\r
        Authorization: Bearer %s\r
        Content-Length:\s\
        """
            .formatted(path, address.getAuthority(), token);
  }

  /** The body of the answer. */
  String post(String json) throws IOException {
    var body = json.getBytes(StandardCharsets.UTF_8);
    var request = (head + body.length + "\r\n\r\n" + json).getBytes(StandardCharsets.UTF_8);
    socket.getOutputStream().write(request);
    int length = 0;
    for (var line = readLine(); !line.isEmpty(); line = readLine()) {
      if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
        length = Integer.parseInt(line.substring(LENGTH.length()).strip());
      }
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private String readLine() throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("The service has hung up");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
