package io.minigram.workbench.bench.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Makes some users of a network bots and others hard to tell from bots.
 *
 * <p>All users are registered in the first half of the time, at half of the time they registered at
 * before, and bots act in the second half: so a bot may be registered at any time that others are.
 * What a bot had done before it was made one is forgotten, except for hijacked accounts.
 */
final class Injection {

  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;
  private static final int DAY = 24 * HOUR;
  private static final int NIGHT = 8 * HOUR;

  private static final int NEWCOMERS_A_WAVE = 100;

  private static final int SMALLEST_RING = 5;
  private static final int LARGEST_RING = 200;
  private static final double LEAST_PART = 0.5;
  private static final double MOST_PART = 0.9;

  private final Tables tables;
  private final int camouflage;
  private final UniformRandomProvider random;
  private final Truth truth;
  private final int[] order;
  private final int[] bedtimes;
  private int drawn;
  private int[][] photosOf;
  private final List<Integer> waves = new ArrayList<>();
  private Map<Integer, List<Integer>> likesOf;

  private Injection(Tables tables, int camouflage, UniformRandomProvider random) {
    this.tables = tables;
    this.camouflage = camouflage;
    this.random = random;
    this.truth = new Truth(tables.users());
    this.order = shuffled(tables.users());
    this.bedtimes = new int[tables.users()];
    Arrays.setAll(bedtimes, user -> random.nextInt(DAY));
  }

  /**
   * @param share of all users that become bots, in equal parts of each kind
   * @param kinds how many kinds, which are drawn; fewer if there are too few bots for a ring of
   *     each
   * @param camouflage how many innocent actions a bot takes for each fake one
   */
  static Truth into(
      Tables tables, double share, int kinds, int camouflage, UniformRandomProvider random) {
    var injection = new Injection(tables, camouflage, random);
    injection.prepare();
    injection.people();
    injection.bots((int) Math.round(share * tables.users()), kinds);
    tables.likes.shuffle(random);
    tables.comments.shuffle(random);
    tables.follows.shuffle(random);
    return injection.truth;
  }

  private void prepare() {
    for (int user = 0; user < tables.users(); user++) {
      tables.registered[user] /= 2;
    }
    fanIdols();
    // Whoever had registered last had done all within days; now there is more time for it.
    tables.likes.time((user, photo) -> awake(user, from(earliest(user, photo))));
    tables.comments.time((user, photo) -> awake(user, from(earliest(user, photo))));
    tables.follows.time(
        (user, other) ->
            awake(user, from(Math.max(tables.registered[user], tables.registered[other]))));
    index();
  }

  private void index() {
    var photos = new ArrayList<List<Integer>>();
    for (int user = 0; user < tables.users(); user++) {
      photos.add(new ArrayList<>());
    }
    for (int photo = 0; photo < tables.photos(); photo++) {
      photos.get(tables.owners[photo]).add(photo);
    }
    photosOf =
        photos.stream()
            .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
  }

  // --- people ---------------------------------------------------------------------------------

  private int[] idols;

  /** Owners that have many photos, posted in the second half. */
  private void fanIdols() {
    idols = take(9);
    for (int idol : idols) {
      for (int each = 0; each < 30; each++) {
        int photo = random.nextInt(tables.photos());
        tables.owners[photo] = idol;
        tables.posted[photo] = late();
      }
    }
  }

  private void people() {
    fanClubs();
    newcomers();
    powerUsers();
    oneTimeZone();
    viralPhotos();
  }

  /**
   * Three clubs of three idols each: nearly all follow each, and like what is posted within hours.
   */
  private void fanClubs() {
    for (int club = 0; club < 3; club++) {
      for (int fan : take(between(30, 150))) {
        truth.hardNegative(HardNegative.FAN_CLUBS, fan);
        for (int idol : Arrays.copyOfRange(idols, 3 * club, 3 * club + 3)) {
          if (random.nextDouble() < 0.9) {
            tables.follows.add(fan, idol, from(tables.registered[fan]));
          }
          for (int photo : photosOf[idol]) {
            if (random.nextDouble() < 0.7) {
              like(fan, photo, tables.posted[photo] + exponential(3 * HOUR));
            }
          }
        }
      }
    }
  }

