package io.minigram.workbench.identity;

import io.minigram.edge.identity.LocalIdentity;
import io.minigram.workbench.terminal.CommandFailure;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names the folder of a local run, and who may use that run. */
public final class LocalFolder {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Folder of the local run: its database, passwords, keys and logs. Default: data, beside"
              + " the services")
  private Path folder;

  /** The folder, which need not be there. */
  public Path path() {
    return isDefault() ? projectHome().resolve("data") : folder;
  }

  /** Whether it was not named. */
  public boolean isDefault() {
    return folder == null;
  }

  /**
   * The keys and users of the run.
   *
   * @throws CommandFailure if nothing was ever run on the folder
   */
  public LocalIdentity identity() throws IOException {
    if (!LocalIdentity.isKeptIn(identityFolder(path()))) {
      throw new CommandFailure(
          "There are no keys in %s. `workbench up` makes them when it starts for the first time; name"
                  .formatted(path())
              + " the folder of another run with --data.");
    }
    return identityIn(path());
  }

  /** The keys and users of a run; they are made if there are none yet. */
  public static LocalIdentity identityIn(Path folder) throws IOException {
    return LocalIdentity.keptIn(identityFolder(folder));
  }

  /** The folder of the project whose build made this program. */
  public static Path projectHome() {
    try {
      var code =
          Path.of(LocalFolder.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return code.resolve("../../..").normalize();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path identityFolder(Path folder) {
    return folder.resolve("identity");
  }
}
