package io.minigram.insights.exactness;

import io.minigram.insights.rolling.RollUps;
import io.minigram.workbench.testing.OwnerDatabase;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A network that makes trouble: names repeat, rows come twice, early, late and out of order, at the
 * borders of quarter-hours, days, years and daylight saving time, before 1970 and on leap days;
 * some accounts like more than 5 % of all photos and some just as many; things are taken back and
 * done again, photos and accounts are removed, batches overlap, and the sets of suspects change.
 * The same seed gives the same facts.
 */
public final class GeneratedFacts {

  private static final int USERS = 60;
  private static final int PHOTOS = 160;
  private static final int STEPS = 45;
  private static final int REMOVED_PHOTOS = 12;
  private static final int ERASED_ACCOUNTS = 4;

  /** Rows that the sweep of what was removed takes in one batch. */
  private static final int SWEPT = 9;

  private static final List<String> NAMES =
      List.of("ann", "ben", "cleo", "dan", "eve", "fay", "gus", "hal", "ivy", "jon");
  private static final List<String> TAGS =
      List.of(
          "love",
          "sunset",
          "beach",
          "travel",
          "food",
          "motivation",
          "photography",
          "comedy",
          "meme",
          "zebra",
          "unthemed",
          "Love",
          "été");

  /** Where something begins or ends, somewhere. */
  private static final List<Instant> BORDERS =
      List.of(
          // before 1970, and just there
          Instant.parse("1968-02-29T12:15:00Z"),
          Instant.parse("1969-12-31T23:59:59.999999Z"),
          Instant.parse("1970-01-01T00:00:00Z"),
          // leap days, and the end of a February without one
          Instant.parse("2020-02-29T23:59:59.999999Z"),
          Instant.parse("2024-02-29T00:00:00Z"),
          Instant.parse("2023-02-28T23:45:00Z"),
          // years
          Instant.parse("2023-12-31T23:59:59.999999Z"),
          Instant.parse("2024-01-01T00:00:00Z"),
          Instant.parse("2023-12-31T22:59:59.999999Z"),
          // daylight saving time: Berlin, New York, Lord Howe (by half an hour)
          Instant.parse("2024-03-31T00:59:59.999999Z"),
          Instant.parse("2024-03-31T01:00:00Z"),
          Instant.parse("2024-10-27T00:30:00Z"),
          Instant.parse("2024-10-27T01:00:00Z"),
          Instant.parse("2024-11-03T05:45:00Z"),
          Instant.parse("2024-11-03T06:00:00Z"),
          Instant.parse("2024-04-06T15:00:00Z"),
          // midnight in India and in Nepal
          Instant.parse("2022-06-10T18:30:00Z"),
          Instant.parse("2022-06-10T18:29:59.999999Z"),
          Instant.parse("2022-06-10T18:15:00Z"),
          // quarters of an hour
          Instant.parse("2024-07-01T12:14:59.999999Z"),
          Instant.parse("2024-07-01T12:15:00Z"),
          Instant.parse("2024-07-01T12:15:00.000001Z"));

  private static final long FROM = Instant.parse("2021-01-01T00:00:00Z").getEpochSecond();
  private static final long TO = Instant.parse("2025-01-03T00:00:00Z").getEpochSecond();
  private static final long CROWDED = Instant.parse("2024-08-14T09:30:00Z").getEpochSecond();

