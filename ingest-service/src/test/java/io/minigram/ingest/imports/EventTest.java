package io.minigram.ingest.imports;

import static io.minigram.ingest.testing.Ingest.asIngestorAndAdmin;
import static io.minigram.workbench.testing.OwnerDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.minigram.ingest.IngestTest;
import io.minigram.ingest.testing.Ingest;
import io.minigram.workbench.testing.OwnerDatabase;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /events}: events of all kinds, in their order. */
@IngestTest
class EventTest {

  private static final String T = ",\"createdAt\":\"2020-01-01T00:00:00Z\"";

  @BeforeEach
  void nobody() {
    OwnerDatabase.clear();
  }

  @Test
  void eventsOfAllKindsAreTaken() {
    send("""
    {"type":"registerUser","id":1,"username":"ada","createdAt":"2020-01-01T00:00:00Z"}
    {"type":"registerUser","id":2,"username":"bob","createdAt":"2020-01-01T00:00:00Z"}
    {"type":"postPhoto","id":10,"userId":1,"imageUrl":"x","createdAt":"2020-01-01T00:00:00Z"}
    {"type":"createTag","id":5,"tagName":"sunset","createdAt":"2020-01-01T00:00:00Z"}
    {"type":"tagPhoto","photoId":10,"tagId":5}
    {"type":"follow","followeeId":1,"followerId":2,"createdAt":"2020-01-01T00:00:00Z"}
    {"type":"like","photoId":10,"userId":2,"createdAt":"2020-01-01T00:00:00Z"}
    {"type":"addComment","photoId":10,"id":1,"userId":2,"commentText":"nice","createdAt":"2020-01-01T00:00:00Z"}
    {"type":"addComment","photoId":10,"id":2,"userId":2,"commentText":"very","createdAt":"2020-01-01T00:00:00Z"}
    {"type":"unlike","photoId":10,"userId":2}
    {"type":"unfollow","followeeId":1,"followerId":2}
    {"type":"removeComment","photoId":10,"id":1}
    {"type":"unlike","photoId":10,"userId":2}
    """)
        .statusCode(200)
        .body("kind", equalTo("EVENTS"))
        .body("received", equalTo(13))
        .body("inserted", equalTo(9))
        .body("retracted", equalTo(3))
        .body("duplicate", equalTo(1))
        .body("rejected", equalTo(0));
    assertThat(rows("select comment_text from facts.comments")).containsExactly("very");
    assertThat(rows("select count(*) from facts.likes")).containsExactly("0");
  }

