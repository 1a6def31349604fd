package io.minigram.insights.influence;

import io.minigram.insights.definitions.CommentWeight;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * All accounts, by whether they are influencers and suspects.
 *
 * @param parts each account is in one of them
 * @param measuredOn UTC day at which rates were measured; null if nothing ever happened
 */
record Groups(List<Part> parts, LocalDate measuredOn) {

  /**
   * Some of the accounts.
   *
   * @param isRegistered others count only for what is done to their photos
   */
  record Part(boolean isInfluencer, boolean isSuspect, boolean isRegistered, Group sums) {}

  /** A figure of the registered users. */
  Compared compare(Function<Group, Sample> figure) {
    return compare(Part::isRegistered, figure);
  }

  /** What is done to photos, whoever posted them. */
  Compared compareEngagement(CommentWeight weight) {
    return compare(part -> true, group -> group.engagementSample(weight));
  }

  Group influencers() {
    return sum(part -> part.isRegistered() && part.isInfluencer());
  }

  Group others() {
    return sum(part -> part.isRegistered() && !part.isInfluencer());
  }

  Group othersWithoutBots() {
    return sum(part -> part.isRegistered() && !part.isInfluencer() && !part.isSuspect());
  }

  private Compared compare(Predicate<Part> which, Function<Group, Sample> figure) {
    return new Compared(
        figure.apply(sum(which.and(Part::isInfluencer))),
        figure.apply(sum(which.and(part -> !part.isInfluencer()))),
        figure.apply(sum(which.and(part -> !part.isInfluencer() && !part.isSuspect()))));
  }

  private Group sum(Predicate<Part> which) {
    return parts.stream().filter(which).map(Part::sums).reduce(Group.EMPTY, Group::plus);
  }
}
