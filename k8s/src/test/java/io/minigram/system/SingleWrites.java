package io.minigram.system;

import io.minigram.system.Ledger.Fact;
import io.minigram.system.Ledger.Row;
import io.minigram.system.PatientClient.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/**
 * A front end that makes mutations one after the other, each under a key, and demands that each
 * answer is the one that follows from those before it.
 */
final class SingleWrites implements Callable<Ledger> {

  private static final int SHARED_TAGS = 50;
  private static final int PHOTOS_LIKED = 50;

  private final int number;
  private final PatientClient client;
  private final BooleanSupplier goesOn;
  private final Random random;
  private final Ledger ledger = new Ledger();
  private final List<String> comments = new ArrayList<>();
  private final List<String> surprises = new ArrayList<>();
  private long step;
  private long written;

  SingleWrites(int number, PatientClient client, BooleanSupplier goesOn, long seed) {
    this.number = number;
    this.client = client;
    this.goesOn = goesOn;
    this.random = new Random(seed);
  }

  @Override
  public Ledger call() throws InterruptedException {
    while (goesOn.getAsBoolean()) {
      int dice = random.nextInt(100);
      if (dice < 35) {
        likeOrUnlike(1 + random.nextInt(PHOTOS_LIKED), user());
      } else if (dice < 55) {
        followOrUnfollow(1 + random.nextInt(PHOTOS_LIKED), user());
      } else if (dice < 70) {
        comments.add(comment(1 + random.nextInt(PHOTOS_LIKED), user()).text());
      } else if (dice < 77) {
        removeComment();
      } else if (dice < 84) {
        register();
      } else if (dice < 92) {
        post(user());
      } else if (dice < 94) {
        removeAPhoto();
      } else if (dice < 95) {
        eraseAnAccount();
      } else {
        expectRefusal(
            client.write("like(photoId: 999999999, userId: %d, %s)".formatted(user(), key())),
            "NOT_FOUND");
      }
    }
    return ledger;
  }

  /** Mutations that were not refused. */
  long written() {
    return written;
  }

  /** Answers that do not follow from those before. */
  List<String> surprises() {
    return surprises;
  }

  private long user() {
    return FaultNetwork.userOfWriter(number, random.nextInt(Integer.MAX_VALUE));
  }

  private String key() {
    return "idempotencyKey: \"w%d-%d\"".formatted(number, ++step);
  }

  /** A text that nothing else in the database has. */
  private String text() {
    return "w%d says %d".formatted(number, ++step);
  }

  private void likeOrUnlike(long photo, long user) throws InterruptedException {
    var row = Row.of(Fact.LIKES, photo, user);
    var pair = "photoId: %d, userId: %d, %s".formatted(photo, user, key());
    if (random.nextInt(3) > 0) {
      expectAdded(client.write("like(%s)".formatted(pair)), row);
    } else {
      expectTaken(client.write("unlike(%s)".formatted(pair)), row);
    }
  }

  private void followOrUnfollow(long followee, long follower) throws InterruptedException {
    var row = Row.of(Fact.FOLLOWS, followee, follower);
    var pair = "followeeId: %d, followerId: %d, %s".formatted(followee, follower, key());
    if (random.nextInt(3) > 0) {
      expectAdded(client.write("follow(%s)".formatted(pair)), row);
    } else {
      expectTaken(client.write("unfollow(%s)".formatted(pair)), row);
    }
  }

  private Row comment(long photo, long user) throws InterruptedException {
    var text = text();
    var answer =
        client.write(
            "addComment(photoId: %d, userId: %d, text: \"%s\", %s)"
                .formatted(photo, user, text, key()));
    var row = Row.of(Fact.COMMENTS, answer.id(), user, text);
    expectAdded(answer, row);
    return row;
  }

  private void removeComment() throws InterruptedException {
    if (!comments.isEmpty()) {
      var text = comments.remove(random.nextInt(comments.size()));
      var id = text.substring(0, text.indexOf('|'));
      expectTaken(
          client.write("removeComment(commentId: \"%s\", %s)".formatted(id, key())),
          new Row(Fact.COMMENTS, text));
    }
  }

