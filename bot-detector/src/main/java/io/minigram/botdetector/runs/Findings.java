package io.minigram.botdetector.runs;

import io.minigram.botdetector.networks.ReadNetwork;
import io.minigram.botdetector.scoring.network.Detection;
import io.minigram.botdetector.scoring.network.Finding;
import io.minigram.botdetector.scoring.network.Ring;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a run is going to store.
 *
 * @param facts what was read
 * @param stored the findings whose scores are stored
 * @param rings in the order of their numbers
 */
record Findings(Facts facts, Detection detection, List<Finding> stored, List<Ring> rings) {

  static Findings of(Facts facts, Detection detection, RunParameters parameters) {
    var stored = new ArrayList<Finding>();
    for (int account = 0; account < detection.accounts(); account++) {
      var finding = detection.finding(account);
      if (parameters.stores(finding.score())) {
        stored.add(finding);
      }
    }
    return new Findings(facts, detection, List.copyOf(stored), detection.rings());
  }

  /** The ids of the accounts that the run flags. */
  Set<Long> flagged(RunParameters parameters) {
    var flagged = new TreeSet<Long>();
    for (var finding : stored) {
      if (parameters.flags(finding.score())) {
        flagged.add(read().users()[finding.account()]);
      }
    }
    return flagged;
  }

  ReadNetwork read() {
    return facts.network();
  }
}
