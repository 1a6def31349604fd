package io.minigram.ingest.imports;

import static io.minigram.ingest.testing.Ingest.as;
import static io.minigram.ingest.testing.Ingest.ask;
import static io.minigram.workbench.testing.OwnerDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.minigram.edge.identity.Roles;
import io.minigram.ingest.IngestTest;
import io.minigram.workbench.testing.OwnerDatabase;
import io.minigram.workbench.testing.TestUsers;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Imports with an Idempotency-Key: sent again they count once. */
@IngestTest
class RepeatedImportTest {

  private static final int ROWS = 20_000;
  private static final String TEN = "0123456789";
  private static final String HUNDRED = TEN + TEN + TEN + TEN + TEN + TEN + TEN + TEN + TEN + TEN;
  private static final String LONG_KEY = HUNDRED + HUNDRED + "0";
  private static final String HEADER = "photo_id,user_id,created_at\n";

  @BeforeEach
  void usersAndPhotos() {
    OwnerDatabase.clear();
    OwnerDatabase.execute(
        """
        insert into facts.users (id, username, created_at, batch_id)
        select id, 'u' || id, '2019-01-01Z', 1 from generate_series(1, 200) as id;
        insert into facts.photos (id, owner_id, image_url, created_at, batch_id)
        select id, id, 'x', '2019-01-01Z', 1 from generate_series(1, 100) as id
        """);
  }

  /** Every tenth row is refused. */
  private static String likes(int rows) {
    var file = new StringBuilder(HEADER);
    for (int row = 0; row < rows; row++) {
      file.append(1 + row % 100)
          .append(',')
          .append(row % 10 == 9 ? "?" : Integer.toString(1 + row / 100))
          .append(",2020-01-01 00:00:00\n");
    }
    return file.toString();
  }

  @Test
  void theSecondAnswerEqualsTheFirst() {
    var first = post("k1", likes(ROWS)).statusCode(200).extract().asString();
    as(Roles.INGESTOR)
        .contentType("text/csv")
        .body(HEADER + "10,200,2020-01-01 00:00:00\n")
        .when()
        .post("/imports/likes")
        .then()
        .statusCode(200);
    var second = post("k1", likes(ROWS)).statusCode(200).extract().asString();

    assertThat(first).containsPattern("\"position\":\"p[0-9a-z]+\"");
    assertThat(second).isEqualTo(first);
    assertThat(rows("select count(*) from facts.import where key = 'k1'")).containsExactly("1");
    assertThat(rows("select count(*) from facts.likes")).containsExactly("18001");
  }

  @Test
  void anotherBodyUnderTheSameKeyIsRefused() {
    post("k1", likes(ROWS)).statusCode(200);

    for (var other :
        new String[] {
          likes(ROWS - 1),
          likes(ROWS) + "1,200,2020-01-01 00:00:00\n",
          likes(ROWS).replace("1,7,2020", "1,7,2021"),
          HEADER
        }) {
      post("k1", other).statusCode(422).body("code", equalTo("KEY_REUSED"));
    }
    assertThat(rows("select state, received from facts.import"))
        .containsExactly("COMPLETED|" + ROWS);
    assertThat(rows("select count(*) from facts.likes where created_at > '2020-06-01'"))
        .containsExactly("0");
  }

