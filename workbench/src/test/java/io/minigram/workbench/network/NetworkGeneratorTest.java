package io.minigram.workbench.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minigram.workbench.terminal.CommandFailure;
import io.minigram.workbench.terminal.Progress;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkGeneratorTest {

  @TempDir private Path folder;

  @Test
  void theSameSeedGivesTheSameFiles() throws IOException {
    var once = generate("once", small());
    var again = generate("again", small());

    assertThat(again).containsExactlyEntriesOf(once);
  }

  @Test
  void anotherSeedGivesOtherFiles() throws IOException {
    var one = generate("one", small().seed(1));
    var other = generate("other", small().seed(2));

    assertThat(other.keySet()).isEqualTo(one.keySet());
    assertThat(one)
        .allSatisfy((file, content) -> assertThat(other.get(file)).isNotEqualTo(content));
  }

  @Test
  void aTableDoesNotDependOnTheParametersOfAnother() throws IOException {
    // given
    var before = generate("before", small());

    // when
    var after =
        generate("after", small().likeDraws(100).likingFollowers(Volume.of("1%")).commentMean(1));

    // then
    assertThat(after)
        .allSatisfy(
            (file, content) -> {
              switch (file) {
                case "likes.csv", "comments.csv", "network.properties" ->
                    assertThat(content).isNotEqualTo(before.get(file));
                default -> assertThat(content).isEqualTo(before.get(file));
              }
            });
  }

  @Test
  void theFilesHaveTheSeedsHeaders() throws IOException {
    generate("files", small());

    assertThat(header("users.csv")).isEqualTo("id,username,created_at");
    assertThat(header("photos.csv")).isEqualTo("id,image_url,user_id,created_at");
    assertThat(header("tags.csv")).isEqualTo("id,tag_name,created_at");
    assertThat(header("photo_tags.csv")).isEqualTo("photo_id,tag_id");
    assertThat(header("follows.csv")).isEqualTo("follower_id,followee_id,created_at");
    assertThat(header("likes.csv")).isEqualTo("user_id,photo_id,created_at");
    assertThat(header("comments.csv")).isEqualTo("id,comment_text,photo_id,user_id,created_at");
    assertThat(header("truth/bots.csv")).isEqualTo("user_id");
    assertThat(header("truth/influencers.csv")).isEqualTo("user_id");
  }

  @Test
  void nothingIsOlderThanWhatItRefersTo() throws IOException {
    // when
    generate("files", small());

    // then
    var files = files();
    var users = times(files, "users.csv");
    var photos = times(files, "photos.csv");
    var tags = times(files, "tags.csv");
    files.forEach(
        "photos.csv", row -> assertThat(row[3]).isGreaterThanOrEqualTo(users.get(row[2])));
    files.forEach(
        "photo_tags.csv",
        row -> assertThat(photos.get(row[0])).isGreaterThanOrEqualTo(tags.get(row[1])));
    files.forEach(
        "follows.csv",
        row ->
            assertThat(row[2])
                .isGreaterThanOrEqualTo(users.get(row[0]))
                .isGreaterThanOrEqualTo(users.get(row[1])));
    files.forEach(
        "likes.csv",
        row ->
            assertThat(row[2])
                .isGreaterThanOrEqualTo(users.get(row[0]))
                .isGreaterThanOrEqualTo(photos.get(row[1])));
    files.forEach(
        "comments.csv",
        row ->
            assertThat(row[4])
                .isGreaterThanOrEqualTo(photos.get(row[2]))
                .isGreaterThanOrEqualTo(users.get(row[3]))
                .isLessThanOrEqualTo("2024-12-31 23:59:59"));
  }

  @Test
  void likesMayBeOlderThanTheirPhotosAsInThePublishedData() throws IOException {
    // when
    generate("files", small().likesFrom(LikesFrom.EARLIER));

    // then
    var files = files();
    var users = times(files, "users.csv");
    var photos = times(files, "photos.csv");
    var older = new ArrayList<String>();
    files.forEach(
        "likes.csv",
        row -> {
          if (row[2].compareTo(photos.get(row[1])) < 0) {
            assertThat(row[2]).isGreaterThanOrEqualTo(users.get(row[0]));
            older.add(row[1]);
          }
        });
    assertThat(older).hasSizeGreaterThan(1000);
  }

  @Test
  void engagedFollowersActOnEveryPhotoAndOthersDoNot() throws IOException {
    // given: nothing but planned actions
    var options = small().likeDraws(0).commentDraws(0).followDraws(0).bots(Volume.of("0"));

    // when
    generate("files", options);

    // then: half of the followers liked all photos, a quarter commented on them, each once
    var files = files();
    var owners = new HashMap<String, String>();
    files.forEach("photos.csv", row -> owners.put(row[0], row[2]));
    var followers = new HashMap<String, List<String>>();
    files.forEach(
        "follows.csv",
        row -> followers.computeIfAbsent(row[1], none -> new ArrayList<>()).add(row[0]));
    var likes = new HashMap<String, Map<String, Integer>>();
    files.forEach("likes.csv", row -> count(likes, owners.get(row[1]), row[0]));
    var comments = new HashMap<String, Map<String, Integer>>();
    files.forEach("comments.csv", row -> count(comments, owners.get(row[2]), row[3]));
    var photos = new HashMap<String, Integer>();
    owners.values().forEach(owner -> photos.merge(owner, 1, Integer::sum));
    assertThat(followers).hasSize(10);
    assertThat(followers.values())
        .allSatisfy(list -> assertThat(list).hasSize(200).doesNotHaveDuplicates());
    assertThat(likes).hasSize(8);
    assertThat(comments.keySet()).isEqualTo(likes.keySet());
    likes.forEach(
        (influencer, fans) -> {
          assertThat(fans).hasSize(100).allSatisfy(all(photos.get(influencer)));
          assertThat(followers.get(influencer)).containsAll(fans.keySet());
          assertThat(comments.get(influencer)).hasSize(50).allSatisfy(all(photos.get(influencer)));
          assertThat(followers.get(influencer)).containsAll(comments.get(influencer).keySet());
        });
  }

  @Test
  void thePlaceOfARowDoesNotTellABot() throws IOException {
    // given: bots make half of all likes
    var options = small().influencers(Volume.of("0")).botLikes(Volume.of("2500"));

    // when
    generate("files", options.bots(Volume.of("20")).likeDraws(50_000));

    // then: their share is the same in every tenth of the file, within 5 standard errors
    var bots = new HashSet<String>();
    files().forEach("truth/bots.csv", row -> bots.add(row[0]));
    var byBots = new ArrayList<Boolean>();
    files().forEach("likes.csv", row -> byBots.add(bots.contains(row[0])));
    for (int tenth = 0; tenth < 10; tenth++) {
      var part = byBots.subList(tenth * 10_000, (tenth + 1) * 10_000);
      assertThat(part.stream().filter(Boolean::booleanValue).count()).isBetween(4_800L, 5_300L);
    }
  }

  @Test
  void moreTagsThanNamesAreNumbered() throws IOException {
    generate("files", small().tags(252));

    var names = new LinkedHashMap<String, String>();
    files().forEach("tags.csv", row -> names.put(row[0], row[1]));
    assertThat(names).hasSize(252).containsEntry("250", "traveladdict");
    assertThat(names).containsEntry("1", "love").containsEntry("251", "love2");
  }

  @Test
  void everythingButUsersCanBeLeftOut() throws IOException {
    // when
    generate("files", new NetworkOptions().users(1).photos(0).tags(0).photoTagDraws(0));

    // then
    assertThat(files().contents()).hasSize(10);
    files().forEach("likes.csv", row -> assertThat(row).isNull());
  }

  @Test
  void tellsItsParametersAndRows() throws IOException {
    // when
    var summary =
        new NetworkGenerator(small().end(LocalDateTime.of(2023, 6, 30, 0, 0)).parameters())
            .writeTo(folder.resolve("files"), false, Progress.SILENT);

    // then
    var rows = new ArrayList<String[]>();
    files().forEach("likes.csv", rows::add);
    assertThat(summary.rows()).containsEntry("likes.csv", (long) rows.size());
    assertThat(Files.readAllLines(folder.resolve("files/network.properties")))
        .contains(
            "seed=42",
            "users=1000",
            "followers=200",
            "end=2023-06-30T00:00",
            "likesFrom=LATER",
            "count.influencers=10",
            "rows.likes.csv=" + rows.size());
  }

  @Test
  void aFolderWithFilesIsNotTouchedUnlessToldSo() throws IOException {
    // given
    var before = generate("files", small());
    var generator = new NetworkGenerator(small().seed(2).parameters());
    var target = folder.resolve("files");

    // when, then
    assertThatThrownBy(() -> generator.writeTo(target, false, Progress.SILENT))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("not empty");
    assertThat(files().contents()).containsExactlyEntriesOf(before);
    generator.writeTo(target, true, Progress.SILENT);
    assertThat(files().contents())
        .hasSameSizeAs(before)
        .allSatisfy((file, content) -> assertThat(content).isNotEqualTo(before.get(file)));
  }

  @Test
  void aNetworkThatWouldFillTheDiskIsNotBegun() {
    // given: 27,000 influencers with 100,000 followers, and so on
    var generator = new NetworkGenerator(new NetworkOptions().users(1_000_000).parameters());
    var target = folder.resolve("files");

    // when, then: more than a terabyte
    assertThatThrownBy(() -> generator.writeTo(target, false, Progress.SILENT))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("has room for");
  }

  /** Again and again, because what was left behind once was a job that had outlived the call. */
  @RepeatedTest(20)
  void leavesNothingBehindWhenItIsGivenUp() throws IOException {
    // given: somebody interrupts as soon as rows are written
    var caller = Thread.currentThread();
    Progress interrupting = (name, unit, total) -> by -> caller.interrupt();
    var generator = new NetworkGenerator(new NetworkOptions().parameters());
    var target = folder.resolve("files");

    // when, then
    assertThatThrownBy(() -> generator.writeTo(target, false, interrupting))
        .isInstanceOf(InterruptedIOException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(files().contents()).isEmpty();
  }

  private static NetworkOptions small() {
    return new NetworkOptions()
        .users(1_000)
        .influencers(Volume.of("10"))
        .followers(Volume.of("200"))
        .engagedInfluencers(Volume.of("8"))
        .likingFollowers(Volume.of("50%"))
        .commentingFollowers(Volume.of("25%"));
  }

  private Map<String, byte[]> generate(String name, NetworkOptions options) throws IOException {
    new NetworkGenerator(options.parameters())
        .writeTo(folder.resolve(name), false, Progress.SILENT);
    return new GeneratedFiles(folder.resolve(name)).contents();
  }

  private GeneratedFiles files() {
    return new GeneratedFiles(folder.resolve("files"));
  }

  private String header(String file) throws IOException {
    return Files.readAllLines(folder.resolve("files").resolve(file)).get(0);
  }

  private static Map<String, String> times(GeneratedFiles files, String file) {
    var times = new HashMap<String, String>();
    files.forEach(file, row -> times.put(row[0], row[row.length - 1]));
    return times;
  }

  private static void count(Map<String, Map<String, Integer>> counts, String key, String actor) {
    counts.computeIfAbsent(key, none -> new HashMap<>()).merge(actor, 1, Integer::sum);
  }

  private static BiConsumer<String, Integer> all(int photos) {
    return (fan, actions) -> assertThat(actions).isEqualTo(photos);
  }
}
