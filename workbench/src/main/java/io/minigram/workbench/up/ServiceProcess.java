package io.minigram.workbench.up;

import io.minigram.workbench.terminal.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A packaged service, running as a process of its own. */
final class ServiceProcess {

  private static final Duration READY_LIMIT = Duration.ofMinutes(2);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int LOG_LINES_SHOWN = 15;

  private final Service service;
  private final Process process;
  private final Path log;

  private ServiceProcess(Service service, Process process, Path log) {
    this.service = service;
    this.process = process;
    this.log = log;
  }

  /**
   * @param jar the service's runnable jar
   * @param command {@code serve} or {@code migrate}
   * @param settings environment of the process, beside what it inherits
   */
  static ServiceProcess start(
      Service service, Path jar, String command, Map<String, String> settings, Path log)
      throws IOException {
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("-Xmx" + service.heapMegabytes() + "m");
    if (!command.equals("serve")) {
      // a process that lives for seconds does not earn back what the best compiler costs
      line.add("-XX:TieredStopAtLevel=1");
    }
    line.addAll(List.of("-jar", jar.toString(), command));
    var builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().keySet().removeIf(ServiceProcess::isOurs);
    builder.environment().putAll(settings);
    return new ServiceProcess(service, builder.start(), log);
  }

  /**
   * What only this run may set: what is left of the data source would name the owner of the
   * database, and a provider of tokens would stand against the run's own keys. A profile's name may
   * stand before it: {@code _LOCAL_QUARKUS_OIDC_…}.
   */
  private static boolean isOurs(String variable) {
    return variable.contains("QUARKUS_DATASOURCE_")
        || variable.contains("QUARKUS_OIDC_")
        || variable.equals("QUARKUS_PROFILE");
  }

  Service service() {
    return service;
  }

  CompletableFuture<ServiceProcess> onExit() {
    return process.onExit().thenApply(ended -> this);
  }

  /** The most memory that the process has taken so far, in bytes; 0 where Linux does not tell. */
  long peakMemory() throws IOException {
    var status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst()
        .orElse(0);
  }

  /** The processor time that the process has taken so far; zero where nobody tells. */
  Duration processorTime() {
    return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Waits for a process that ends by itself. */
  void awaitDone() throws InterruptedException {
    if (process.waitFor() != 0) {
      throw failure("failed");
    }
  }

  /** Waits until the service says that it is ready. */
  void awaitReady(URI address) throws InterruptedException {
    var client = HttpClient.newHttpClient();
    var request =
        HttpRequest.newBuilder(address.resolve("/q/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    long limit = System.nanoTime() + READY_LIMIT.toNanos();
    while (true) {
      if (!process.isAlive()) {
        throw failure("ended before it was ready");
      }
      try {
        if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // not listening yet
      }
      if (System.nanoTime() > limit) {
        throw failure("was not ready after " + READY_LIMIT.toSeconds() + " s");
      }
      TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
    }
  }

  CommandFailure failure(String what) {
    var message = new StringBuilder();
    message.append("%s %s".formatted(service.module(), what));
    if (!process.isAlive()) {
      message.append(" (exit code %d)".formatted(process.exitValue()));
    }
    message.append(". The end of its log, %s:".formatted(log));
    for (var line : lastLines()) {
      message.append(System.lineSeparator()).append("  | ").append(line);
    }
    return new CommandFailure(message.toString());
  }

  void askToStop() {
    process.destroy();
  }

  /** Waits for the end; one that does not come is brought about. */
  void awaitStopped() throws InterruptedException {
    if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  private List<String> lastLines() {
    try {
      var lines = new ArrayList<>(Files.readAllLines(log));
      return lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
