package io.minigram.botdetector.runs;

import io.minigram.botdetector.networks.ReadNetwork;
import io.minigram.botdetector.scoring.network.Evidence;
import io.minigram.botdetector.scoring.network.Finding;
import io.minigram.botdetector.scoring.network.Network;
import io.minigram.botdetector.scoring.network.Ring;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What a run found, as the statements that store it take it: ids in place of indexes. */
final class StoredFinding {

  private StoredFinding() {}

  static JsonObject score(Finding finding, List<Evidence> evidence, ReadNetwork read) {
    var contributions = new JsonArray();
    for (var each : finding.contributions()) {
      contributions.add(
          new JsonObject()
              .put("signal", each.signal())
              .put("value", number(each.value()))
              .put("contribution", number(each.amount()))
              .put("sentence", each.sentence()));
    }
    return new JsonObject()
        .put("user_id", read.users()[finding.account()])
        .put("score", RunParameters.stored(finding.score()).toPlainString())
        .put("contributions", contributions)
        .put("evidence", evidence.isEmpty() ? null : evidence(evidence, read));
  }

  private static JsonArray evidence(List<Evidence> evidence, ReadNetwork read) {
    var stored = new JsonArray();
    for (var each : evidence) {
      var partners = new JsonArray();
      each.partners()
          .forEach(
              partner ->
                  partners.add(
                      new JsonObject()
                          .put("userId", Long.toString(read.users()[partner.account()]))
                          .put("evidence", number(partner.evidence()))));
      boolean onAccounts = each.signal().startsWith("FOLLOW");
      var actions = new JsonArray();
      each.actions()
          .forEach(
              action ->
                  actions.add(
                      new JsonObject()
                          .put(
                              onAccounts ? "userId" : "photoId",
                              Long.toString(
                                  (onAccounts ? read.users() : read.photos())[action.target()]))
                          .put("at", Network.EPOCH.plusSeconds(action.second()).toString())
                          .put("partners", action.partners())));
      stored.add(
          new JsonObject()
              .put("signal", each.signal())
              .put("partners", partners)
              .put("actions", actions));
    }
    return stored;
  }

  static JsonObject ring(int number, Ring ring, ReadNetwork read) {
    var members = new JsonArray();
    ring.members().forEach(member -> members.add(read.users()[member]));
    var boosted = new JsonArray();
    ring.boosted()
        .forEach(
            owner ->
                boosted.add(
                    new JsonObject()
                        .put("owner_id", read.users()[owner.owner()])
                        .put("photos", owner.photos())
                        .put("from_ring", owner.fromRing())
                        .put("received", owner.all())
                        .put("at_least", number(owner.atLeast()))));
    return new JsonObject()
        .put("ring", number)
        .put("members", members)
        .put("photos", ring.photos())
        .put("follows", ring.follows())
        .put("first_at", Network.EPOCH.plusSeconds(ring.firstSecond()).toString())
        .put("last_at", Network.EPOCH.plusSeconds(ring.lastSecond()).toString())
        .put("boosted", boosted);
  }

  private static BigDecimal number(double value) {
    return BigDecimal.valueOf(value).setScale(RunParameters.SCALE, RoundingMode.DOWN);
  }
}
