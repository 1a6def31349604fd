package io.minigram.workbench.bench.detection;

import static io.minigram.workbench.bench.detection.Scene.DAY;
import static io.minigram.workbench.bench.detection.Scene.HOUR;
import static io.minigram.workbench.bench.detection.Scene.MINUTE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.rng.UniformRandomProvider;

/** Bots, and what those of each kind do; what they did as people is forgotten, unless hijacked. */
final class Bots {

  private static final int SMALLEST_RING = 5;
  private static final int LARGEST_RING = 200;
  private static final double LEAST_PART = 0.5;
  private static final double MOST_PART = 0.9;

  private final Scene scene;
  private final Tables tables;
  private final UniformRandomProvider random;
  private final Truth truth;
  private final int camouflage;
  private Map<Integer, List<Integer>> likesOf;

  Bots(Scene scene, int camouflage) {
    this.scene = scene;
    this.tables = scene.tables;
    this.random = scene.random;
    this.truth = scene.truth;
    this.camouflage = camouflage;
  }

  void enter(int count, int mostKinds) {
    var groups = new ArrayList<Group>();
    var kinds = scene.shuffled(BotKind.values().length);
    int possible = Math.min(mostKinds, Math.max(1, count / SMALLEST_RING));
    for (int each = 0; each < possible; each++) {
      var kind = BotKind.values()[kinds[each]];
      int left = Math.max(SMALLEST_RING, count / possible);
      while (left > 0) {
        int size = Math.min(left, ringSize());
        if (left - size < SMALLEST_RING) {
          size = left;
        }
        groups.add(new Group(kind, scene.take(size)));
        left -= size;
      }
    }
    scene.forget(
        groups.stream()
            .filter(group -> group.kind != BotKind.HIJACKED)
            .flatMapToInt(group -> Arrays.stream(group.members))
            .toArray());
    likesOf = likesByUser();
    for (var group : groups) {
      truth.bots(group.kind, group.members);
      joinWaves(group.members);
      act(group.kind, group.members);
    }
  }

  /** As many bots as people registered in a wave, so that one may not be told by it. */
  private void joinWaves(int[] members) {
    for (int member : members) {
      for (int day : scene.waves()) {
        if (random.nextInt(tables.users()) < People.A_WAVE) {
          tables.registered[member] = day + random.nextInt(DAY);
        }
      }
    }
  }

  private record Group(BotKind kind, int[] members) {}

  private void act(BotKind kind, int[] members) {
    switch (kind) {
      case MASS_LIKERS -> massLikers(members);
      case FAST_RINGS -> ring(members, 10 * MINUTE);
      case SLOW_RINGS -> ring(members, 3 * DAY);
      case FOLLOW_FARMS -> followFarm(members);
      case COMMENT_SPAMMERS -> spammers(members);
      case BOOSTER_PODS -> pod(members);
      case SLEEPERS -> sleepers(members);
      case HIJACKED -> ring(members, 2 * HOUR);
    }
  }

  /** As published: 5 to 7 % of all photos, at random. */
  private void massLikers(int[] members) {
    for (int member : members) {
      int likes = scene.between(tables.photos() * 5 / 100 + 1, tables.photos() * 7 / 100);
      for (int photo : scene.some(scene.shuffled(tables.photos()), likes)) {
        scene.likeAny(member, photo);
      }
      // Ten times as many would be more photos than there are.
      camouflageLikes(member, Math.min(camouflage, 3) * likes);
    }
  }

  /**
   * 15 to 40 photos of 3 to 10 customers; half to nine tenths of the members like each within the
   * same window.
   */
  private void ring(int[] members, int window) {
    double part = part();
    var photos = campaign();
    var fakes = new int[tables.users()];
    for (int photo : photos) {
      int start = Math.max(scene.late(), tables.posted[photo]);
      for (int member : members) {
        if (random.nextDouble() < part) {
          scene.like(member, photo, start + random.nextInt(window));
          fakes[member]++;
        }
      }
    }
    for (int member : members) {
      camouflageLikes(member, camouflage * fakes[member]);
    }
  }

  private int[] campaign() {
    var photos = new ArrayList<Integer>();
    int wanted = scene.between(15, 40);
    int customers = scene.between(3, 10);
    for (int customer = 0; customer < customers || photos.size() < wanted; customer++) {
      int owner = random.nextInt(tables.users());
      for (int photo : scene.some(scene.photosOf(owner), Math.max(2, wanted / customers))) {
        photos.add(photo);
      }
    }
    return photos.stream().mapToInt(Integer::intValue).distinct().limit(wanted).toArray();
  }

  /** 15 to 40 customers; half to nine tenths of the members follow each within a day. */
  private void followFarm(int[] members) {
    double part = part();
    var fakes = new int[tables.users()];
    for (int customer : scene.some(scene.everybody(), scene.between(15, 40))) {
      int start = scene.late();
      for (int member : members) {
        if (member != customer && random.nextDouble() < part) {
          scene.follow(member, customer, start + random.nextInt(DAY));
          fakes[member]++;
        }
      }
    }
    for (int member : members) {
      for (int each = 0; each < camouflage * fakes[member]; each++) {
        int followee =
            random.nextBoolean()
                ? random.nextInt(tables.users())
                : tables.follows.target(random.nextInt(tables.follows.size()));
        if (followee != member) {
          scene.follow(member, followee, scene.from(tables.registered[member]));
        }
      }
    }
  }