  private Row register() throws InterruptedException {
    var name = text();
    var answer = client.write("registerUser(username: \"%s\", %s)".formatted(name, key()));
    var row = Row.of(Fact.USERS, answer.id(), name);
    expectAdded(answer, row);
    return row;
  }

  /** The photo first, then its tags. */
  private List<Row> post(long owner) throws InterruptedException {
    var url = "https://example.org/" + text();
    var tags =
        random
            .ints(random.nextInt(4), 0, SHARED_TAGS)
            .distinct()
            .mapToObj(tag -> "tag" + tag)
            .toList();
    var answer =
        client.write(
            "postPhoto(userId: %d, imageUrl: \"%s\", tags: [%s], %s)"
                .formatted(
                    owner,
                    url,
                    String.join(",", tags.stream().map("\"%s\""::formatted).toList()),
                    key()));
    var rows = new ArrayList<Row>();
    rows.add(Row.of(Fact.PHOTOS, answer.id(), owner, url));
    expectAdded(answer, rows.get(0));
    for (var tag : tags) {
      var row = Row.of(Fact.PHOTO_TAGS, answer.id(), tag);
      ledger.add(row);
      rows.add(row);
    }
    return rows;
  }

  private void removeAPhoto() throws InterruptedException {
    var rows = post(user());
    long photo = id(rows.get(0));
    rows.addAll(reactions(photo));

    expectChanged(client.write("removePhoto(id: %d, %s)".formatted(photo, key())));

    rows.forEach(ledger::take);
    expectErased(photo);
  }

  private void eraseAnAccount() throws InterruptedException {
    var account = register();
    long user = id(account);
    var rows = post(user);
    rows.add(account);
    rows.addAll(reactions(id(rows.get(0))));
    rows.add(comment(1 + random.nextInt(PHOTOS_LIKED), user));
    for (long other : new long[] {1, 2, 3}) {
      rows.add(like(other, user));
      rows.add(follow(other, user));
      rows.add(follow(user, FaultNetwork.userOfWriter(number, (int) other)));
    }

    expectChanged(client.writeAsAdmin("eraseAccount(id: %d, %s)".formatted(user, key())));

    rows.forEach(ledger::take);
    expectRefusal(
        client.write("like(photoId: 1, userId: %d, %s)".formatted(user, key())), "ERASED");
  }

  private List<Row> reactions(long photo) throws InterruptedException {
    return List.of(
        like(photo, FaultNetwork.userOfWriter(number, 1)),
        like(photo, FaultNetwork.userOfWriter(number, 2)),
        comment(photo, user()));
  }

  private Row like(long photo, long user) throws InterruptedException {
    var row = Row.of(Fact.LIKES, photo, user);
    expectAdded(
        client.write("like(photoId: %d, userId: %d, %s)".formatted(photo, user, key())), row);
    return row;
  }

  private Row follow(long followee, long follower) throws InterruptedException {
    var row = Row.of(Fact.FOLLOWS, followee, follower);
    expectAdded(
        client.write(
            "follow(followeeId: %d, followerId: %d, %s)".formatted(followee, follower, key())),
        row);
    return row;
  }

  private void expectErased(long photo) throws InterruptedException {
    expectRefusal(
        client.write("like(photoId: %d, userId: %d, %s)".formatted(photo, user(), key())),
        "ERASED");
  }

  private static long id(Row row) {
    return Long.parseLong(row.text().substring(0, row.text().indexOf('|')));
  }

  private void expectAdded(Written answer, Row row) {
    expect(answer, ledger.add(row), row);
  }

  private void expectTaken(Written answer, Row row) {
    expect(answer, ledger.take(row), row);
  }

  private void expectChanged(Written answer) {
    expect(answer, true, null);
  }

  private void expect(Written answer, boolean changed, Row row) {
    written++;
    if (answer.refusal() != null || answer.changed() != changed) {
      surprises.add("step %d, %s: %s, not changed = %s".formatted(step, row, answer, changed));
    }
  }

  private void expectRefusal(Written answer, String code) {
    if (!code.equals(answer.refusal())) {
      surprises.add("step %d: %s, not %s".formatted(step, answer, code));
    }
  }
}