  @Test
  void keysAreTheirCallersOwnAndTheirKindsOwn() {
    post("k1", likes(10)).statusCode(200).body("inserted", equalTo(9));

    as(Roles.INGESTOR)
        .header("Idempotency-Key", "k1")
        .contentType("text/csv")
        .body("id,tag_name,created_at\n1,sunset,2020-01-01 00:00:00\n")
        .when()
        .post("/imports/tags")
        .then()
        .statusCode(200)
        .body("inserted", equalTo(1));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void anImportThatBrokeOffGoesOnWhereItStopped(long seed) {
    var random = new Random(seed);
    var body = likes(ROWS).getBytes(StandardCharsets.UTF_8);
    for (int attempt = 0; attempt < 2; attempt++) {
      breakOff("k1", body, random.nextInt(body.length));
    }

    post("k1", likes(ROWS))
        .statusCode(200)
        .body("state", equalTo("COMPLETED"))
        .body("received", equalTo(ROWS))
        .body("inserted", equalTo(18_000))
        .body("duplicate", equalTo(0))
        .body("rejected", equalTo(2_000));

    assertThat(rows("select count(*), count(distinct line) from facts.reject"))
        .containsExactly("2000|2000");
    assertThat(rows("select count(*) from facts.likes")).containsExactly("18000");
    assertThat(rows("select sum(likes) from facts.batch")).containsExactly("18000");
  }

  @Test
  void whatBrokeOffDoesNotGoOnWithAnotherBody() {
    var body = likes(ROWS);
    breakOff("k1", body.getBytes(StandardCharsets.UTF_8), body.length() * 3 / 4);
    var before = rows("select count(*) from facts.likes");
    assertThat(before).isNotEqualTo(java.util.List.of("0"));

    post("k1", body.replace("1,7,2020", "1,7,2021"))
        .statusCode(422)
        .body("code", equalTo("KEY_REUSED"));
    post("k1", likes(100)).statusCode(422).body("code", equalTo("KEY_REUSED"));

    assertThat(rows("select count(*) from facts.likes")).isEqualTo(before);
    post("k1", body).statusCode(200).body("inserted", equalTo(18_000));
  }

  @Test
  void whileItRunsAnotherIsToldToWait() throws IOException {
    // given an import whose body has come half
    var body = likes(ROWS).getBytes(StandardCharsets.UTF_8);
    var rest = new PipedOutputStream();
    var running =
        send(
            "k1",
            new SequenceInputStream(
                new ByteArrayInputStream(body, 0, body.length / 2), new PipedInputStream(rest)));
    await()
        .untilAsserted(
            () ->
                assertThat(
                        ask("{ importByKey(key: \"k1\") { state received } }")
                            .getInt("data.importByKey.received"))
                    .isPositive());
    assertThat(
            ask("{ importByKey(key: \"k1\") { position } }").getString("data.importByKey.position"))
        .isNull();

    post("k1", likes(ROWS))
        .statusCode(409)
        .header("Retry-After", notNullValue())
        .body("code", equalTo("CONFLICT"));

    rest.write(body, body.length / 2, body.length - body.length / 2);
    rest.close();
    assertThat(running.join().statusCode()).isEqualTo(200);
    post("k1", likes(ROWS)).statusCode(200).body("inserted", equalTo(18_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "é", LONG_KEY})
  void aKeyIsBounded(String key) {
    post(key, likes(1)).statusCode(400).body("code", equalTo("BAD_ARGUMENT"));

    assertThat(rows("select count(*) from facts.import")).containsExactly("0");
  }

  @Test
  void nobodyElseSeesAKey() {
    post("k1", likes(10)).statusCode(200);

    var answer = ask("{ importByKey(key: \"other\") { id } }");

    assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("NOT_FOUND");
  }

  /** Sends so much of a body, and hangs up. */
  private static void breakOff(String key, byte[] body, int length) {
    var cut =
        new SequenceInputStream(
            new ByteArrayInputStream(body, 0, length),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("The sender is gone");
              }
            });
    assertThat(send(key, cut)).failsWithin(java.time.Duration.ofSeconds(20));
    await()
        .untilAsserted(
            () ->
                assertThat(rows("select count(*) from facts.import where state = 'RUNNING'"))
                    .containsExactly("0"));
  }

  private static CompletableFuture<HttpResponse<String>> send(String key, InputStream body) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .build()
        .sendAsync(
            HttpRequest.newBuilder(
                    URI.create("http://localhost:" + RestAssured.port + "/imports/likes"))
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", key)
                .header("Authorization", "Bearer " + TestUsers.token(Roles.INGESTOR))
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static ValidatableResponse post(String key, String body) {
    return as(Roles.INGESTOR)
        .header("Idempotency-Key", key)
        .contentType("text/csv")
        .body(body)
        .when()
        .post("/imports/likes")
        .then();
  }
}
