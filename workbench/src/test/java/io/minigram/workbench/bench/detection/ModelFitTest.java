package io.minigram.workbench.bench.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFitTest {

  @TempDir private Path folder;

  /** A feature that is 0 or 1: the log odds are those of the shares, ln(10/90) and ln(60/40). */
  @Test
  void oneFeatureGivesTheSharesOfBots() {
    var features = new double[200][];
    var isBot = new boolean[200];
    for (int row = 0; row < 200; row++) {
      features[row] = new double[] {row < 100 ? 0 : 1};
      isBot[row] = row < 10 || row >= 140;
    }

    var weights = WeightFit.fit(features, isBot, 12).weights();

    assertThat(weights[0]).isCloseTo(Math.log(10.0 / 90), within(1e-3));
    assertThat(weights[1]).isCloseTo(Math.log(60.0 / 40) - Math.log(10.0 / 90), within(1e-3));
  }

  @Test
  void whatDrewTheBotsIsFoundAgain() {
    var random = new Random(3);
    var features = new double[40_000][];
    var isBot = new boolean[features.length];
    for (int row = 0; row < features.length; row++) {
      features[row] = new double[] {random.nextDouble(), random.nextDouble(), random.nextDouble()};
      double logOdds = -4 + 5 * features[row][0] + 2 * features[row][1];
      isBot[row] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds));
    }

    var weights = WeightFit.fit(features, isBot, 12).weights();

    assertThat(weights).hasSize(4);
    assertThat(weights[0]).isCloseTo(-4, within(0.2));
    assertThat(weights[1]).isCloseTo(5, within(0.2));
    assertThat(weights[2]).isCloseTo(2, within(0.2));
    assertThat(weights[3]).isCloseTo(0, within(0.2));
  }

  @Test
  void weightsHaveBounds() {
    var features = IntStream.range(0, 100).mapToObj(row -> new double[] {row % 2, 1 - row % 2});
    var isBot = new boolean[100];
    for (int row = 1; row < 100; row += 2) {
      isBot[row] = true;
    }

    var weights = WeightFit.fit(features.toArray(double[][]::new), isBot, 5).weights();

    assertThat(weights[1]).isCloseTo(5, within(1e-6));
    assertThat(weights[2]).isCloseTo(0, within(1e-6));
  }

  /** The entropy of 10 in 100 and 60 in 100, half each: (0.325083 + 0.673012) / 2. */
  @Test
  void theLossIsThatOfTheShares() {
    var features = new double[200][];
    var isBot = new boolean[200];
    for (int row = 0; row < 200; row++) {
      features[row] = new double[] {row < 100 ? 0 : 1};
      isBot[row] = row < 10 || row >= 140;
    }

    assertThat(WeightFit.fit(features, isBot, 12).loss()).isCloseTo(0.499047, within(1e-6));
  }

  @Test
  void signalsOfAGroupShareAWeight() throws IOException {
    var model =
        Files.writeString(
            folder.resolve("model.properties"),
            """
            ONE.group=A
            ONE.from=10
            ONE.to=20
            OTHER.group=A
            OTHER.from=0
            OTHER.to=1
            """);
    var truth = new Truth(200);
    truth.bots(
        BotKind.SLEEPERS,
        IntStream.range(0, 200).filter(user -> user < 10 || user >= 140).toArray());
    var one = IntStream.range(0, 200).mapToDouble(user -> user < 150 ? 10 : 30).toArray();
    var other = IntStream.range(0, 200).mapToDouble(user -> user < 100 ? 0 : 1).toArray();
    var fit = new ModelFit(model);
    fit.add(truth, Map.of("ONE", one, "OTHER", other));
    var out = new ByteArrayOutputStream();

    fit.print(new PrintStream(out, true, StandardCharsets.UTF_8));

    // ln(10/90) = -2.20, ln(60/40) - ln(10/90) = 2.60
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines(
            """
            intercept=-2.20
            ONE.weight=2.60
            OTHER.weight=2.60
            # loss=0.499047 nats an account
            """);
  }

  @Test
  void aSignalInTheShadowIsToldApart() throws IOException {
    var model =
        Files.writeString(
            folder.resolve("model.properties"),
            """
            ONE.group=A
            ONE.from=0
            ONE.to=1
            SHADOW.group=B
            SHADOW.from=0
            SHADOW.to=1
            SHADOW.shadow=true
            """);
    var truth = new Truth(200);
    truth.bots(
        BotKind.SLEEPERS,
        IntStream.range(0, 200).filter(user -> user < 10 || user >= 140).toArray());
    var fit = new ModelFit(model);
    fit.add(truth, Map.of("ONE", new double[200], "SHADOW", step(200, 100)));
    var out = new ByteArrayOutputStream();

    fit.print(new PrintStream(out, true, StandardCharsets.UTF_8));

    // 70 of 200 are bots: ln(70/130) = -0.62, entropy 0.647447
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("intercept=-0.62\n")
        .contains("# loss=0.647447 nats an account\n")
        .contains("# loss=0.499047 if SHADOW counted too, with a weight of 2.60\n");
  }

  private static double[] step(int size, int from) {
    return IntStream.range(0, size).mapToDouble(user -> user < from ? 0 : 1).toArray();
  }
}
