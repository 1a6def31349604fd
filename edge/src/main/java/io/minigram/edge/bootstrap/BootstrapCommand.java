package io.minigram.edge.bootstrap;

import io.minigram.edge.command.Command;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code bootstrap}: makes the database, its roles and its schemas, as the owner. In a cluster a
 * job does it, so that no service has the owner's password.
 */
// A native executable knows no class by name that it was not told of.
@RegisterForReflection
public final class BootstrapCommand implements Command {

  private static final String URL = "QUARKUS_DATASOURCE_JDBC_URL";
  private static final String OWNER = "QUARKUS_DATASOURCE_USERNAME";
  private static final String PASSWORD = "QUARKUS_DATASOURCE_PASSWORD";

  /** What stands before a role's name, in capitals, in the variable that has its password. */
  private static final String ROLE_PASSWORD = "MINIGRAM_PASSWORD_";

  @Override
  public String name() {
    return "bootstrap";
  }

  @Override
  public String usage() {
    return """
      bootstrap as the owner, make the database, its roles and its schemas, and set the
                roles' passwords, then end; it can be run again. Needs
                QUARKUS_DATASOURCE_JDBC_URL, QUARKUS_DATASOURCE_USERNAME and
                QUARKUS_DATASOURCE_PASSWORD of the owner, and a MINIGRAM_PASSWORD_<ROLE>
                for each of INGEST_SERVICE, INSIGHTS_SERVICE, BOT_DETECTOR,
                FACTS_MIGRATOR, INSIGHTS_MIGRATOR and MODERATION_MIGRATOR.
    """;
  }

  @Override
  public int run(List<String> arguments) {
    var environment = System.getenv();
    var missing =
        Stream.of(URL, OWNER, PASSWORD)
            .filter(variable -> environment.getOrDefault(variable, "").isEmpty())
            .toList();
    if (!arguments.isEmpty() || !missing.isEmpty()) {
      missing.forEach(variable -> System.err.println(variable + " is not set"));
      System.err.print(usage());
      return 2;
    }
    try {
      DatabaseBootstrap.run(
          environment.get(URL),
          environment.get(OWNER),
          environment.get(PASSWORD),
          passwords(environment));
    } catch (SQLException e) {
      System.err.printf(
          "%s cannot be set up by %s: %s%n",
          environment.get(URL), environment.get(OWNER), e.getMessage());
      return 1;
    }
    System.out.printf("%s has its roles and schemas%n", environment.get(URL));
    return 0;
  }

  private static Map<String, String> passwords(Map<String, String> environment) {
    return environment.entrySet().stream()
        .filter(variable -> variable.getKey().startsWith(ROLE_PASSWORD))
        .collect(
            Collectors.toMap(
                variable ->
                    variable.getKey().substring(ROLE_PASSWORD.length()).toLowerCase(Locale.ROOT),
                Map.Entry::getValue));
  }
}
