package io.minigram.edge.command;

import io.minigram.edge.access.ProductionCheck;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import java.util.List;
import java.util.ServiceLoader;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The command line that every service has: {@code serve} (the default) answers requests with data
 * rights only; {@code migrate} brings the service's own schema up to date and ends. A service may
 * have more {@link Command}s.
 *
 * <p>Exit codes: 0 done, 1 failed, 2 unknown command.
 */
@QuarkusMain
public final class ServiceMain {

  private static final String USAGE =
      """
      Usage: SERVICE [serve|migrate|COMMAND|--help]

        serve     answer requests (the default). Needs QUARKUS_DATASOURCE_REACTIVE_URL,
                  QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD of the
                  service's own role, and QUARKUS_OIDC_AUTH_SERVER_URL, the address of the
                  OpenID Connect provider whose tokens it takes; they are meant for
                  QUARKUS_OIDC_TOKEN_AUDIENCE (minigram).
        migrate   bring the service's own schema up to date, then end. Needs
                  QUARKUS_DATASOURCE_MIGRATION_JDBC_URL, QUARKUS_DATASOURCE_MIGRATION_USERNAME
                  and QUARKUS_DATASOURCE_MIGRATION_PASSWORD of the schema's migrator role.
      """;

  private ServiceMain() {}

  public static void main(String... args) {
    switch (args.length == 0 ? "serve" : args[0]) {
      case "serve" -> {
        demandSafeSettings();
        Quarkus.run(args);
      }
      case "migrate" -> {
        // The profile turns off HTTP, the scheduler and the data connection: see
        // META-INF/microprofile-config.properties.
        System.setProperty("quarkus.profile", "prod,migrate");
        Quarkus.run(Migrate.class, args);
      }
      case "--help", "-h" -> System.out.print(usage());
      default -> System.exit(run(args[0], List.of(args).subList(1, args.length)));
    }
  }

  private static int run(String name, List<String> arguments) {
    for (var command : ServiceLoader.load(Command.class)) {
      if (command.name().equals(name)) {
        return command.run(arguments);
      }
    }
    System.err.printf("Unknown command \"%s\".%n%s", name, usage());
    return 2;
  }

  private static String usage() {
    var usage = new StringBuilder(USAGE);
    ServiceLoader.load(Command.class).forEach(command -> usage.append(command.usage()));
    return usage.toString();
  }

  /** Before anything is started: the database is not asked, and no port is open. */
  private static void demandSafeSettings() {
    if (LaunchMode.current() != LaunchMode.NORMAL) {
      return;
    }
    var problems = ProductionCheck.problems(ConfigProvider.getConfig(), ConfigUtils.getProfiles());
    if (!problems.isEmpty()) {
      System.err.println(RefusedStart.message(problems));
      System.exit(1);
    }
  }
}
