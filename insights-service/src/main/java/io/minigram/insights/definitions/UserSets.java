package io.minigram.insights.definitions;

import io.minigram.edge.error.RequestException;
import io.smallrye.mutiny.Uni;

/** Knows who belongs to a group of users. */
public interface UserSets {

  /**
   * The ids of its members; worked out once an operation. To be asked for before anything is waited
   * for.
   *
   * @throws RequestException BAD_ARGUMENT if a threshold is out of its range
   */
  Uni<Long[]> ids(UserSet set);
}
