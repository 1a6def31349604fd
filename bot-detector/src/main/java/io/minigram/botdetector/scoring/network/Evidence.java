package io.minigram.botdetector.scoring.network;

import java.util.List;

/**
 * With whom an account acted together, and where.
 *
 * @param signal the kind of lockstep
 * @param partners the strongest partners, the strongest first
 * @param actions what the account did near most of its partners, the most first
 */
public record Evidence(String signal, List<Partner> partners, List<Action> actions) {

  public Evidence {
    partners = List.copyOf(partners);
    actions = List.copyOf(actions);
  }

  /**
   * @param account its index
   * @param evidence in nats: how much less likely than the strongest coincidence among all accounts
   */
  public record Partner(int account, double evidence) {}

  /**
   * @param target the index of the photo, or of the account that was followed
   * @param second when, see {@link Network#EPOCH}
   * @param partners how many partners did the same within the window of time
   */
  public record Action(int target, int second, int partners) {}
}
