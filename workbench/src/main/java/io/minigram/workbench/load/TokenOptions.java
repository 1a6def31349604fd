package io.minigram.workbench.load;

import io.minigram.edge.identity.Roles;
import io.minigram.workbench.identity.LocalFolder;
import io.minigram.workbench.terminal.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Where the bearer token comes from. Never from the command line itself: what stands there can be
 * read by everyone on the machine.
 */
final class TokenOptions {

  static final String VARIABLE = "MINIGRAM_TOKEN";

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]+");

  /** Of one request, so it need not last longer than it takes to begin it. */
  private static final Duration VALIDITY = Duration.ofMinutes(5);

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "File with a bearer token of the role ingestor. Without it, the environment variable "
              + VARIABLE
              + " holds one; without both, one is signed with the keys of the local run, if URL is"
              + " on this machine.")
  private Path file;

  @Mixin private LocalFolder folder;

  /**
   * Gives a token for each request. A file is read every time, since whoever renews the token
   * writes it there.
   *
   * @throws CommandFailure if there is none
   */
  Supplier<String> tokensFor(URI service, Map<String, String> environment) throws IOException {
    var variable = environment.get(VARIABLE);
    if (file != null) {
      return () -> checked(contentOf(file), file.toString());
    }
    if (variable != null) {
      return () -> checked(variable.strip(), VARIABLE);
    }
    if (!THIS_MACHINE.contains(service.getHost())) {
      throw new CommandFailure(
          "%s needs a token of the role %s: name a file that holds it with --token-file, or set %s"
              .formatted(service, Roles.INGESTOR, VARIABLE));
    }
    var identity = folder.identity();
    return () -> identity.token(Roles.INGESTOR, VALIDITY);
  }

  private static String contentOf(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (NoSuchFileException e) {
      throw new CommandFailure("There is no file " + file, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // a header takes no line ends; the failure must not repeat what may be half a token
  private static String checked(String token, String source) {
    if (!TOKEN.matcher(token).matches()) {
      throw new CommandFailure(
          "%s does not hold one bearer token and nothing else".formatted(source));
    }
    return token;
  }
}