  private record Pair(long first, long second) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      return first != other.first
          ? Long.compare(first, other.first)
          : Long.compare(second, other.second);
    }
  }

  private final SplittableRandom random;

  // what is there, less what is being removed
  private final TreeSet<Long> users = new TreeSet<>();
  private final TreeMap<Long, Long> ownerOfPhoto = new TreeMap<>();
  private final List<Long> tags = new ArrayList<>();

  // what is there: photo and tag, photo and user, photo and comment, followee and follower
  private final TreeSet<Pair> photoTags = new TreeSet<>();
  private final TreeSet<Pair> likes = new TreeSet<>();
  private final TreeMap<Pair, Long> authorOfComment = new TreeMap<>();
  private final TreeSet<Pair> follows = new TreeSet<>();
  private final List<Pair> unliked = new ArrayList<>();
  private final TreeSet<Pair> detector = new TreeSet<>();
  private final TreeSet<Pair> confirmed = new TreeSet<>();

  private final Deque<Long> photosToSweep = new ArrayDeque<>();
  private final Deque<Long> accountsToSweep = new ArrayDeque<>();
  private long lastUser;
  private long lastPhoto;
  private long lastTag;
  private long lastComment;
  private int removedPhotos;
  private int erasedAccounts;

  private GeneratedFacts(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Clears everything and begins with a few accounts, tags and photos; nothing is rolled up. */
  public static GeneratedFacts begin(long seed) {
    OwnerDatabase.clear();
    var facts = new GeneratedFacts(seed);
    facts.found();
    return facts;
  }

  /** Puts a whole network in place of all other facts, and rolls it up. */
  public static GeneratedFacts load(long seed) {
    var facts = begin(seed);
    facts.finish();
    RollUps.roll();
    return facts;
  }

  private void found() {
    var accounts = FactsBatch.begin();
    register(accounts, 30);
    accounts.commit();
    var rest = FactsBatch.begin();
    name(rest, 8);
    post(rest, 40);
    follow(rest, 60);
    rest.commit();
  }

  /** All that is still missing from a whole network. */
  public void finish() {
    for (int step = 0; step < STEPS; step++) {
      write();
    }
    while (sweep()) {
      // in batches
    }
    settle();
  }

  /** The next batch, or two that overlap, or a change of the sets of suspects. */
  public void write() {
    switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> {
        var batch = FactsBatch.begin();
        grow(batch);
        batch.commit();
      }
      case 4 -> overlap();
      case 5, 6 -> {
        var batch = FactsBatch.begin();
        grow(batch);
        takeBack(batch);
        batch.commit();
      }
      case 7 -> {
        var batch = FactsBatch.begin();
        takeBack(batch);
        batch.commit();
      }
      case 8 -> remove();
      case 9, 10 -> sweep();
      case 11 -> flag();
      default -> throw new AssertionError();
    }
  }

  /** What came into being meanwhile is referred to by a transaction that began before. */
  private void overlap() {
    var early = FactsBatch.begin();
    var late = FactsBatch.begin();
    register(late, 2);
    name(late, 1);
    post(late, 3);
    late.commit();
    for (long photo : ownerOfPhoto.tailMap(lastPhoto - 2).keySet()) {
      like(early, any(users), photo);
      comment(early, any(users), photo);
      photoTag(early, photo, lastTag);
    }
    grow(early);
    early.commit();
  }

  private void grow(FactsBatch batch) {
    if (lastUser < USERS) {
      register(batch, random.nextInt(4));
    }
    if (lastPhoto < PHOTOS) {
      post(batch, random.nextInt(9));
    }
    name(batch, random.nextInt(20) == 0 ? 1 : 0);
    for (int i = random.nextInt(25); i > 0; i--) {
      photoTag(batch, any(ownerOfPhoto.keySet()), tags.get(random.nextInt(tags.size())));
    }
    follow(batch, random.nextInt(30));
    for (int i = random.nextInt(120); i > 0; i--) {
      like(batch, liker(), any(ownerOfPhoto.keySet()));
    }
    for (int i = random.nextInt(50); i > 0; i--) {
      comment(batch, any(users), any(ownerOfPhoto.keySet()));
    }
    if (random.nextInt(3) == 0) {
      // says the same thing again and again, in a quarter of an hour
      long photo = any(ownerOfPhoto.keySet());
      long user = any(users);
      for (int i = 0; i < 3; i++) {
        comment(batch, user, photo, at(CROWDED + random.nextInt(900)));
      }
    }
    if (!unliked.isEmpty() && random.nextBoolean()) {
      var again = unliked.remove(random.nextInt(unliked.size()));
      if (ownerOfPhoto.containsKey(again.first()) && users.contains(again.second())) {
        like(batch, again.second(), again.first());
      }
    }
  }

  private void takeBack(FactsBatch batch) {
    for (int i = random.nextInt(12); i > 0 && !likes.isEmpty(); i--) {
      var like = any(likes);
      unlike(batch, like);
      unliked.add(like);
    }
    for (int i = random.nextInt(6); i > 0 && !follows.isEmpty(); i--) {
      var follow = any(follows);
      follows.remove(follow);
      batch.retract(FactTable.FOLLOWS, follow.first(), follow.second());
    }
    for (int i = random.nextInt(6); i > 0 && !authorOfComment.isEmpty(); i--) {
      var comment = any(authorOfComment.keySet());
      authorOfComment.remove(comment);
      batch.retract(FactTable.COMMENTS, comment.first(), comment.second());
    }
    for (int i = random.nextInt(4); i > 0 && !photoTags.isEmpty(); i--) {
      var tagged = any(photoTags);
      photoTags.remove(tagged);
      batch.retract(FactTable.PHOTO_TAGS, tagged.first(), tagged.second());
    }
  }

  /** From here on nothing refers to it; its rows go in later batches. */
  private void remove() {
    if (random.nextInt(3) == 0 && erasedAccounts < ERASED_ACCOUNTS) {
      erasedAccounts++;
      long account = any(users);
      users.remove(account);
      accountsToSweep.add(account);
    } else if (removedPhotos < REMOVED_PHOTOS) {
      removedPhotos++;
      long photo = any(ownerOfPhoto.keySet());
      ownerOfPhoto.remove(photo);
      photosToSweep.add(photo);
    }
  }

  /** One batch of the sweep, as ingest-service does it; false if there is nothing to sweep. */
  private boolean sweep() {
    if (!photosToSweep.isEmpty()) {
      var photos =
          List.copyOf(new TreeSet<>(photosToSweep)).subList(0, Math.min(2, photosToSweep.size()));
      var batch = FactsBatch.begin();
      int room = SWEPT;
      room -= sweep(batch, FactTable.LIKES, likes.stream().filter(of(photos)).toList(), room);
      room -=
          sweep(
              batch,
              FactTable.COMMENTS,
              authorOfComment.keySet().stream().filter(of(photos)).toList(),
              room);
      room -=
          sweep(batch, FactTable.PHOTO_TAGS, photoTags.stream().filter(of(photos)).toList(), room);
      if (room > 0) {
        for (long photo : photos) {
          batch.retract(FactTable.PHOTOS, photo, 0);
          photosToSweep.remove(photo);
        }
      }
      batch.commit();
      return true;
    }
    if (accountsToSweep.isEmpty()) {
      return false;
    }
    long account = accountsToSweep.peek();
    var itsPhotos =
        ownerOfPhoto.entrySet().stream()
            .filter(photo -> photo.getValue() == account)
            .map(Map.Entry::getKey)
            .toList();
    if (!itsPhotos.isEmpty()) {
      itsPhotos.forEach(ownerOfPhoto::remove);
      photosToSweep.addAll(itsPhotos);
      return true;
    }
    var batch = FactsBatch.begin();
    int swept =
        sweep(
            batch,
            FactTable.LIKES,
            likes.stream().filter(like -> like.second() == account).toList(),
            SWEPT);
    if (swept == 0) {
      swept =
          sweep(
              batch,
              FactTable.COMMENTS,
              authorOfComment.entrySet().stream()
                  .filter(comment -> comment.getValue() == account)
                  .map(Map.Entry::getKey)
                  .toList(),
              SWEPT);
    }
    if (swept == 0) {
      swept =
          sweep(
              batch,
              FactTable.FOLLOWS,
              follows.stream()
                  .filter(follow -> follow.first() == account || follow.second() == account)
                  .toList(),
              SWEPT);
    }
    if (swept == 0) {
      batch.retract(FactTable.USERS, account, 0);
      accountsToSweep.remove();
    }
    batch.commit();
    return true;
  }

  private static Predicate<Pair> of(List<Long> photos) {
    return pair -> photos.contains(pair.first());
  }

  private int sweep(FactsBatch batch, FactTable table, List<Pair> keys, int room) {
    var swept = keys.subList(0, Math.min(room, keys.size()));
    for (var key : swept) {
      batch.retract(table, key.first(), key.second());
      switch (table) {
        case LIKES -> likes.remove(key);
        case COMMENTS -> authorOfComment.remove(key);
        case PHOTO_TAGS -> photoTags.remove(key);
        case FOLLOWS -> follows.remove(key);
        case USERS, PHOTOS, TAGS -> throw new AssertionError();
      }
    }
    return swept.size();
  }

  /** Some accounts enter a set of suspects or leave it, or do both. */
  private void flag() {
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      boolean isConfirmed = random.nextInt(3) == 0;
      // one in ten is not known
      var account = new Pair(random.nextInt(10) == 0 ? 999_999 : liker(), 0);
      flag(isConfirmed ? "CONFIRMED" : "DETECTOR", isConfirmed ? confirmed : detector, account);
      if (random.nextInt(4) == 0) {
        flag(isConfirmed ? "CONFIRMED" : "DETECTOR", isConfirmed ? confirmed : detector, account);
      }
    }
  }

  private static void flag(String suspects, TreeSet<Pair> set, Pair account) {
    boolean enters = !set.remove(account) && set.add(account);
    OwnerDatabase.execute(
        "insert into moderation.flagged_change (suspects, user_id, flagged) values ('%s', %d, %s)"
            .formatted(suspects, account.first(), enters));
  }

  /** Brings some accounts just to a border: 5 % of the photos liked, followed by 10 % of all. */
  private void settle() {
    var batch = FactsBatch.begin();
    while (ownerOfPhoto.size() % 20 != 0) {
      post(batch, 1);
    }
    while (users.size() % 10 != 0) {
      register(batch, 1);
    }
    batch.commit();
    var last = FactsBatch.begin();
    var settled = users.stream().filter(user -> user > 6).limit(6).toList();
    likeJust(last, settled.get(0), ownerOfPhoto.size() / 20);
    likeJust(last, settled.get(1), ownerOfPhoto.size() / 20 - 1);
    likeJust(last, settled.get(2), ownerOfPhoto.size() / 20 + 1);
    beFollowedBy(last, settled.get(3), users.size() / 10);
    beFollowedBy(last, settled.get(4), users.size() / 10 + 1);
    beFollowedBy(last, settled.get(5), users.size() / 10 - 1);
    last.commit();
  }

  private void likeJust(FactsBatch batch, long user, int times) {
    var liked = likes.stream().filter(like -> like.second() == user).toList();
    liked.stream().skip(times).forEach(like -> unlike(batch, like));
    var unlikedPhotos =
        ownerOfPhoto.keySet().stream()
            .filter(photo -> !liked.contains(new Pair(photo, user)))
            .limit(Math.max(0, times - liked.size()))
            .toList();
    unlikedPhotos.forEach(photo -> like(batch, user, photo));
  }

  private void beFollowedBy(FactsBatch batch, long user, int followers) {
    var there = follows.stream().filter(follow -> follow.first() == user).toList();
    there.stream()
        .skip(followers)
        .forEach(
            follow -> {
              follows.remove(follow);
              batch.retract(FactTable.FOLLOWS, follow.first(), follow.second());
            });
    users.stream()
        .filter(follower -> !there.contains(new Pair(user, follower)))
        .limit(Math.max(0, followers - there.size()))
        .forEach(follower -> follow(batch, user, follower));
  }

  private void register(FactsBatch batch, int count) {
    for (int i = 0; i < count; i++) {
      lastUser++;
      users.add(lastUser);
      batch.user(lastUser, NAMES.get(random.nextInt(NAMES.size())), time());
    }
  }

  private void post(FactsBatch batch, int count) {
    for (int i = 0; i < count; i++) {
      lastPhoto++;
      // a few post most
      long owner = random.nextInt(3) == 0 ? any(users) : any(users.headSet(any(users), true));
      ownerOfPhoto.put(lastPhoto, owner);
      batch.photo(lastPhoto, owner, time());
    }
  }

  private void name(FactsBatch batch, int count) {
    for (int i = 0; i < count; i++) {
      lastTag++;
      tags.add(lastTag);
      batch.tag(lastTag, TAGS.get(random.nextInt(TAGS.size())));
    }
  }

  private void photoTag(FactsBatch batch, long photo, long tag) {
    photoTags.add(new Pair(photo, tag));
    batch.photoTag(photo, tag);
  }

  private void follow(FactsBatch batch, int count) {
    for (int i = 0; i < count; i++) {
      // some are followed by many
      long followee = random.nextBoolean() ? any(users) : anyUser(users.headSet(6L, true));
      follow(batch, followee, any(users));
    }
  }

  private void follow(FactsBatch batch, long followee, long follower) {
    follows.add(new Pair(followee, follower));
    batch.follow(follower, followee, time());
  }

  private void like(FactsBatch batch, long user, long photo) {
    likes.add(new Pair(photo, user));
    batch.like(user, photo, time());
    if (random.nextInt(20) == 0) {
      // sent twice
      batch.like(user, photo, time());
    }
  }

  private void unlike(FactsBatch batch, Pair like) {
    likes.remove(like);
    batch.retract(FactTable.LIKES, like.first(), like.second());
  }

  private void comment(FactsBatch batch, long user, long photo) {
    comment(batch, user, photo, time());
  }

  private void comment(FactsBatch batch, long user, long photo, String createdAt) {
    lastComment++;
    authorOfComment.put(new Pair(photo, lastComment), user);
    batch.comment(user, photo, lastComment, createdAt);
  }

  /** The first accounts like most. */
  private long liker() {
    var eager = users.headSet(4L, true);
    return random.nextInt(3) == 0 ? anyUser(eager) : any(users);
  }

  /** One of these accounts, or of all if these are gone. */
  private long anyUser(Collection<Long> preferred) {
    return any(preferred.isEmpty() ? users : preferred);
  }

  private <T> T any(Collection<T> elements) {
    return elements.stream().skip(random.nextInt(elements.size())).findFirst().orElseThrow();
  }

  private String time() {
    return switch (random.nextInt(4)) {
      case 0 -> BORDERS.get(random.nextInt(BORDERS.size())).toString();
      case 1 -> at(CROWDED + random.nextInt(7200));
      default -> at(random.nextLong(FROM, TO));
    };
  }

  private String at(long second) {
    return Instant.ofEpochSecond(second, 1000L * random.nextInt(1_000_000)).toString();
  }
}
