package io.minigram.botdetector.networks;

import io.minigram.botdetector.scoring.network.Network;

/**
 * A network, and by which ids others know what it knows by index.
 *
 * @param users the id of each account
 * @param photos the id of each photo
 * @param unknown rows that were left out, since they name a user or photo that is not there
 */
public record ReadNetwork(Network network, long[] users, long[] photos, long unknown) {

  public ReadNetwork {
    if (users.length != network.accounts()) {
      throw new IllegalArgumentException("Each account must have an id");
    }
  }
}
