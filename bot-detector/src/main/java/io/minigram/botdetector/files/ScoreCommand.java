package io.minigram.botdetector.files;

import io.minigram.botdetector.models.ModelFile;
import io.minigram.botdetector.networks.NetworkReader;
import io.minigram.botdetector.scoring.network.Contribution;
import io.minigram.botdetector.scoring.network.Detector;
import io.minigram.botdetector.scoring.network.Finding;
import io.minigram.edge.command.Command;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** {@code score DIR}: scores a network that lies in files, without a database. */
// A native executable knows no class by name that it was not told of.
@RegisterForReflection
public final class ScoreCommand implements Command {

  @Override
  public String name() {
    return "score";
  }

  @Override
  public String usage() {
    return """
      score DIR [--out FILE] [--signals] [--model FILE]
                score the network in DIR's users.csv, photos.csv, likes.csv, comments.csv
                and follows.csv, and end. Writes CSV with user_id, score, reason and ring,
                the highest score first, to standard output or FILE; --signals adds a
                column for what each signal measured; --model takes another model than
                the one that comes with the service.
    """;
  }

  @Override
  public int run(List<String> arguments) {
    Path folder = null;
    Path out = null;
    Path model = null;
    boolean signals = false;
    for (int place = 0; place < arguments.size(); place++) {
      var argument = arguments.get(place);
      if (argument.equals("--signals")) {
        signals = true;
      } else if (argument.equals("--out") && place + 1 < arguments.size()) {
        out = Path.of(arguments.get(++place));
      } else if (argument.equals("--model") && place + 1 < arguments.size()) {
        model = Path.of(arguments.get(++place));
      } else if (folder == null && !argument.startsWith("-")) {
        folder = Path.of(argument);
      } else {
        System.err.printf("Unexpected argument \"%s\".%n%s", argument, usage());
        return 2;
      }
    }
    if (folder == null) {
      System.err.printf("Which folder?%n%s", usage());
      return 2;
    }
    try {
      var settings = model == null ? ModelFile.packaged() : ModelFile.read(model);
      score(Detector.of(settings), folder, out, signals);
      return 0;
    } catch (IOException | IllegalArgumentException e) {
      System.err.println("Not scored: " + e);
      return 1;
    }
  }

  private static void score(Detector detector, Path folder, Path out, boolean signals)
      throws IOException {
    var read = NetworkReader.read(table -> CsvRows.open(folder, table));
    if (read.unknown() > 0) {
      System.err.printf(
          Locale.ROOT,
          "%,d rows name a user or photo that is not there, and were left out.%n",
          read.unknown());
    }
    var detection = detector.detect(read.network());
    var findings = new ArrayList<Finding>();
    for (int account = 0; account < detection.accounts(); account++) {
      findings.add(detection.finding(account));
    }
    findings.sort(
        Comparator.comparingDouble(Finding::score).reversed().thenComparingInt(Finding::account));
    try (var writer = writer(out)) {
      writer.append("user_id,score,reason,ring");
      if (signals && !findings.isEmpty()) {
        findings.get(0).values().keySet().forEach(signal -> writer.append(',').append(signal));
      }
      writer.append('\n');
      for (var finding : findings) {
        write(finding, read.users(), signals, writer);
      }
      if (writer.checkError()) {
        throw new IOException("The scores could not be written");
      }
    }
  }

  private static void write(Finding finding, long[] users, boolean signals, PrintWriter writer) {
    writer.append(Long.toString(users[finding.account()])).append(',');
    writer.append(String.format(Locale.ROOT, "%.6f", finding.score())).append(',');
    var reasons = finding.contributions().stream().map(Contribution::sentence).toList();
    if (!reasons.isEmpty()) {
      writer.append('"').append(String.join(" ", reasons)).append('"');
    }
    writer.append(',');
    finding.ring().ifPresent(ring -> writer.append(Integer.toString(ring + 1)));
    if (signals) {
      for (double value : finding.values().values()) {
        writer.append(String.format(Locale.ROOT, ",%.6f", value));
      }
    }
    writer.append('\n');
  }

  private static PrintWriter writer(Path out) throws IOException {
    var stream =
        out == null ? new FileOutputStream(FileDescriptor.out) : Files.newOutputStream(out);
    return new PrintWriter(stream, false, StandardCharsets.UTF_8);
  }
}
