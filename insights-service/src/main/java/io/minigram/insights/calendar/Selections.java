package io.minigram.insights.calendar;

import io.minigram.insights.definitions.SuspectRule;
import io.minigram.insights.definitions.UserSets;
import io.minigram.insights.suspects.SuspectsQueries;
import io.minigram.insights.transactions.Snapshot;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Set;

/** Finds out whose events a request means. */
@Singleton
class Selections {

  private final SuspectsQueries suspects;
  private final UserSets cohorts;
  private final CalendarQueries queries;

  Selections(SuspectsQueries suspects, UserSets cohorts, CalendarQueries queries) {
    this.suspects = suspects;
    this.cohorts = cohorts;
    this.queries = queries;
  }

  /**
   * In the way that is cheapest to count. To be asked for before anything is waited for.
   *
   * @param snapshot the operation's
   */
  Uni<Selection> find(Snapshot snapshot, EventKind kind, Whose whose) {
    return whose.cohort() == null ? everyone(snapshot, kind, whose) : cohort(snapshot, kind, whose);
  }

  private Uni<Selection> everyone(Snapshot snapshot, EventKind kind, Whose whose) {
    return switch (whose.bots()) {
      case INCLUDE -> Uni.createFrom().item(Selection.of(Actors.Rolled.EVERYONE));
      case ONLY ->
          rolled(whose.suspects())
              ? Uni.createFrom().item(Selection.of(Actors.Rolled.of(whose.suspects().set())))
              : suspects
                  .ids(whose.suspects())
                  .flatMap(ids -> queries.fewerAccounts(snapshot, kind, ids))
                  .map(Selections::members);
      case EXCLUDE ->
          rolled(whose.suspects())
              ? Uni.createFrom()
                  .item(Selection.everyoneBut(Actors.Rolled.of(whose.suspects().set())))
              : suspects
                  .ids(whose.suspects())
                  .flatMap(ids -> queries.fewerAccounts(snapshot, kind, ids))
                  .map(Selections::others);
    };
  }

  private Uni<Selection> cohort(Snapshot snapshot, EventKind kind, Whose whose) {
    var members = cohorts.ids(whose.cohort());
    var meant =
        switch (whose.bots()) {
          case INCLUDE -> members;
          case EXCLUDE -> common(members, suspects.ids(whose.suspects()), false);
          case ONLY -> common(members, suspects.ids(whose.suspects()), true);
        };
    return meant
        .flatMap(ids -> queries.fewerAccounts(snapshot, kind, ids))
        .map(Selections::members);
  }

  private static boolean rolled(SuspectRule rule) {
    return rule.isMaterialised();
  }

  private static Uni<Long[]> common(
      Uni<Long[]> members, Uni<Long[]> suspects, boolean areSuspects) {
    return Uni.combine()
        .all()
        .unis(members, suspects)
        .with(
            (all, some) -> {
              var suspected = Set.of(some);
              return Arrays.stream(all)
                  .filter(id -> suspected.contains(id) == areSuspects)
                  .toArray(Long[]::new);
            });
  }

  private static Selection members(FewerAccounts fewer) {
    return fewer.areOthers()
        ? Selection.everyoneBut(fewer.accounts())
        : Selection.of(fewer.accounts());
  }

  private static Selection others(FewerAccounts fewer) {
    return fewer.areOthers()
        ? Selection.of(fewer.accounts())
        : Selection.everyoneBut(fewer.accounts());
  }
}