  /** Two waves that register on one day, and like and follow what is popular in the days after. */
  private void newcomers() {
    var popular = popularPhotos();
    for (int wave = 0; wave < 2; wave++) {
      int day = tables.end / 2 - random.nextInt(tables.end / 12) - DAY;
      var suggested =
          Arrays.stream(popular).filter(p -> tables.posted[p] < day).limit(60).toArray();
      waves.add(day);
      var newcomers = take(NEWCOMERS_A_WAVE);
      forget(newcomers);
      for (int newcomer : newcomers) {
        truth.hardNegative(HardNegative.NEWCOMERS, newcomer);
        tables.registered[newcomer] = day + random.nextInt(DAY);
        for (int photo : some(suggested, between(10, 30))) {
          like(newcomer, photo, tables.registered[newcomer] + random.nextInt(3 * DAY));
        }
        for (int idol : some(idols, 4)) {
          tables.follows.add(newcomer, idol, tables.registered[newcomer] + random.nextInt(3 * DAY));
        }
        for (int each = 0; each < 30; each++) {
          likeAny(newcomer, random.nextInt(tables.photos()));
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
    for (int user : take(20)) {
      truth.hardNegative(HardNegative.POWER_USERS, user);
      int likes = between(tables.photos() * 16 / 1000, tables.photos() * 28 / 1000);
      for (int each = 0; each < likes; each++) {
        likeAny(user, random.nextInt(tables.photos()));
      }
      for (int evening = 0; evening < 5; evening++) {
        int start = late();
        for (int each = 0; each < 30; each++) {
          like(user, random.nextInt(tables.photos()), start + random.nextInt(3 * HOUR));
        }
      }
      for (int each = 0; each < 100; each++) {
        comment(user, random.nextInt(tables.photos()), any(tables.comments));
      }
    }
  }

  /** 200 people who are online between 20 and 22 h UTC only. */
  private void oneTimeZone() {
    var people = new HashSet<Integer>();
    for (int user : take(200)) {
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
      int start = Math.max(late(), tables.posted[photo]);
      for (int user : some(order, between(300, 1_000))) {
        truth.hardNegative(HardNegative.VIRAL_PHOTOS, user);
        like(user, photo, start + random.nextInt(12 * HOUR));
      }
    }
  }

  // --- bots -----------------------------------------------------------------------------------

  private void bots(int count, int mostKinds) {
    var groups = new ArrayList<Group>();
    var kinds = shuffled(BotKind.values().length);
    int possible = Math.min(mostKinds, Math.max(1, count / SMALLEST_RING));
    for (int each = 0; each < possible; each++) {
      var kind = BotKind.values()[kinds[each]];
      int left = Math.max(SMALLEST_RING, count / possible);
      while (left > 0) {
        int size = Math.min(left, ringSize());
        if (left - size < SMALLEST_RING) {
          size = left;
        }
        groups.add(new Group(kind, take(size)));
        left -= size;
      }
    }
    forget(
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
      for (int day : waves) {
        if (random.nextInt(tables.users()) < NEWCOMERS_A_WAVE) {
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
      int likes = between(tables.photos() * 5 / 100 + 1, tables.photos() * 7 / 100);
      for (int photo : some(shuffled(tables.photos()), likes)) {
        likeAny(member, photo);
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
      int start = Math.max(late(), tables.posted[photo]);
      for (int member : members) {
        if (random.nextDouble() < part) {
          like(member, photo, start + random.nextInt(window));
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
    int wanted = between(15, 40);
    int customers = between(3, 10);
    for (int customer = 0; customer < customers || photos.size() < wanted; customer++) {
      int owner = random.nextInt(tables.users());
      for (int photo : some(photosOf[owner], Math.max(2, wanted / customers))) {
        photos.add(photo);
      }
    }
    return photos.stream().mapToInt(Integer::intValue).distinct().limit(wanted).toArray();
  }

  /** 15 to 40 customers; half to nine tenths of the members follow each within a day. */
  private void followFarm(int[] members) {
    double part = part();
    var fakes = new int[tables.users()];
    for (int customer : some(order, between(15, 40))) {
      int start = late();
      for (int member : members) {
        if (member != customer && random.nextDouble() < part) {
          follow(member, customer, start + random.nextInt(DAY));
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
          follow(member, followee, from(tables.registered[member]));
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
      int fakes = between(15, 40);
      for (int each = 0; each < fakes; each++) {
        var text = new StringBuilder();
        for (var slot : template) {
          text.append(slot[random.nextInt(slot.length)]).append(' ');
        }
        text.append('@').append(tables.usernames[member]).append(random.nextInt(100));
        int photo = random.nextInt(tables.photos());
        tables.comments.add(
            member, photo, from(Math.max(tables.end / 2, tables.posted[photo])), text.toString());
      }
      for (int each = 0; each < camouflage * fakes; each++) {
        comment(member, random.nextInt(tables.photos()), any(tables.comments));
      }
    }
  }

  /** Members like each other's photos within an hour, and half of them follow each other. */
  private void pod(int[] members) {
    post(members);
    double part = part();
    var fakes = new int[tables.users()];
    for (int owner : members) {
      for (int photo : photosOf[owner]) {
        for (int member : members) {
          if (member != owner
              && tables.registered[member] < tables.posted[photo]
              && random.nextDouble() < part) {
            like(member, photo, tables.posted[photo] + random.nextInt(HOUR));
            fakes[member]++;
          }
        }
      }
      for (int member : members) {
        if (member != owner && random.nextBoolean()) {
          follow(
              member, owner, from(Math.max(tables.registered[member], tables.registered[owner])));
        }
      }
    }
    for (int member : members) {
      camouflageLikes(member, camouflage * fakes[member]);
    }
  }

  /** Who is in a pod has something to show: five more photos, taken over from others. */
  private void post(int[] members) {
    var idle = Arrays.stream(idols).boxed().collect(Collectors.toSet());
    for (int member : members) {
      for (int each = 0; each < 5; each++) {
        int photo = random.nextInt(tables.photos());
        if (!idle.contains(tables.owners[photo])) {
          tables.owners[photo] = member;
          tables.posted[photo] = Math.max(tables.posted[photo], late());
        }
      }
    }
    index();
  }

  /** Next to nothing for years, then 100 to 300 likes within one to three days. */
  private void sleepers(int[] members) {
    for (int member : members) {
      int start = tables.end / 4 * 3;
      start += random.nextInt(tables.end - start - 3 * DAY);
      int fakes = between(100, 300);
      int span = between(DAY, 3 * DAY);
      for (int each = 0; each < fakes; each++) {
        int photo = random.nextInt(tables.photos());
        if (tables.posted[photo] < start) {
          like(member, photo, start + random.nextInt(span));
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
        case 0 -> likeAny(member, random.nextInt(tables.photos()));
        case 1 -> likeAny(member, tables.likes.target(random.nextInt(tables.likes.size())));
        default -> {
          int like = copied.get(random.nextInt(copied.size()));
          int photo = tables.likes.target(like);
          like(member, photo, tables.likes.second(like) + random.nextInt(DAY));
        }
      }
    }
  }

  // --- what both do ---------------------------------------------------------------------------

  private Map<Integer, List<Integer>> likesByUser() {
    var likes = new HashMap<Integer, List<Integer>>();
    for (int like = 0; like < tables.likes.size(); like++) {
      likes.computeIfAbsent(tables.likes.actor(like), none -> new ArrayList<>()).add(like);
    }
    return likes;
  }

  private void like(int user, int photo, int second) {
    if (second <= tables.end && second >= tables.registered[user]) {
      tables.likes.add(user, photo, second);
    }
  }

  private void likeAny(int user, int photo) {
    int second = from(earliest(user, photo));
    like(user, photo, truth.isBot(user) ? second : awake(user, second));
  }

  private void follow(int follower, int followee, int second) {
    if (second <= tables.end) {
      tables.follows.add(follower, followee, second);
    }
  }

  private void comment(int user, int photo, String text) {
    tables.comments.add(user, photo, from(earliest(user, photo)), text);
  }

  private String any(Actions comments) {
    return comments.text(random.nextInt(comments.size()));
  }

  private void forget(int... users) {
    var gone = new boolean[tables.users()];
    for (int user : users) {
      gone[user] = true;
    }
    for (var actions : List.of(tables.likes, tables.comments, tables.follows)) {
      actions.remove(user -> gone[user]);
    }
  }

  /** Users who are nothing special yet. */
  private int[] take(int count) {
    drawn += count;
    return Arrays.copyOfRange(order, drawn - count, drawn);
  }

  private int late() {
    return tables.end / 2 + random.nextInt(tables.end / 2 - 4 * DAY);
  }

  /** Everybody sleeps eight hours, which ones depends on where they live; some days a bit less. */
  private int awake(int user, int second) {
    int bedtime = bedtimes[user];
    int sinceBedtime = Math.floorMod(second % DAY - bedtime, DAY);
    int moved = second - sinceBedtime + NIGHT + (int) ((long) sinceBedtime * (DAY - NIGHT) / DAY);
    return Math.min(moved, tables.end);
  }

  private int earliest(int user, int photo) {
    return Math.max(tables.registered[user], tables.posted[photo]);
  }

  private int from(int earliest) {
    return earliest + random.nextInt(tables.end - earliest + 1);
  }

  private int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  /** The share of a ring's members that take part each time. */
  private double part() {
    return LEAST_PART + random.nextDouble() * (MOST_PART - LEAST_PART);
  }

  private int exponential(int mean) {
    return (int) (-mean * Math.log(1 - random.nextDouble()));
  }

  private int ringSize() {
    double logarithm =
        Math.log(SMALLEST_RING)
            + random.nextDouble() * Math.log((double) LARGEST_RING / SMALLEST_RING);
    return (int) Math.round(Math.exp(logarithm));
  }

  private int[] shuffled(int size) {
    var order = new int[size];
    Arrays.setAll(order, IntUnaryOperator.identity());
    return some(order, size);
  }

  /** Some of them, each at most once, in random order. */
  private int[] some(int[] all, int count) {
    var order = all.clone();
    int size = Math.min(count, order.length);
    for (int place = 0; place < size; place++) {
      int other = place + random.nextInt(order.length - place);
      int value = order[place];
      order[place] = order[other];
      order[other] = value;
    }
    return Arrays.copyOf(order, size);
  }
}
