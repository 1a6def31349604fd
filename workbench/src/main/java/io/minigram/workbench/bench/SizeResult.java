package io.minigram.workbench.bench;

import java.util.List;
import java.util.Map;

/**
 * Everything that was measured on one network.
 *
 * @param rows what is in, by kind: {@code users}, {@code photos}, {@code likes}, ...
 * @param questions each with default arguments and with others
 * @param report the whole second report in one request; null if it was not asked
 * @param rates answers a second to many clients, by who gave them
 */
record SizeResult(
    long interactions,
    Map<String, Long> rows,
    BuildFigures build,
    RollUpSize rollUps,
    long bytesOfFacts,
    List<QuestionTimes> questions,
    QuestionTimes report,
    Map<String, Double> rates) {

  QuestionTimes question(String name) {
    return questions.stream()
        .filter(question -> question.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Likes, comments, follows, users, photos and tags of photos that are in. */
  long allRows() {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }
}
