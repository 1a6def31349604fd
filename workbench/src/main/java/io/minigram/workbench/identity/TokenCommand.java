package io.minigram.workbench.identity;

import io.minigram.edge.identity.Roles;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code workbench token ROLE}. */
@Command(
    name = "token",
    description = {
      "Print a bearer token for the services of a local run.",
      "",
      "Each role has a user, and no role implies another. Nothing but the token is printed, so that"
          + " a shell can take it:",
      "",
      "  curl -H \"Authorization: Bearer $(java -jar workbench.jar token viewer)\" ...",
      "",
      "The services of a cluster take the tokens of an OpenID Connect provider, not these.",
      ""
    })
public final class TokenCommand implements Callable<Integer> {

  private static final Duration LONGEST = Duration.ofDays(30);

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "ROLE",
      completionCandidates = RoleNames.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  private String role;

  @Mixin private LocalFolder folder;

  @Option(
      names = "--valid",
      paramLabel = "DURATION",
      defaultValue = "8h",
      converter = Validity.class,
      description = "How long: a number with s, m, h or d; 30d at most. Default: ${DEFAULT-VALUE}")
  private Duration validity;

  @Override
  public Integer call() throws IOException {
    if (!Roles.ALL.contains(role)) {
      throw new ParameterException(
          spec.commandLine(),
          "There is no role '%s', only %s".formatted(role, String.join(", ", Roles.ALL)));
    }
    if (validity.toSeconds() < 1 || validity.compareTo(LONGEST) > 0) {
      throw new ParameterException(
          spec.commandLine(),
          "A token is valid for 1s to %dd, no shorter and no longer".formatted(LONGEST.toDays()));
    }
    var out = spec.commandLine().getOut();
    out.println(folder.identity().token(role, validity));
    out.flush();
    return 0;
  }

  private static final class RoleNames implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return Roles.ALL.iterator();
    }
  }
}
