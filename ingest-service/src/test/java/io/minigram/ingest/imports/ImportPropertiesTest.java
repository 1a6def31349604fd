package io.minigram.ingest.imports;

import static io.minigram.workbench.testing.TestUsers.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.edge.identity.Roles;
import io.minigram.ingest.IngestTest;
import io.minigram.workbench.testing.OwnerDatabase;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every file, tried on random dirty ones. */
@IngestTest
class ImportPropertiesTest {

  private static final int USERS = 300;
  private static final int PHOTOS = 200;

  @BeforeEach
  void usersAndPhotos() {
    OwnerDatabase.clear();
    OwnerDatabase.execute(
        """
        insert into facts.users (id, username, created_at, batch_id)
        select id, 'u' || id, '2019-01-01Z', 1 from generate_series(1, 300) as id;
        insert into facts.photos (id, owner_id, image_url, created_at, batch_id)
        select id, id, 'https://example.org/' || id, '2019-01-01Z', 1
        from generate_series(1, 200) as id
        """);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everyRowIsCountedOnceAndTheFirstOfAKeyWins(long seed) {
    // given rows of which some repeat, refer to nothing, or are broken
    var random = new Random(seed);
    var file = new StringBuilder("photo_id,user_id,created_at\n");
    var expected = new LinkedHashMap<String, String>();
    int received = 0;
    int rejected = 0;
    for (; received < 23_000; received++) {
      int photo = 1 + random.nextInt(PHOTOS + 20);
      int user = 1 + random.nextInt(USERS + 20);
      var second = "%02d".formatted(random.nextInt(60));
      boolean broken = random.nextInt(50) == 0;
      file.append(photo).append(',').append(broken ? "?" : user).append(",2020-01-01 00:00:");
      file.append(second).append('\n');
      if (broken || photo > PHOTOS || user > USERS) {
        rejected++;
      } else {
        expected.putIfAbsent(photo + "|" + user, "2020-01-01 00:00:" + second + "+00");
      }
    }

    var report = post(file.toString());

    assertThat(report.getLong("received")).isEqualTo(received);
    assertThat(report.getLong("rejected")).isEqualTo(rejected);
    assertThat(report.getLong("inserted")).isEqualTo(expected.size());
    assertThat(report.getLong("duplicate")).isEqualTo(received - rejected - expected.size());
    assertThat(OwnerDatabase.rows("select photo_id, user_id, created_at from facts.likes"))
        .containsExactlyInAnyOrderElementsOf(
            expected.entrySet().stream().map(e -> e.getKey() + "|" + e.getValue()).toList());
    assertThat(OwnerDatabase.rows("select count(*) from facts.reject"))
        .containsExactly(Integer.toString(rejected));
    assertThatBatchesAddUp();
  }

  @RepeatedTest(3)
  void overlappingImportsAtTheSameTimeLoseNothing() throws Exception {
    // given the same likes in four different orders
    var random = new Random(7);
    var rows = new ArrayList<String>();
    for (int photo = 1; photo <= PHOTOS; photo++) {
      for (int user = 1; user <= 100; user++) {
        rows.add(photo + "," + user + ",2020-01-01 00:00:00");
      }
    }
    var files = new ArrayList<String>();
    for (int i = 0; i < 4; i++) {
      java.util.Collections.shuffle(rows, random);
      files.add("photo_id,user_id,created_at\n" + String.join("\n", rows));
    }

    var pool = Executors.newFixedThreadPool(4);
    List<Future<JsonPath>> running =
        files.stream().map(file -> pool.submit(() -> post(file))).toList();
    long inserted = 0;
    long duplicate = 0;
    for (var report : running) {
      inserted += report.get().getLong("inserted");
      duplicate += report.get().getLong("duplicate");
    }
    pool.shutdown();

    assertThat(inserted).isEqualTo(PHOTOS * 100L);
    assertThat(duplicate).isEqualTo(3 * PHOTOS * 100L);
    assertThat(OwnerDatabase.rows("select count(*) from facts.likes"))
        .containsExactly(Long.toString(PHOTOS * 100L));
    assertThatBatchesAddUp();
  }

  /** Each batch row states exactly the rows that name it. */
  private static void assertThatBatchesAddUp() {
    assertThat(
            OwnerDatabase.rows(
                """
                select batch.id, batch.likes, count(likes.photo_id)
                from facts.batch left join facts.likes on likes.batch_id = batch.id
                group by batch.id, batch.likes
                having batch.likes <> count(likes.photo_id)
                """))
        .isEmpty();
    assertThat(OwnerDatabase.rows("select count(*) from facts.likes"))
        .isEqualTo(OwnerDatabase.rows("select sum(likes) from facts.batch"));
  }

  private static JsonPath post(String file) {
    return given()
        .auth()
        .oauth2(token(Roles.INGESTOR))
        .contentType("text/csv")
        .body(file)
        .when()
        .post("/imports/likes")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
