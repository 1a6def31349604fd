package io.minigram.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A service's packaged jar, run as in a cluster: all that it knows is its environment. */
final class PackagedService implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final Process process;
  private final Path output;

  private PackagedService(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static PackagedService start(
      String module, Map<String, String> environment, String... arguments) {
    try {
      Files.createDirectories(WorkbenchProcess.TARGET);
      var output = Files.createTempFile(WorkbenchProcess.TARGET, module, ".log");
      var line = new ArrayList<String>();
      line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      line.add("-jar");
      line.add(Path.of("..", module, "target/quarkus-app/quarkus-run.jar").toString());
      line.addAll(List.of(arguments));
      var builder =
          new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().keySet().removeIf(name -> name.contains("QUARKUS_"));
      builder.environment().putAll(environment);
      return new PackagedService(builder.start(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a cluster does it. */
  void askToStop() {
    process.destroy();
  }

  /** As when its machine dies: it can say and finish nothing. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Waits until it answers requests; it need not be ready. */
  PackagedService awaitListening() {
    Awaitility.await().atMost(LIMIT).until(() -> !isAlive() || output().contains("Listening on"));
    assertThat(isAlive()).as(output()).isTrue();
    return this;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for the end; one that does not come is brought about. */
  int exitCode() throws InterruptedException {
    boolean ended = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    assertThat(ended).as("ends").isTrue();
    return process.exitValue();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
