package io.minigram.workbench.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.minigram.workbench.terminal.CommandFailure;
import io.minigram.workbench.terminal.Progress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code workbench load DIR}. */
@Command(
    name = "load",
    description = {
      "Import a folder of CSV files through ingest-service.",
      "",
      "Sends users.csv, photos.csv, tags.csv, photo_tags.csv, follows.csv, likes.csv and"
          + " comments.csv in this order; those that are missing are left out. Loading the same"
          + " folder again does no harm: its rows are duplicates then.",
      ""
    })
public final class LoadCommand implements Callable<Integer> {

  private static final Set<String> SCHEMES = Set.of("http", "https");

  /** The last chunk goes when it is due, not when its rows are over; and answers take time. */
  private static final double HELD = 0.95;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "Folder with the files.")
  private Path folder;

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "http://localhost:8081",
      description = "Where ingest-service is. Default: ${DEFAULT-VALUE}")
  private URI url;

  @Mixin private TokenOptions tokens;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = {
        "Send N rows a second, as many small imports one after the other; without it, each file is"
            + " one import and goes as fast as it is taken."
      })
  private Long rate;

  @Option(names = "--strict", description = "Fail (exit code 1) if a row was rejected.")
  private boolean strict;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Also write the result to a file, for machines.")
  private Path json;

  @Override
  public Integer call() throws IOException {
    if (url.getHost() == null || !SCHEMES.contains(url.getScheme())) {
      throw new ParameterException(
          spec.commandLine(),
          "'%s' is not an address such as http://localhost:8081".formatted(url));
    }
    if (rate != null && rate < 1) {
      throw new ParameterException(
          spec.commandLine(), "--rate must be 1 row a second or more, not " + rate);
    }
    var loader = new Loader(url, tokens.tokensFor(url, System.getenv()), Progress.onTerminal());
    var result = rate == null ? loader.load(folder) : loader.load(folder, rate);
    result.print(System.out);
    if (rate != null) {
      System.out.println(held(rate, result.rowsPerSecond()));
    }
    if (json != null) {
      new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), result);
    }
    result
        .failure()
        .ifPresent(
            failure -> {
              throw new CommandFailure(failure);
            });
    if (strict && result.rejected() > 0) {
      throw new CommandFailure(
          String.format(Locale.ROOT, "%,d rows were rejected (--strict)", result.rejected()));
    }
    return 0;
  }

  /** Whether the rate was what was asked for, in a sentence. */
  static String held(long asked, long reached) {
    return String.format(
        Locale.ROOT,
        reached >= asked * HELD
            ? "Sent %2$,d rows a second, as asked"
            : "Sent %2$,d rows a second of the %1$,d asked for: ingest-service did not take more",
        asked,
        reached);
  }
}
