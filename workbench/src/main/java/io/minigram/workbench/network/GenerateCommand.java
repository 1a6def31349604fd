package io.minigram.workbench.network;

import io.minigram.workbench.terminal.Progress;
import io.minigram.workbench.terminal.TextTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code workbench generate DIR}. */
@Command(
    name = "generate",
    description = {
      "Write a synthetic network as CSV files.",
      "",
      "The defaults give the published network of 5,000 users. Volumes that are left out keep its"
          + " proportions: --users alone scales everything. A VOLUME is a number (49), a share"
          + " (0.98%%) or a range from which one is drawn for each account (1000..1200, 10%%..12%%:"
          + " more than 10 %% and at most 12 %%). Shares grow with the network: millions of users"
          + " want numbers for --followers and --bot-likes. Below about 500 users ordinary users"
          + " like so large a share of the photos that they look like bots.",
      "",
      "The same seed and parameters give the same files, byte for byte. DIR/truth tells which"
          + " accounts are bots and influencers.",
      "",
      "10 million users with 20 follows and 20 likes each:",
      "  generate DIR --users 10000000 --photos 10000000 --photo-tag-draws 0 --comment-draws 0"
          + " --follow-draws 200000000 --like-draws 200000000 --bots 0 --influencers 0",
      ""
    },
    footer = {"", "Follows, likes and comments may name the same pair twice, as real data do."})
public final class GenerateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "Folder to write to; made if missing.")
  private Path folder;

  @Option(names = "--force", description = "Replace the files of a folder that is not empty.")
  private boolean force;

  @Mixin private NetworkOptions options;

  @Override
  public Integer call() throws IOException {
    var generator = new NetworkGenerator(parameters());
    var summary = generator.writeTo(folder, force, Progress.onTerminal());
    var table = new TextTable("file", "rows");
    summary.rows().forEach(table::row);
    var out = System.out;
    table.print(out);
    double seconds = summary.time().toNanos() / 1e9;
    out.printf(
        Locale.ROOT,
        "%,d rows in %.2f s (%,.0f rows/s): %s%n",
        summary.allRows(),
        seconds,
        summary.allRows() / seconds,
        folder);
    return 0;
  }

  private NetworkParameters parameters() {
    try {
      return options.parameters();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
