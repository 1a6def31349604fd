package io.minigram.workbench.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code workbench bench …}. */
@Command(
    name = "bench",
    description = "Measure, by comparing two ways side by side in one run.",
    synopsisSubcommandLabel = "WHAT",
    subcommands = {
      IngestBench.class,
      WritesBench.class,
      InsightsBench.class,
      FreshnessBench.class,
      DetectionBench.class,
      ScoringBench.class
    })
public final class BenchCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which benchmark?");
  }
}
