package io.minigram.insights.audience;

import io.minigram.insights.definitions.Share;
import io.minigram.insights.definitions.UserSet;
import io.minigram.insights.definitions.UserSets;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Knows the members of each group. */
@Singleton
class GroupMembers implements UserSets {

  private final UserSetQueries queries;

  GroupMembers(UserSetQueries queries) {
    this.queries = queries;
  }

  @Override
  public Uni<Long[]> ids(UserSet set) {
    return switch (set.group()) {
      case ACTIVE_BY_ACTIVITY -> cohort(set, CohortKind.ACTIVE, Measure.ACTIVITY);
      case INACTIVE_BY_ACTIVITY -> cohort(set, CohortKind.INACTIVE, Measure.ACTIVITY);
      case ACTIVE_BY_RATE -> cohort(set, CohortKind.ACTIVE, Measure.RATE);
      case INACTIVE_BY_RATE -> cohort(set, CohortKind.INACTIVE, Measure.RATE);
      case INFLUENCERS -> queries.influencers(set.influencers());
      case NEVER_POSTED -> cohort(set, CohortKind.NEVER_POSTED, Measure.ACTIVITY);
    };
  }

  private Uni<Long[]> cohort(UserSet set, CohortKind kind, Measure measure) {
    return queries
        .cohort(
            new CohortRule(
                kind,
                measure,
                Share.of("share", set.share()),
                set.botLikeActivity(),
                set.youngDays(),
                set.measuredOn()))
        .map(Cohort::ids);
  }
}
