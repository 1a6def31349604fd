package io.minigram.workbench.up;

import io.minigram.workbench.terminal.CommandFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where the services listen. */
final class Ports {

  @Option(
      names = "--ingest-port",
      paramLabel = "PORT",
      defaultValue = "8081",
      description = "Port of ingest-service. Default: ${DEFAULT-VALUE}")
  private int ingest;

  @Option(
      names = "--insights-port",
      paramLabel = "PORT",
      defaultValue = "8082",
      description = "Port of insights-service. Default: ${DEFAULT-VALUE}")
  private int insights;

  @Option(
      names = "--bots-port",
      paramLabel = "PORT",
      defaultValue = "8083",
      description = "Port of bot-detector. Default: ${DEFAULT-VALUE}")
  private int bots;

  @Option(
      names = "--postgres-port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Port of PostgreSQL; 0 takes one that is free. Default: ${DEFAULT-VALUE}")
  private int postgres;

  int of(Service service) {
    return switch (service) {
      case INGEST_SERVICE -> ingest;
      case INSIGHTS_SERVICE -> insights;
      case BOT_DETECTOR -> bots;
    };
  }

  int postgres() {
    return postgres;
  }

  URI address(Service service) {
    return URI.create("http://localhost:" + of(service));
  }

  /**
   * @throws CommandFailure if one is taken, or two services were given the same
   */
  void demandFree() {
    Map<Service, ServerSocket> taken = new EnumMap<>(Service.class);
    try {
      for (var service : Service.values()) {
        taken.put(service, claim(of(service), service.module(), option(service)));
      }
      if (postgres != 0) {
        claim(postgres, "PostgreSQL", "--postgres-port").close();
      }
    } catch (IOException e) {
      throw new CommandFailure("A port that was claimed cannot be let go", e);
    } finally {
      taken.values().forEach(Ports::release);
    }
  }

  /** A port on which nobody listens at this moment. */
  static int free() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String option(Service service) {
    return switch (service) {
      case INGEST_SERVICE -> "--ingest-port";
      case INSIGHTS_SERVICE -> "--insights-port";
      case BOT_DETECTOR -> "--bots-port";
    };
  }

  private static ServerSocket claim(int port, String name, String option) {
    try {
      return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    } catch (IOException | IllegalArgumentException e) {
      throw new CommandFailure(
          "Port %d, wanted for %s, is taken. Stop what listens there, or choose another with %s."
              .formatted(port, name, option),
          e);
    }
  }

  private static void release(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new CommandFailure("A port that was claimed cannot be let go", e);
    }
  }
}