  private static final String[][][] TEMPLATES = {
    {
      {"Hi", "Hello", "Hey"},
      {"your photos", "your pics"},
      {"are"},
      {"great", "super", "amazing"},
      {"visit my"},
      {"page", "profile", "bio"},
      {"for free"},
      {"followers", "likes"}
    },
    {
      {"Want"},
      {"more", "real"},
      {"followers", "likes", "fans"},
      {"today", "now", "fast"},
      {"just"},
      {"write", "text", "message"},
      {"me", "us"},
      {"today", "now"}
    },
    {
      {"I"},
      {"made", "earned", "won"},
      {"good", "big", "real"},
      {"money"},
      {"with this", "here"},
      {"see my", "check my"},
      {"story", "link", "page"},
      {"before it ends", "today"}
    },
    {
      {"Great", "Nice", "Cool"},
      {"shot", "post", "feed"},
      {"send it to", "share it with"},
      {"our", "the"},
      {"team", "crew", "page"},
      {"for a", "and get a"},
      {"feature", "repost"}
    },
  };

  /** Each group fills in one template, on photos at random. */
  private void spammers(int[] members) {
    var template = TEMPLATES[random.nextInt(TEMPLATES.length)];
    for (int member : members) {
      int fakes = scene.between(15, 40);
      for (int each = 0; each < fakes; each++) {
        var text = new StringBuilder();
        for (var slot : template) {
          text.append(slot[random.nextInt(slot.length)]).append(' ');
        }
        text.append('@').append(tables.usernames[member]).append(random.nextInt(100));
        int photo = random.nextInt(tables.photos());
        tables.comments.add(
            member,
            photo,
            scene.from(Math.max(tables.end / 2, tables.posted[photo])),
            text.toString());
      }
      for (int each = 0; each < camouflage * fakes; each++) {
        scene.comment(member, random.nextInt(tables.photos()), scene.any(tables.comments));
      }
    }
  }

  /** Members like each other's photos within an hour, and half of them follow each other. */
  private void pod(int[] members) {
    post(members);
    double part = part();
    var fakes = new int[tables.users()];
    for (int owner : members) {
      for (int photo : scene.photosOf(owner)) {
        for (int member : members) {
          if (member != owner
              && tables.registered[member] < tables.posted[photo]
              && random.nextDouble() < part) {
            scene.like(member, photo, tables.posted[photo] + random.nextInt(HOUR));
            fakes[member]++;
          }
        }
      }
      for (int member : members) {
        if (member != owner && random.nextBoolean()) {
          scene.follow(
              member,
              owner,
              scene.from(Math.max(tables.registered[member], tables.registered[owner])));
        }
      }
    }
    for (int member : members) {
      camouflageLikes(member, camouflage * fakes[member]);
    }
  }

  /** Who is in a pod has something to show: five more photos, taken over from others. */
  private void post(int[] members) {
    var idle = Arrays.stream(scene.idols()).boxed().collect(Collectors.toSet());
    for (int member : members) {
      for (int each = 0; each < 5; each++) {
        int photo = random.nextInt(tables.photos());
        if (!idle.contains(tables.owners[photo])) {
          tables.owners[photo] = member;
          tables.posted[photo] = Math.max(tables.posted[photo], scene.late());
        }
      }
    }
    scene.index();
  }

  /** Next to nothing for years, then 100 to 300 likes within one to three days. */
  private void sleepers(int[] members) {
    for (int member : members) {
      int start = tables.end / 4 * 3;
      start += random.nextInt(tables.end - start - 3 * DAY);
      int fakes = scene.between(100, 300);
      int span = scene.between(DAY, 3 * DAY);
      for (int each = 0; each < fakes; each++) {
        int photo = random.nextInt(tables.photos());
        if (tables.posted[photo] < start) {
          scene.like(member, photo, start + random.nextInt(span));
        }
      }
      camouflageLikes(member, camouflage * fakes);
    }
  }

  /** One third at random, one third by popularity, one third copied from one other user. */
  private void camouflageLikes(int member, int count) {
    var copied = likesOf.getOrDefault(random.nextInt(tables.users()), List.of(0));
    for (int each = 0; each < count; each++) {
      switch (random.nextInt(3)) {
        case 0 -> scene.likeAny(member, random.nextInt(tables.photos()));
        case 1 -> scene.likeAny(member, tables.likes.target(random.nextInt(tables.likes.size())));
        default -> {
          int like = copied.get(random.nextInt(copied.size()));
          int photo = tables.likes.target(like);
          scene.like(member, photo, tables.likes.second(like) + random.nextInt(DAY));
        }
      }
    }
  }

  private Map<Integer, List<Integer>> likesByUser() {
    var likes = new HashMap<Integer, List<Integer>>();
    for (int like = 0; like < tables.likes.size(); like++) {
      likes.computeIfAbsent(tables.likes.actor(like), none -> new ArrayList<>()).add(like);
    }
    return likes;
  }

  /** The share of a ring's members that take part each time. */
  private double part() {
    return LEAST_PART + random.nextDouble() * (MOST_PART - LEAST_PART);
  }

  private int ringSize() {
    double logarithm =
        Math.log(SMALLEST_RING)
            + random.nextDouble() * Math.log((double) LARGEST_RING / SMALLEST_RING);
    return (int) Math.round(Math.exp(logarithm));
  }
}
