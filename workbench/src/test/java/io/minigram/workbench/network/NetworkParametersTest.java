package io.minigram.workbench.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkParametersTest {

  @Test
  void theDefaultsAreThePublishedOnes() {
    var parameters = new NetworkOptions().parameters();

    assertThat(parameters.users()).isEqualTo(5_000);
    assertThat(parameters.photos()).isEqualTo(25_000);
    assertThat(parameters.tags()).isEqualTo(250);
    assertThat(parameters.photoTagDraws()).isEqualTo(100_000);
    assertThat(parameters.followDraws()).isEqualTo(25_000);
    assertThat(parameters.likeDraws()).isEqualTo(250_000);
    assertThat(parameters.commentDraws()).isEqualTo(24_000);
    assertThat(parameters.bots().most(5_000)).isEqualTo(49);
    assertThat(parameters.influencers().most(5_000)).isEqualTo(135);
    assertThat(parameters.end()).isEqualTo("2024-12-31T23:59:59");
  }

  @Test
  void whatIsLeftOutKeepsTheProportions() {
    var parameters = new NetworkOptions().users(1_000).parameters();

    assertThat(parameters.photos()).isEqualTo(5_000);
    assertThat(parameters.photoTagDraws()).isEqualTo(20_000);
    assertThat(parameters.followDraws()).isEqualTo(5_000);
    assertThat(parameters.likeDraws()).isEqualTo(50_000);
    assertThat(parameters.commentDraws()).isEqualTo(4_800);
    assertThat(parameters.bots().most(1_000)).isEqualTo(10);
    assertThat(parameters.influencers().most(1_000)).isEqualTo(27);
  }

  @ParameterizedTest
  @MethodSource("impossible")
  void saysWhyThereIsNoSuchNetwork(NetworkOptions options, String message) {
    assertThatThrownBy(options::parameters)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  static Stream<Arguments> impossible() {
    return Stream.of(
        Arguments.of(options().users(0), "users must be from 1 to"),
        Arguments.of(options().users(Integer.MAX_VALUE), "users must be from 1 to"),
        Arguments.of(options().likeDraws(-1), "like draws must be from 0 to"),
        Arguments.of(options().photos(0).likeDraws(10), "likes and comments need photos"),
        Arguments.of(options().tags(0), "photo tags need tags"),
        Arguments.of(options().commentMean(Double.NaN), "the comments' mean"),
        Arguments.of(options().commentDeviation(-1), "the comments' deviation"),
        Arguments.of(
            options().bots(Volume.of("4900")),
            "bots: 4900 can be 4900, and there are 4865 users that are no influencers"),
        Arguments.of(
            options().botLikes(Volume.of("30000")),
            "bot likes: 30000 can be 30000, and there are 25000 photos"),
        Arguments.of(options().influencers(Volume.of("5001")), "influencers: 5001"),
        Arguments.of(
            options().followers(Volume.of("100%")),
            "followers: 100% can be 5000, and there are 4999 other users"),
        Arguments.of(
            options().likingFollowers(Volume.of("400..600")), "liking followers: 400..600"),
        Arguments.of(options().start(LocalDateTime.of(2025, 1, 1, 0, 0)), "lies before the start"),
        Arguments.of(options().start(LocalDateTime.of(1950, 1, 1, 0, 0)), "less than 68 years"),
        Arguments.of(options().tagEnd(LocalDateTime.of(2013, 1, 1, 0, 0)), "the tags' end"));
  }

  private static NetworkOptions options() {
    return new NetworkOptions();
  }
}
