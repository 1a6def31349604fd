package io.minigram.workbench.bench.detection;

import static io.minigram.workbench.bench.detection.Scene.DAY;
import static io.minigram.workbench.bench.detection.Scene.HOUR;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** People who are hard to tell from bots, and what they do. */
final class People {

  /** People who register in one wave. */
  static final int A_WAVE = 100;

  private final Scene scene;
  private final Tables tables;
  private final UniformRandomProvider random;
  private final Truth truth;

  People(Scene scene) {
    this.scene = scene;
    this.tables = scene.tables;
    this.random = scene.random;
    this.truth = scene.truth;
  }

  void enter() {
    fanClubs();
    newcomers();
    powerUsers();
    oneTimeZone();
    viralPhotos();
  }

  /**
   * Three clubs of three scene.idols() each: nearly all follow each, and like what is posted within
   * hours.
   */
  private void fanClubs() {
    for (int club = 0; club < 3; club++) {
      for (int fan : scene.take(scene.between(30, 150))) {
        truth.hardNegative(HardNegative.FAN_CLUBS, fan);
        for (int idol : Arrays.copyOfRange(scene.idols(), 3 * club, 3 * club + 3)) {
          if (random.nextDouble() < 0.9) {
            tables.follows.add(fan, idol, scene.from(tables.registered[fan]));
          }
          for (int photo : scene.photosOf(idol)) {
            if (random.nextDouble() < 0.7) {
              scene.like(fan, photo, tables.posted[photo] + scene.exponential(3 * HOUR));
            }
          }
        }
      }
    }
  }

  /**
   * Two scene.waves() that register on one day, and like and follow what is popular in the days
   * after.
   */
  private void newcomers() {
    var popular = popularPhotos();
    for (int wave = 0; wave < 2; wave++) {
      int day = tables.end / 2 - random.nextInt(tables.end / 12) - DAY;
      var suggested =
          Arrays.stream(popular).filter(p -> tables.posted[p] < day).limit(60).toArray();
      scene.waves().add(day);
      var newcomers = scene.take(A_WAVE);
      scene.forget(newcomers);
      for (int newcomer : newcomers) {
        truth.hardNegative(HardNegative.NEWCOMERS, newcomer);
        tables.registered[newcomer] = day + random.nextInt(DAY);
        for (int photo : scene.some(suggested, scene.between(10, 30))) {
          scene.like(newcomer, photo, tables.registered[newcomer] + random.nextInt(3 * DAY));
        }
        for (int idol : scene.some(scene.idols(), 4)) {
          tables.follows.add(newcomer, idol, tables.registered[newcomer] + random.nextInt(3 * DAY));
        }
        for (int each = 0; each < 30; each++) {
          scene.likeAny(newcomer, random.nextInt(tables.photos()));
        }
      }
    }
  }

  private int[] popularPhotos() {
    var counts = new int[tables.photos()];
    for (int like = 0; like < tables.likes.size(); like++) {
      counts[tables.likes.target(like)]++;
    }
    return IntStream.range(0, counts.length)
        .boxed()
        .sorted((one, other) -> counts[other] - counts[one])
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Up to 2.8 % of all photos, partly in evenings of 30 likes; many comments. */
  private void powerUsers() {
    for (int user : scene.take(20)) {
      truth.hardNegative(HardNegative.POWER_USERS, user);
      int likes = scene.between(tables.photos() * 16 / 1000, tables.photos() * 28 / 1000);
      for (int each = 0; each < likes; each++) {
        scene.likeAny(user, random.nextInt(tables.photos()));
      }
      for (int evening = 0; evening < 5; evening++) {
        int start = scene.late();
        for (int each = 0; each < 30; each++) {
          scene.like(user, random.nextInt(tables.photos()), start + random.nextInt(3 * HOUR));
        }
      }
      for (int each = 0; each < 100; each++) {
        scene.comment(user, random.nextInt(tables.photos()), scene.any(tables.comments));
      }
    }
  }

  /** 200 people who are online between 20 and 22 h UTC only. */
  private void oneTimeZone() {
    var people = new HashSet<Integer>();
    for (int user : scene.take(200)) {
      truth.hardNegative(HardNegative.ONE_TIME_ZONE, user);
      people.add(user);
    }
    for (var actions : List.of(tables.likes, tables.comments, tables.follows)) {
      actions.move(
          people::contains,
          second -> Math.min(second / DAY * DAY + 20 * HOUR + second % (2 * HOUR), tables.end));
    }
  }

  /** Five photos that many like within half a day. */
  private void viralPhotos() {
    for (int each = 0; each < 5; each++) {
      int photo = random.nextInt(tables.photos());
      int start = Math.max(scene.late(), tables.posted[photo]);
      for (int user : scene.some(scene.everybody(), scene.between(300, 1_000))) {
        truth.hardNegative(HardNegative.VIRAL_PHOTOS, user);
        scene.like(user, photo, start + random.nextInt(12 * HOUR));
      }
    }
  }
}
