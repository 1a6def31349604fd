package io.minigram.workbench;

import io.minigram.workbench.bench.BenchCommand;
import io.minigram.workbench.identity.TokenCommand;
import io.minigram.workbench.load.LoadCommand;
import io.minigram.workbench.network.GenerateCommand;
import io.minigram.workbench.terminal.CommandFailure;
import io.minigram.workbench.up.UpCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Everything a developer or newcomer needs beside the services, in one runnable jar. */
@Command(
    name = "workbench",
    description = "Everything a developer or newcomer needs beside MiniGram's services.",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Workbench.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false,
    usageHelpAutoWidth = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:failed, with the reason on stderr", "2:wrong usage"},
    subcommands = {
      UpCommand.class,
      GenerateCommand.class,
      LoadCommand.class,
      TokenCommand.class,
      BenchCommand.class
    })
public final class Workbench implements Runnable {

  @Spec private CommandSpec spec;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show where a failure comes from.")
  private boolean verbose;

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    var workbench = new Workbench();
    return new CommandLine(workbench)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (failure, commandLine, parsed) -> workbench.explain(failure, commandLine));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }

  private int explain(Exception failure, CommandLine commandLine) {
    var stderr = commandLine.getErr();
    // The message of an exception that nobody prepared for a reader makes sense with its name only.
    stderr.println(failure instanceof CommandFailure ? failure.getMessage() : failure.toString());
    if (verbose) {
      failure.printStackTrace(stderr);
    }
    stderr.flush();
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** Reads the version that the build wrote into the jar's manifest. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      var version = Workbench.class.getPackage().getImplementationVersion();
      return new String[] {"workbench " + (version == null ? "(not packaged)" : version)};
    }
  }
}
