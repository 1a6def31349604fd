package io.minigram.workbench.bench.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.workbench.network.NetworkOptions;
import io.minigram.workbench.network.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InjectionTest {

  private static final int USERS = 3_000;
  private static final int DAY = 86_400;

  @TempDir private Path folder;

  private final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(4L);
  private Tables tables;

  @BeforeEach
  void generate() throws IOException {
    var parameters = new NetworkOptions().seed(4).users(USERS).bots(Volume.of("0")).parameters();
    tables = Tables.generate(parameters, folder);
  }

  @Test
  void everyKindGetsItsPart() {
    var truth = Injection.into(tables, 0.04, 8, 1, random);

    for (var kind : BotKind.values()) {
      assertThat(IntStream.range(0, USERS).filter(user -> truth.kind(user) == kind).count())
          .as(kind.toString())
          .isEqualTo(15);
    }
    for (var kind : HardNegative.values()) {
      assertThat(Arrays.stream(truth.people(kind)))
          .as(kind.toString())
          .isNotEmpty()
          .noneMatch(truth::isBot);
    }
    assertThat(truth.rings()).allSatisfy(ring -> assertThat(ring.members()).hasSizeBetween(5, 15));
  }

  @Test
  void tooFewBotsForAllKindsAreOfFewer() {
    var truth = Injection.into(tables, 0.001, 8, 0, random);

    assertThat(IntStream.range(0, USERS).filter(truth::isBot).mapToObj(truth::kind).distinct())
        .hasSize(1);
    assertThat(IntStream.range(0, USERS).filter(truth::isBot)).hasSize(5);
  }

  @Test
  void camouflageIsAsMuchAsWasSaid() {
    var truth = Injection.into(tables, 0.04, 8, 3, random);

    // 15 to 40 fake follows, half to nine tenths of them made, and three times as many others
    var follows = countsByActor(tables.follows);
    IntStream.range(0, USERS)
        .filter(user -> truth.kind(user) == BotKind.FOLLOW_FARMS)
        .forEach(user -> assertThat(follows[user]).isBetween(4 * 3, 4 * 40));
    // 150 to 210 of 15,000 photos are 5 to 7 % of them; three times as many are camouflage
    var likes = countsByActor(tables.likes);
    IntStream.range(0, USERS)
        .filter(user -> truth.kind(user) == BotKind.MASS_LIKERS)
        .forEach(user -> assertThat(likes[user]).isBetween(3 * 750, 4 * 1_050));
  }

  /** Of two ring members' likes on the same photo, those of a campaign lie within three days. */
  @Test
  void slowRingsLikeTheSamePhotosWithinDays() {
    var truth = Injection.into(tables, 0.04, 8, 0, random);

    var ring =
        truth.rings().stream()
            .filter(each -> each.kind() == BotKind.SLOW_RINGS)
            .findFirst()
            .orElseThrow();
    var first = new int[tables.photos()];
    Arrays.fill(first, Integer.MAX_VALUE);
    var last = new int[tables.photos()];
    for (int like = 0; like < tables.likes.size(); like++) {
      int photo = tables.likes.target(like);
      if (Arrays.stream(ring.members()).anyMatch(contains(like))) {
        first[photo] = Math.min(first[photo], tables.likes.second(like));
        last[photo] = Math.max(last[photo], tables.likes.second(like));
      }
    }
    var photos = IntStream.range(0, tables.photos()).filter(photo -> last[photo] > 0).toArray();
    var within =
        Arrays.stream(photos).filter(photo -> last[photo] - first[photo] <= 3 * DAY).count();
    assertThat(photos).hasSizeBetween(10, 60);
    // a viral photo may be among what they like as well
    assertThat(within).isGreaterThanOrEqualTo(photos.length - 5);
  }

  private IntPredicate contains(int like) {
    return member -> member == tables.likes.actor(like);
  }

  @Test
  void whatShouldTellNothingTellsNothing() {
    double sum = 0;
    var truth = Injection.into(tables, 0.05, 8, 1, random);
    for (int draw = 0; draw < 5; draw++) {
      var guess = Guess.scores(tables, truth, random);
      var bots = IntStream.range(0, USERS).filter(truth::isBot);
      var people = IntStream.range(0, USERS).filter(user -> !truth.isBot(user));
      sum +=
          new Ranking(
                  bots.mapToDouble(user -> guess[user]).toArray(),
                  people.mapToDouble(user -> guess[user]).toArray())
              .areaUnderCurve();
    }
    // 150 bots: the standard deviation of a guess by chance is 0.024
    assertThat(sum / 5).isBetween(0.43, 0.57);
  }

  @Test
  void aGuessKnowsWhatIsToldByRegistration() {
    var truth = Injection.into(tables, 0.05, 8, 1, random);
    IntStream.range(0, USERS)
        .filter(truth::isBot)
        .forEach(user -> tables.registered[user] = tables.end - user);

    var guess = Guess.scores(tables, truth, random);

    var bots = IntStream.range(0, USERS).filter(truth::isBot).mapToDouble(u -> guess[u]).toArray();
    var people =
        IntStream.range(0, USERS).filter(u -> !truth.isBot(u)).mapToDouble(u -> guess[u]).toArray();
    assertThat(new Ranking(bots, people).areaUnderCurve()).isGreaterThan(0.7);
  }

  @Test
  void theSameSeedGivesTheSameFiles() throws IOException {
    Injection.into(tables, 0.02, 8, 1, RandomSource.XO_SHI_RO_256_PP.create(9L));
    tables.write(folder.resolve("one"));
    generate();
    Injection.into(tables, 0.02, 8, 1, RandomSource.XO_SHI_RO_256_PP.create(9L));
    tables.write(folder.resolve("other"));

    for (var file : new String[] {"users", "photos", "likes", "comments", "follows"}) {
      assertThat(
              Files.mismatch(
                  folder.resolve("one/" + file + ".csv"), folder.resolve("other/" + file + ".csv")))
          .as(file)
          .isEqualTo(-1);
    }
  }

  private static int[] countsByActor(Actions actions) {
    var counts = new int[USERS];
    for (int action = 0; action < actions.size(); action++) {
      counts[actions.actor(action)]++;
    }
    return counts;
  }
}
