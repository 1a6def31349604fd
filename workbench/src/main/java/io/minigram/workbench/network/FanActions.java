package io.minigram.workbench.network;

import java.io.IOException;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * What the fans of engaged influencers do: some of each one's followers, drawn anew for each kind
 * of action, act once on every photo of the influencer.
 */
final class FanActions implements PlannedActions {

  private final Influencers influencers;
  private final int[] engaged;
  private final Permutation[] fansFirst;
  private final Groups actions;

  /**
   * @param fans how many of an influencer's followers act
   */
  FanActions(Influencers influencers, Volume fans, UniformRandomProvider random) {
    this.influencers = influencers;
    this.engaged = influencers.engaged();
    this.fansFirst = new Permutation[engaged.length];
    var sizes = new long[engaged.length];
    for (int group = 0; group < engaged.length; group++) {
      long followers = influencers.followers(engaged[group]);
      fansFirst[group] = new Permutation(followers, random.nextLong());
      sizes[group] = fans.draw(followers, random) * influencers.photos(engaged[group]);
    }
    this.actions = new Groups(sizes);
  }

  @Override
  public long size() {
    return actions.size();
  }

  @Override
  public void take(long number, Action action) throws IOException {
    int group = actions.of(number);
    int influencer = engaged[group];
    long within = number - actions.start(group);
    long photos = influencers.photos(influencer);
    long fan = fansFirst[group].at(within / photos);
    action.of(
        influencers.follower(influencer, fan), influencers.photo(influencer, within % photos));
  }
}
