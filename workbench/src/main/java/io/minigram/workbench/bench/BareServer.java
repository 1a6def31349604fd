package io.minigram.workbench.bench;

import io.minigram.workbench.terminal.CommandFailure;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The HTTP server that is in Quarkus, Vert.x's, with nothing around it: it answers every request
 * with the same bytes as soon as its body is there. It runs in a process of its own, from the jars
 * of insights-service.
 */
final class BareServer implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Process process;
  private final URI address;

  private BareServer(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts one, and waits until it listens.
   *
   * @param home the folder of the built project
   * @param file what it answers
   */
  static BareServer start(Path home, Path file) throws IOException, InterruptedException {
    int port = freePort();
    var classes =
        String.join(
            File.pathSeparator,
            ourClasses(),
            home.resolve("insights-service/target/quarkus-app/lib/main").toString() + "/*");
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                classes,
                BareHttpServer.class.getName(),
                Integer.toString(port),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    var server = new BareServer(process, URI.create("http://localhost:" + port));
    server.awaitListening();
    return server;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String ourClasses() {
    try {
      return Path.of(BareServer.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitListening() throws InterruptedException {
    long limit = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      try {
        new Socket(address.getHost(), address.getPort()).close();
        return;
      } catch (IOException e) {
        if (!process.isAlive() || System.nanoTime() > limit) {
          process.destroy();
          throw new CommandFailure("The bare server does not start", e);
        }
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
  }

  URI address() {
    return address;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
