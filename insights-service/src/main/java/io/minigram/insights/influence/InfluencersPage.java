package io.minigram.insights.influence;

import io.minigram.insights.definitions.FigurePosition;
import java.util.List;

/**
 * A part of a list of influencers.
 *
 * @param rows in the list's order
 * @param influencers how many there are in the whole list
 * @param users how many users there are
 */
public record InfluencersPage(List<Placed> rows, long influencers, long users) {

  /** An influencer, and by which figure it stands where it is. */
  public record Placed(Influencer influencer, double value) {

    FigurePosition position() {
      return new FigurePosition(value, influencer.id());
    }
  }

  /** The influencers' share of all users; null if there are none. */
  public Double shareOfUsers() {
    return users == 0 ? null : (double) influencers / users;
  }
}
