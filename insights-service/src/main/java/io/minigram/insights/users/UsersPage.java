package io.minigram.insights.users;

import io.minigram.insights.definitions.FigurePosition;
import java.util.List;

/**
 * A part of a list of users.
 *
 * @param rows in the list's order
 * @param users how many there are in the whole list
 */
record UsersPage(List<Placed> rows, long users) {

  /** A user, and by which figure it stands where. */
  record Placed(User user, double value, long rank) {

    FigurePosition position() {
      return new FigurePosition(value, user.id());
    }
  }
}
