package io.minigram.workbench.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import io.minigram.workbench.terminal.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The defaults give a network of the published shape, whatever the seed. */
class PublishedShapeTest {

  private static final int USERS = 5_000;
  private static final int PHOTOS = 25_000;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 2, 3, -7})
  void theDefaultsGiveThePublishedNetwork(long seed) throws IOException {
    // given
    var generator = new NetworkGenerator(new NetworkOptions().seed(seed).parameters());

    // when
    generator.writeTo(folder, false, Progress.SILENT);

    // then
    var network = new Recount(new GeneratedFiles(folder));
    assertThat(network.bots).hasSize(49).doesNotContainAnyElementsOf(network.influencers);
    assertThat(network.influencers).hasSize(135);
    // seed rule and the definition of an influencer find exactly the ones that were made
    assertThat(keysAtLeast(network.likedPhotos, PHOTOS / 20)).isEqualTo(network.bots);
    assertThat(keysAtLeast(network.followers, USERS / 10 + 1)).isEqualTo(network.influencers);
    var soft = new SoftAssertions();
    soft.assertThat(network.likes).isCloseTo(504_025L, withPercentage(2));
    soft.assertThat(network.comments).isCloseTo(350_333L, withPercentage(2));
    soft.assertThat(network.meanEngagement(true)).isCloseTo(5.36601, withPercentage(5));
    soft.assertThat(network.meanEngagement(false)).isCloseTo(1.27600, withPercentage(5));
    // published: 142 usernames are shared, 94,716 photo tags and 99,138 follows
    soft.assertThat(network.sharedUsernames).isBetween(90L, 200L);
    soft.assertThat(network.photoTags).isCloseTo(94_716L, withPercentage(1));
    soft.assertThat(network.follows).isCloseTo(99_138L, withPercentage(2));
    // uniform over 11 years: 0.5 is 11 standard errors of the mean
    soft.assertThat(network.meanRegistrationYear).isCloseTo(2019.5, within(0.5));
    soft.assertAll();
  }

  private static Set<Integer> keysAtLeast(Map<Integer, BitSet> sets, int least) {
    var keys = new HashSet<Integer>();
    sets.forEach(
        (key, set) -> {
          if (set.cardinality() >= least) {
            keys.add(key);
          }
        });
    return keys;
  }

  /** The figures, counted from the files; likes, follows and their likes are distinct pairs. */
  private static final class Recount {

    final Set<Integer> bots = new HashSet<>();
    final Set<Integer> influencers = new HashSet<>();
    final Map<Integer, BitSet> likedPhotos = new HashMap<>();
    final Map<Integer, BitSet> followers = new HashMap<>();
    final int[] owner = new int[PHOTOS + 1];
    // engagement of (user, owner), doubled to stay whole
    final int[] engagement = new int[(USERS + 1) * (USERS + 1)];
    final double meanRegistrationYear;
    final long sharedUsernames;
    long likes;
    long comments;
    long photoTags;
    long follows;

    Recount(GeneratedFiles files) {
      files.forEach("truth/bots.csv", row -> bots.add(Integer.valueOf(row[0])));
      files.forEach("truth/influencers.csv", row -> influencers.add(Integer.valueOf(row[0])));
      var years = new long[1];
      var usernames = new HashMap<String, Integer>();
      files.forEach(
          "users.csv",
          row -> {
            usernames.merge(row[1], 1, Integer::sum);
            years[0] += Integer.parseInt(row[2].substring(0, 4));
          });
      meanRegistrationYear = (double) years[0] / USERS + 0.5;
      sharedUsernames = usernames.values().stream().filter(count -> count > 1).count();
      files.forEach(
          "photos.csv", row -> owner[Integer.parseInt(row[0])] = Integer.parseInt(row[2]));
      files.forEach("photo_tags.csv", row -> photoTags++);
      files.forEach(
          "follows.csv",
          row -> {
            follows++;
            add(followers, Integer.parseInt(row[1]), Integer.parseInt(row[0]));
          });
      files.forEach(
          "likes.csv",
          row -> {
            int user = Integer.parseInt(row[0]);
            int photo = Integer.parseInt(row[1]);
            if (add(likedPhotos, user, photo)) {
              likes++;
              engagement[user * (USERS + 1) + owner[photo]] += 2;
            }
          });
      files.forEach(
          "comments.csv",
          row -> {
            comments++;
            int user = Integer.parseInt(row[3]);
            engagement[user * (USERS + 1) + owner[Integer.parseInt(row[2])]] += 3;
          });
    }

    double meanEngagement(boolean towardsInfluencers) {
      var pairs =
          IntStream.range(0, engagement.length)
              .filter(pair -> engagement[pair] > 0)
              .filter(pair -> influencers.contains(pair % (USERS + 1)) == towardsInfluencers)
              .toArray();
      return Arrays.stream(pairs).map(pair -> engagement[pair]).average().orElseThrow() / 2;
    }

    private static boolean add(Map<Integer, BitSet> sets, int key, int member) {
      var set = sets.computeIfAbsent(key, none -> new BitSet());
      boolean isNew = !set.get(member);
      set.set(member);
      return isNew;
    }
  }
}
