package io.minigram.workbench.bench.detection;

import io.minigram.workbench.network.NetworkOptions;
import io.minigram.workbench.network.Volume;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.apache.commons.rng.simple.RandomSource;

/**
 * One network with bots, and what each detector said about its users.
 *
 * @param likedShare the seed rule's score
 * @param guess of the classifier that knows nothing
 */
public record DetectionTrial(
    Truth truth,
    Scores scores,
    double[] likedShare,
    double[] fraudar,
    double[] guess,
    Duration scoring,
    Duration peeling) {

  private static final double TWICE_THE_PUBLISHED_SHARE = 0.1;

  /**
   * @param share of bots among the users
   * @param camouflage innocent actions for each fake one
   * @param folder for the network's files
   * @param jar bot-detector's runnable jar
   */
  public static DetectionTrial run(
      long seed, int users, double share, int camouflage, Path folder, Path jar)
      throws IOException, InterruptedException {
    var parameters = new NetworkOptions().seed(seed).users(users).bots(Volume.of("0")).parameters();
    var random = RandomSource.XO_SHI_RO_256_PP.create(new long[] {seed, camouflage});
    var tables = Tables.generate(parameters, folder.resolve("without-bots"));
    int kinds = 2 << random.nextInt(3);
    var truth = Injection.into(tables, share, kinds, camouflage, random);
    // Drawn apart, so that everything else is what it would be without.
    Unfollowing.into(
        tables, truth, RandomSource.XO_SHI_RO_256_PP.create(new long[] {seed, camouflage, 1}));
    var network = folder.resolve("network");
    tables.write(network);

    long start = System.nanoTime();
    var scores = Scores.of(jar, network, users);
    long scored = System.nanoTime();
    var fraudar = new Fraudar(users, tables.photos(), tables.likes);
    long peeled = System.nanoTime();

    var likes = new int[users];
    for (int like = 0; like < tables.likes.size(); like++) {
      likes[tables.likes.actor(like)]++;
    }
    return new DetectionTrial(
        truth,
        scores,
        IntStream.range(0, users)
            .mapToDouble(
                user -> Math.min(1, likes[user] / (TWICE_THE_PUBLISHED_SHARE * tables.photos())))
            .toArray(),
        IntStream.range(0, users).mapToDouble(fraudar::rank).toArray(),
        Guess.scores(tables, truth, random),
        Duration.ofNanos(scored - start),
        Duration.ofNanos(peeled - scored));
  }
}