  @Test
  void theirOrderCounts() {
    send("""
    {"type":"registerUser","id":1,"username":"ada"T}
    {"type":"like","photoId":7710,"userId":1T}
    {"type":"postPhoto","id":7710,"userId":1,"imageUrl":"x"T}
    {"type":"like","photoId":7710,"userId":1T}
    {"type":"unlike","photoId":7710,"userId":1}
    {"type":"like","photoId":7710,"userId":1T}
    {"type":"removePhoto","id":7710}
    {"type":"like","photoId":7710,"userId":1T}
    {"type":"postPhoto","id":7710,"userId":1,"imageUrl":"x"T}
    {"type":"removePhoto","id":7710}
    """
            .replace("T}", T + "}"))
        .statusCode(200)
        .body("inserted", equalTo(4))
        .body("retracted", equalTo(2))
        .body("duplicate", equalTo(1))
        .body("rejects.line", contains(2, 8, 9))
        .body("rejects.code", contains("UNKNOWN_PHOTO", "ERASED", "ERASED"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"id":1,"username":"a","createdAt":"2020-01-01T00:00:00Z"}                   | UNKNOWN_TYPE
          {"type":"greet","id":1}                                                      | UNKNOWN_TYPE
          {"type":null,"id":1}                                                         | UNKNOWN_TYPE
          {"type":{"a":1},"id":1}                                                      | UNKNOWN_TYPE
          {"type":"unlike","type":"like","photoId":1,"userId":1}                       | MALFORMED
          {"type":"unlike","photoId":1,"userId":1,"createdAt":"2020-01-01T00:00:00Z"}  | UNKNOWN_FIELD
          {"type":"unlike","photoId":1,"userId":1,"colour":1}                          | UNKNOWN_FIELD
          {"type":"unlike","photoId":1}                                                | MISSING_VALUE
          {"type":"unlike","photoId":1,"userId":0}                                     | BAD_ID
          {"type":"removePhoto","id":7}                                                | UNKNOWN_PHOTO
          {"type":"eraseAccount","id":7}                                               | UNKNOWN_USER
          ["unlike"]                                                                   | MALFORMED
          """)
  void whatIsNoEventIsRefused(String line, String code) {
    send(line + "\n{\"type\":\"unlike\",\"photoId\":1,\"userId\":1}")
        .statusCode(200)
        .body("received", equalTo(2))
        .body("rejects.code", contains(code))
        .body("duplicate", equalTo(1));
  }

  @Test
  void eventsAreNdjsonOnly() {
    Ingest.as("ingestor")
        .contentType("text/csv")
        .body("type,id\n")
        .when()
        .post("/events")
        .then()
        .statusCode(415);
  }

  /** What one after the other would do, however the events are cut into batches. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void theOutcomeIsThatOfOneAfterTheOther(long seed) {
    var model = new Model(new Random(seed), (int) seed * 1_000);
    var body = new StringBuilder();
    for (int i = 0; i < 4_000; i++) {
      body.append(model.next()).append('\n');
    }

    var answer = send(body.toString()).statusCode(200);

    await()
        .untilAsserted(
            () ->
                assertThat(rows("select count(*) from facts.removal where finished_at is null"))
                    .containsExactly("0"));
    model.sweep();
    assertThat(rows("select id from facts.users"))
        .containsExactlyInAnyOrderElementsOf(model.users.stream().map(String::valueOf).toList());
    assertThat(rows("select id || ':' || owner_id from facts.photos"))
        .containsExactlyInAnyOrderElementsOf(
            model.photos.entrySet().stream()
                .map(photo -> photo.getKey() + ":" + photo.getValue())
                .toList());
    assertThat(rows("select photo_id || ':' || user_id from facts.likes"))
        .containsExactlyInAnyOrderElementsOf(model.likes);
    assertThat(rows("select followee_id || ':' || follower_id from facts.follows"))
        .containsExactlyInAnyOrderElementsOf(model.follows);
    answer
        .body("inserted", equalTo(model.inserted))
        .body("retracted", equalTo(model.retracted))
        .body("duplicate", equalTo(model.duplicate))
        .body("rejected", equalTo(model.rejected));
  }

  /** The facts as plain sets, and what each event does to them. */
  private static final class Model {

    private static final int IDS = 30;

    private final Random random;
    private final Set<Integer> users = new HashSet<>();
    private final Map<Integer, Integer> photos = new HashMap<>();
    private final Set<String> likes = new HashSet<>();
    private final Set<String> follows = new HashSet<>();
    private final Set<Integer> erased = new HashSet<>();
    private final Set<Integer> removed = new HashSet<>();
    private final int before;
    private int inserted;
    private int retracted;
    private int duplicate;
    private int rejected;

    /**
     * @param before all ids: the service may remember one of an earlier test
     */
    Model(Random random, int before) {
      this.random = random;
      this.before = before;
    }

    private boolean isThere(int user) {
      return users.contains(user) && !erased.contains(user);
    }

    private boolean isShown(int photo) {
      return photos.containsKey(photo) && !removed.contains(photo);
    }

    private void add(boolean isAllowed, boolean isNew) {
      if (!isAllowed) {
        rejected++;
      } else if (isNew) {
        inserted++;
      } else {
        duplicate++;
      }
    }

    private void takeAway(boolean isThere) {
      if (isThere) {
        retracted++;
      } else {
        duplicate++;
      }
    }

    String next() {
      int user = before + 1 + random.nextInt(IDS);
      int other = before + 1 + random.nextInt(IDS);
      int photo = before + 100 + random.nextInt(IDS);
      // whether the sweep of its owner has come by is a matter of time
      boolean isUncertain = photos.containsKey(photo) && erased.contains(photos.get(photo));
      int dice = random.nextInt(1_000);
      if (dice < 150) {
        add(!erased.contains(user), !erased.contains(user) && users.add(user));
        return "{\"type\":\"registerUser\",\"id\":%d,\"username\":\"u\"%s}".formatted(user, T);
      }
      if (dice < 300 && !isUncertain) {
        boolean isAllowed = !removed.contains(photo) && isThere(user);
        add(isAllowed, isAllowed && photos.putIfAbsent(photo, user) == null);
        return "{\"type\":\"postPhoto\",\"id\":%d,\"userId\":%d,\"imageUrl\":\"x\"%s}"
            .formatted(photo, user, T);
      }
      if (dice < 550 && !isUncertain) {
        boolean isAllowed = isShown(photo) && isThere(user);
        add(isAllowed, isAllowed && likes.add(photo + ":" + user));
        return "{\"type\":\"like\",\"photoId\":%d,\"userId\":%d%s}".formatted(photo, user, T);
      }
      if (dice < 700 && !isUncertain && !removed.contains(photo) && !erased.contains(user)) {
        takeAway(likes.remove(photo + ":" + user));
        return "{\"type\":\"unlike\",\"photoId\":%d,\"userId\":%d}".formatted(photo, user);
      }
      if (dice < 850) {
        boolean isAllowed = user != other && isThere(user) && isThere(other);
        add(isAllowed, isAllowed && follows.add(user + ":" + other));
        return "{\"type\":\"follow\",\"followeeId\":%d,\"followerId\":%d%s}"
            .formatted(user, other, T);
      }
      if (dice < 995 && !erased.contains(user) && !erased.contains(other)) {
        takeAway(follows.remove(user + ":" + other));
        return "{\"type\":\"unfollow\",\"followeeId\":%d,\"followerId\":%d}".formatted(user, other);
      }
      if (dice < 998 && !isUncertain) {
        if (photos.containsKey(photo) || removed.contains(photo)) {
          takeAway(removed.add(photo));
        } else {
          rejected++;
        }
        return "{\"type\":\"removePhoto\",\"id\":%d}".formatted(photo);
      }
      if (users.contains(user)) {
        takeAway(erased.add(user));
      } else {
        rejected++;
      }
      return "{\"type\":\"eraseAccount\",\"id\":%d}".formatted(user);
    }

    /** What the sweep leaves. */
    void sweep() {
      users.removeAll(erased);
      photos.keySet().removeAll(removed);
      photos.values().removeAll(erased);
      likes.removeIf(
          like ->
              !photos.containsKey(Integer.valueOf(like.split(":")[0]))
                  || !users.contains(Integer.valueOf(like.split(":")[1])));
      follows.removeIf(
          follow ->
              !users.contains(Integer.valueOf(follow.split(":")[0]))
                  || !users.contains(Integer.valueOf(follow.split(":")[1])));
    }
  }

  private static ValidatableResponse send(String events) {
    return Ingest.post(asIngestorAndAdmin(), "/events", events);
  }
}
