package io.minigram.workbench.bench.detection;

import io.minigram.workbench.terminal.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * How good each signal is by itself, whether it counts or is in the shadow. Who decides on that may
 * want to know how well its measurement ranks bots; how often it is right when it speaks against an
 * account; and how often it is right about those who are not flagged anyway.
 */
final class SignalTable {

  private final SortedMap<Integer, List<DetectionTrial>> trials;
  private final List<DetectionTrial> all;

  /**
   * @param trials by camouflage
   */
  SignalTable(SortedMap<Integer, List<DetectionTrial>> trials) {
    this.trials = trials;
    this.all = trials.values().stream().flatMap(List::stream).toList();
  }

  /** Against whom a signal speaks, that is, contributes anything. */
  private record Against(long accounts, long bots) {

    String precision() {
      return accounts == 0 ? "" : three((double) bots / accounts);
    }
  }

  /**
   * @param results gets the same for machines
   */
  TextTable table(List<Map<String, Object>> results) {
    var header = new ArrayList<>(List.of("signal", "counts"));
    trials.keySet().forEach(camouflage -> header.add("AP at c = " + camouflage));
    header.addAll(List.of("best at", "AP", "against", "precision", "not flagged", "precision"));
    var table = new TextTable(header.toArray(String[]::new));
    for (var signal : all.get(0).scores().contributions().keySet()) {
      table.row(row(signal, results).toArray());
    }
    return table;
  }

  private List<Object> row(Scores.Signal signal, List<Map<String, Object>> results) {
    var cells = new ArrayList<Object>();
    var result = new LinkedHashMap<String, Object>();
    cells.add(signal.name());
    result.put("signal", signal.name());
    cells.add(signal.counts() ? "yes" : "shadow");
    result.put("counts", signal.counts());
    trials.forEach(
        (camouflage, some) -> {
          double precision =
              DetectionReport.ranking(some, measured(signal), kind -> true).averagePrecision();
          cells.add(three(precision));
          result.put("averagePrecisionAt" + camouflage, precision);
        });
    addBestKind(signal, cells, result);
    var everybody = against(signal, false);
    var notFlagged = against(signal, true);
    cells.addAll(List.of(everybody.accounts, everybody.precision()));
    cells.addAll(List.of(notFlagged.accounts, notFlagged.precision()));
    result.put("against", everybody.accounts);
    result.put("botsAmongThem", everybody.bots);
    result.put("againstNotFlagged", notFlagged.accounts);
    result.put("botsAmongNotFlagged", notFlagged.bots);
    results.add(result);
    return cells;
  }

  private void addBestKind(Scores.Signal signal, List<Object> cells, Map<String, Object> result) {
    var best = "";
    double most = 0;
    for (var kind : BotKind.values()) {
      var ranking = DetectionReport.ranking(all, measured(signal), kind::equals);
      if (ranking.bots() > 0 && ranking.averagePrecision() > most) {
        most = ranking.averagePrecision();
        best = kind.toString();
      }
    }
    cells.addAll(List.of(best, three(most)));
    result.put("bestAt", best);
    result.put("averagePrecisionAtBest", most);
  }

  private static Function<DetectionTrial, double[]> measured(Scores.Signal signal) {
    return trial -> trial.scores().signals().get(signal.name());
  }

  private Against against(Scores.Signal signal, boolean onlyNotFlagged) {
    long accounts = 0;
    long bots = 0;
    for (var trial : all) {
      var contribution = trial.scores().contributions().get(signal);
      for (int user = 0; user < contribution.length; user++) {
        boolean flagged = trial.scores().values()[user] >= DetectionReport.FLAGGED;
        if (contribution[user] > 0 && !(onlyNotFlagged && flagged)) {
          accounts++;
          bots += trial.truth().isBot(user) ? 1 : 0;
        }
      }
    }
    return new Against(accounts, bots);
  }

  private static String three(double figure) {
    return String.format(Locale.ROOT, "%.3f", figure);
  }
}
