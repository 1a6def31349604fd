package io.minigram.botdetector.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.workbench.network.LikesFrom;
import io.minigram.workbench.network.NetworkGenerator;
import io.minigram.workbench.network.NetworkOptions;
import io.minigram.workbench.terminal.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreCommandTest {

  @TempDir private Path folder;

  /** The network of the second report, whose 49 bots are known; there likes may be too early. */
  @ParameterizedTest
  @CsvSource({"42, LATER", "7, LATER", "42, EARLIER"})
  void thePublishedBotsAreFoundAndNobodyElse(long seed, LikesFrom from) throws IOException {
    new NetworkGenerator(new NetworkOptions().seed(seed).likesFrom(from).parameters())
        .writeTo(folder, true, Progress.SILENT);
    var out = folder.resolve("scores.csv");

    int exitCode = new ScoreCommand().run(List.of(folder.toString(), "--out", out.toString()));

    assertThat(exitCode).isZero();
    var bots = Files.readAllLines(folder.resolve("truth/bots.csv"));
    var rows = Files.readAllLines(out);
    assertThat(rows).hasSize(5_001).first().isEqualTo("user_id,score,reason,ring");
    assertThat(
            rows.stream()
                .skip(1)
                .map(row -> row.split(","))
                .filter(row -> Double.parseDouble(row[1]) >= 0.5)
                .map(row -> row[0]))
        .containsExactlyInAnyOrderElementsOf(bots.subList(1, bots.size()))
        .hasSize(49);
  }

  /** Users 3, 6, … 18 like the photos of twelve others within a minute; there is no user 777. */
  @Test
  void aRingIsToldWithItsReason() throws IOException {
    write("users.csv", "created_at,id,username", 100, n -> "2015-01-01 00:00:00," + 3 * n + ",u");
    write(
        "photos.csv",
        "user_id,id,created_at",
        500,
        n -> 3 * (1 + n % 100) + "," + 10 * n + ",2015-01-01 00:00:00");
    write(
        "likes.csv",
        "photo_id,user_id,created_at",
        1_000,
        n -> n <= 72 ? likeTogether((n - 1) / 12, (n - 1) % 12) : likeAlone(n));
    write("comments.csv", "user_id,photo_id,created_at,comment_text", 0, n -> "");
    write("follows.csv", "follower_id,followee_id,created_at", 1, n -> "3,777,2021-01-01 00:00:00");
    var out = folder.resolve("scores.csv");

    int exitCode = new ScoreCommand().run(List.of(folder.toString(), "--out", out.toString()));

    assertThat(exitCode).isZero();
    var rows = Files.readAllLines(out);
    assertThat(rows).hasSize(101);
    assertThat(rows.subList(1, 7))
        .allMatch(
            row -> row.endsWith("Liked 12 times within 10 minutes of the same 5 accounts.\",1"))
        .extracting(row -> row.split(",")[0])
        .containsExactlyInAnyOrder("3", "6", "9", "12", "15", "18");
    assertThat(rows.subList(7, 101)).allMatch(row -> row.endsWith(",0.000426,,"));
  }

  /** User 1 has taken back 20 of 20 follows within three days, and nobody else any. */
  @Test
  void signalsAndTheirContributionsAreTold() throws IOException {
    write("users.csv", "created_at,id", 100, n -> "2015-01-01 00:00:00," + n);
    write("photos.csv", "user_id,id,created_at", 1, n -> "2,1,2015-01-02 00:00:00");
    write("likes.csv", "photo_id,user_id,created_at", 1, n -> "1,3,2020-01-01 00:00:00");
    write("comments.csv", "user_id,photo_id,created_at,comment_text", 0, n -> "");
    write(
        "follows.csv",
        "follower_id,followee_id,created_at",
        980,
        n -> "%d,%d,2021-01-01 00:00:00".formatted(2 + n % 49, 51 + n / 49 % 50));
    write(
        "unfollows.csv",
        "follower_id,followee_id,created_at,retracted_at",
        21,
        n -> (n <= 20 ? "1," : "777,") + n + ",2021-01-01 00:00:00,2021-01-04 00:00:00");
    var out = folder.resolve("scores.csv");

    int exitCode =
        new ScoreCommand().run(List.of(folder.toString(), "--signals", "--out", out.toString()));

    assertThat(exitCode).isZero();
    var rows = Files.readAllLines(out);
    var header = List.of(rows.get(0).split(","));
    var first = rows.stream().filter(row -> row.startsWith("1,")).findFirst().orElseThrow();
    var columns = first.split(",", -1);
    assertThat(columns).hasSize(header.size());
    // 20 x (20 + 1) / (1,000 + 1) = 0.4196 are expected: 20 ln(20 / 0.4196) - 20 + 0.4196
    assertThat(columns[header.indexOf("FOLLOW_CHURN")]).isEqualTo("57.704227");
    // from 20 to 80 it rises to 12
    assertThat(columns[header.indexOf("FOLLOW_CHURN_SHADOW_CONTRIBUTION")]).isEqualTo("7.541");
    assertThat(columns[header.indexOf("LIKED_SHARE_CONTRIBUTION")]).isEqualTo("0.000");
    // and does not count
    assertThat(columns[1]).isEqualTo("0.000426");
  }

  @Test
  void whatItTookIsTold() throws IOException {
    new NetworkGenerator(new NetworkOptions().users(500).parameters())
        .writeTo(folder, true, Progress.SILENT);
    var told = new ByteArrayOutputStream();
    var error = System.err;
    System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
    try {
      assertThat(
              new ScoreCommand()
                  .run(
                      List.of(
                          folder.toString(),
                          "--times",
                          "--out",
                          folder.resolve("scores.csv").toString())))
          .isZero();
    } finally {
      System.setErr(error);
    }

    var times = new Properties();
    times.load(new StringReader(told.toString(StandardCharsets.UTF_8)));
    assertThat(times.getProperty("accounts")).isEqualTo("500");
    assertThat(Long.parseLong(times.getProperty("likes")))
        .isBetween(1_000L, (long) Files.readAllLines(folder.resolve("likes.csv")).size());
    assertThat(List.of("readSeconds", "computeSeconds", "computeProcessorSeconds", "peakHeapBytes"))
        .allSatisfy(name -> assertThat(Double.parseDouble(times.getProperty(name))).isPositive());
  }

  private static String likeTogether(int member, int photo) {
    return "%d,%d,2021-01-%02d 10:00:0%d"
        .formatted(10 * (20 + photo), 3 * (1 + member), 1 + photo, member);
  }

  private static String likeAlone(int number) {
    return "%d,%d,%d-%02d-01 10:00:00"
        .formatted(
            10 * (100 + number % 400), 3 * (10 + number % 90), 2016 + number % 9, 1 + number % 12);
  }

  private interface Row {
    String of(int number);
  }

  private void write(String file, String header, int rows, Row row) throws IOException {
    var content = new StringBuilder(header).append('\n');
    for (int number = 1; number <= rows; number++) {
      content.append(row.of(number)).append('\n');
    }
    Files.writeString(folder.resolve(file), content);
  }

  @Test
  void wrongUsageIsTold() {
    assertThat(new ScoreCommand().run(List.of())).isEqualTo(2);
    assertThat(new ScoreCommand().run(List.of("DIR", "--fly"))).isEqualTo(2);
    assertThat(new ScoreCommand().run(List.of("DIR", "--out"))).isEqualTo(2);
  }

  @Test
  void aFolderWithoutFilesFails() {
    assertThat(new ScoreCommand().run(List.of(folder.toString()))).isEqualTo(1);
  }
}
