package io.minigram.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The packaged workbench, run as a newcomer runs it. */
final class WorkbenchProcess implements AutoCloseable {

  static final Path TARGET = Path.of("target", "system").toAbsolutePath();

  private static final Path JAR = Path.of("..", "workbench", "target", "workbench.jar");
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final Process process;
  private final Path output;

  private WorkbenchProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static WorkbenchProcess start(Map<String, String> environment, List<String> arguments) {
    try {
      Files.createDirectories(TARGET);
      var output = Files.createTempFile(TARGET, "workbench", ".log");
      var line = new ArrayList<String>();
      line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      line.add("-jar");
      line.add(JAR.toString());
      line.addAll(arguments);
      var builder =
          new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      return new WorkbenchProcess(builder.start(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code count} ports on which nobody listens. */
  static List<Integer> freePorts(int count) throws IOException {
    var sockets = new ArrayList<ServerSocket>();
    for (int i = 0; i < count; i++) {
      sockets.add(new ServerSocket(0));
    }
    var ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
    for (var socket : sockets) {
      socket.close();
    }
    return ports;
  }

  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void awaitUp() {
    Awaitility.await()
        .atMost(LIMIT)
        .until(() -> !process.isAlive() || output().contains("MiniGram is up"));
    assertThat(output()).contains("MiniGram is up");
  }

  /** Waits for the end. */
  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).as("ends").isTrue();
    return process.exitValue();
  }

  /** Sends SIGTERM and waits for the end. */
  int terminate() throws InterruptedException {
    process.destroy();
    return exitCode();
  }

  /** The processes that it has started and that still run, PostgreSQL's children left out. */
  List<ProcessHandle> children() {
    return process.children().toList();
  }

  ProcessHandle service(String module) {
    return process
        .children()
        .filter(child -> child.info().commandLine().orElse("").contains("/" + module + "/"))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() throws InterruptedException {
    if (process.isAlive()) {
      terminate();
    }
  }
}
