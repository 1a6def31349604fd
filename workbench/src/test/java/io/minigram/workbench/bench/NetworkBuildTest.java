package io.minigram.workbench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.workbench.network.NetworkOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkBuildTest {

  @Test
  void aMillionInteractionsAreTheDefaultNetwork() {
    assertThat(NetworkBuild.network(1_000_000)).isEqualTo(new NetworkOptions().parameters());
  }

  @ParameterizedTest
  @CsvSource({"10000000, 50000", "50000000, 250000"})
  void everythingButTheNumberOfBotsAndInfluencersGrowsInProportion(long interactions, int users) {
    var network = NetworkBuild.network(interactions);

    assertThat(network.users()).isEqualTo(users);
    assertThat(network.photos()).isEqualTo(5 * users);
    assertThat(network.likeDraws()).isEqualTo(50L * users);
    assertThat(network.bots().most(users)).isEqualTo(49);
    assertThat(network.influencers().most(users)).isEqualTo(135);
    assertThat(network.followers().least(users)).isGreaterThan(users / 10);
  }
}
