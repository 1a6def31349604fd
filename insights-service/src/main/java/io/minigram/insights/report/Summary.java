package io.minigram.insights.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says the most important of a report in a few sentences. */
final class Summary {

  private Summary() {}

  static List<String> of(
      Evidence evidence, List<Finding> findings, List<Recommendation> recommendations) {
    if (evidence.measuredOn() == null) {
      return List.of("The network is empty: there is nothing to report on yet.");
    }
    Map<FindingKey, Finding> byKey =
        findings.stream().collect(Collectors.toMap(Finding::key, Function.identity()));
    var sentences = new ArrayList<String>();
    sentences.add(size(evidence));
    sentences.add(byKey.get(FindingKey.GROWTH_OF_USERS).sentence());
    sentences.add(byKey.get(FindingKey.GROWTH_OF_CONTENT).sentence());
    sentences.add(byKey.get(FindingKey.INFLUENCERS).sentence());
    sentences.add(byKey.get(FindingKey.INFLUENCER_ENGAGEMENT).sentence());
    sentences.add(byKey.get(FindingKey.SUSPECTED_BOTS).sentence());
    sentences.add(outcomes(findings));
    sentences.add(verdicts(recommendations));
    return List.copyOf(sentences);
  }

  private static String size(Evidence evidence) {
    var totals = evidence.totals();
    return Words.format(
        "The network has %s, %s, %s, %s and %s%s%s.",
        Words.count(totals.users(), "user", "users"),
        Words.count(totals.photos(), "photo", "photos"),
        Words.count(totals.likes(), "like", "likes"),
        Words.count(totals.comments(), "comment", "comments"),
        Words.count(totals.follows(), "follow", "follows"),
        totals.users() == 0
            ? ""
            : Words.format(": %s photos a user", Words.number(totals.photosPerUser())),
        totals.photos() == 0
            ? ""
            : Words.format(
                ", %s likes and %s comments a photo",
                Words.number(totals.likesPerPhoto()), Words.number(totals.commentsPerPhoto())));
  }

  private static String outcomes(List<Finding> findings) {
    return Words.format(
        "Of %s that were looked into %s hold at the 5 %% level, %s do not, and %s cannot be told"
            + " from so few data.",
        Words.count(findings.size(), "claim", "claims"),
        count(findings, Outcome.HOLDS),
        count(findings, Outcome.DOES_NOT_HOLD),
        count(findings, Outcome.TOO_LITTLE_DATA));
  }

  private static String count(List<Finding> findings, Outcome outcome) {
    return Words.count(findings.stream().filter(found -> found.outcome() == outcome).count());
  }

  private static String verdicts(List<Recommendation> recommendations) {
    return Words.format(
        "Of the published recommendations the data support: %s; they do not support: %s; they are"
            + " too few to judge: %s.",
        advice(recommendations, Verdict.SUPPORTED),
        advice(recommendations, Verdict.NOT_SUPPORTED),
        advice(recommendations, Verdict.TOO_LITTLE_DATA));
  }

  private static String advice(List<Recommendation> recommendations, Verdict verdict) {
    var found =
        recommendations.stream()
            .filter(recommendation -> recommendation.verdict() == verdict)
            .map(recommendation -> "\"" + recommendation.advice() + "\"")
            .toList();
    return found.isEmpty() ? "none" : Words.all(found);
  }
}
