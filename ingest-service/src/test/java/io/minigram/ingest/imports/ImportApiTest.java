package io.minigram.ingest.imports;

import static io.minigram.workbench.testing.TestUsers.token;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.minigram.edge.identity.Roles;
import io.minigram.ingest.IngestTest;
import io.minigram.workbench.testing.OwnerDatabase;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@IngestTest
class ImportApiTest {

  private static final String T = "2020-01-01 00:00:00";

  @BeforeEach
  void threeUsersTwoPhotosOneTag() {
    OwnerDatabase.clear();
    OwnerDatabase.execute(
        """
        insert into facts.users (id, username, created_at, batch_id) values
          (1, 'ann', '2019-01-01Z', 1), (2, 'bob', '2019-01-01Z', 1), (3, 'cem', '2021-01-01Z', 1);
        insert into facts.photos (id, owner_id, image_url, created_at, batch_id) values
          (10, 1, 'https://example.org/10', '2019-06-01Z', 1),
          (11, 2, 'https://example.org/11', '2019-06-01Z', 1);
        insert into facts.tags (id, name, created_at, batch_id) values (5, 'sunset', '2019-01-01Z', 1)
        """);
  }

  @ParameterizedTest
  @MethodSource("oneNewAndOneOldRowOfEachKind")
  void takesEachKind(String kind, String file, String table, String expectedRow) {
    post(kind, file)
        .statusCode(200)
        .body("kind", equalTo(kind.toUpperCase().replace('-', '_')))
        .body("state", equalTo("COMPLETED"))
        .body("received", equalTo(2))
        .body("inserted", equalTo(1))
        .body("duplicate", equalTo(1))
        .body("rejected", equalTo(0))
        .body("warnings", hasSize(0))
        .body("rejects", hasSize(0));
    // the repeated row did not replace the first one
    assertThat(rows("select * from facts." + table)).contains(expectedRow);
    assertThat(rows("select " + table + " from facts.batch")).containsExactly("1");
  }

  static Stream<Arguments> oneNewAndOneOldRowOfEachKind() {
    return Stream.of(
        Arguments.of(
            "users",
            "id,username,created_at\n9,zoë,2020-01-01 00:00:00\n9,other,2020-01-01 00:00:00\n",
            "users",
            "9|zoë|2020-01-01 00:00:00+00|1"),
        Arguments.of(
            "photos",
            "user_id,created_at,id,image_url\n"
                + "1,2020-01-01 00:00:00,90,https://example.org/90\n"
                + "2,2020-01-01 00:00:00,90,https://example.org/x\n",
            "photos",
            "90|1|https://example.org/90|2020-01-01 00:00:00+00|1"),
        Arguments.of(
            "tags",
            "id,tag_name,created_at\n7,love,2020-01-01 00:00:00\n7,hate,2020-01-01 00:00:00\n",
            "tags",
            "7|love|2020-01-01 00:00:00+00|1"),
        Arguments.of("photo-tags", "photo_id,tag_id\n10,5\n10,5\n", "photo_tags", "10|5|1"),
        Arguments.of(
            "follows",
            "follower_id,followee_id,created_at\n"
                + "1,2,2020-01-01 00:00:00\n1,2,2020-01-02 00:00:00\n",
            "follows",
            "2|1|2020-01-01 00:00:00+00|1"),
        Arguments.of(
            "likes",
            "user_id,photo_id,created_at\n1,10,2020-01-01 00:00:00\n1,10,2020-01-02 00:00:00\n",
            "likes",
            "10|1|2020-01-01 00:00:00+00|1"),
        Arguments.of(
            "comments",
            "id,comment_text,photo_id,user_id,created_at\n"
                + "3,\"so \"\"nice\"\", really\",11,1,2020-01-01 00:00:00\n"
                + "3,spam,11,2,2020-01-01 00:00:00\n",
            "comments",
            "11|3|1|so \"nice\", really|2020-01-01 00:00:00+00|1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          likes      | user_id,photo_id,created_at              | 1,99,2020-01-01 00:00:00     | UNKNOWN_PHOTO | photo 99
          likes      | user_id,photo_id,created_at              | 99,10,2020-01-01 00:00:00    | UNKNOWN_USER  | user 99
          photo-tags | photo_id,tag_id                          | 10,99                        | UNKNOWN_TAG   | tag 99
          photos     | id,user_id,image_url,created_at          | 1,99,u,2020-01-01 00:00:00   | UNKNOWN_USER  | user 99
          follows    | follower_id,followee_id,created_at       | 1,1,2020-01-01 00:00:00      | SELF_FOLLOW   | himself
          likes      | user_id,photo_id,created_at              | x,10,2020-01-01 00:00:00     | BAD_ID        | user_id
          likes      | user_id,photo_id,created_at              | 0,10,2020-01-01 00:00:00     | BAD_ID        | user_id
          likes      | user_id,photo_id,created_at              | -1,10,2020-01-01 00:00:00    | BAD_ID        | user_id
          likes      | user_id,photo_id,created_at              | 1.5,10,2020-01-01 00:00:00   | BAD_ID        | user_id
          likes      | user_id,photo_id,created_at              | 1e3,10,2020-01-01 00:00:00   | BAD_ID        | user_id
          likes      | user_id,photo_id,created_at              | 9223372036854775808,10,2020-01-01 00:00:00 | BAD_ID | user_id
          likes      | user_id,photo_id,created_at              | 1,10,soon                    | BAD_TIME      | created_at
          likes      | user_id,photo_id,created_at              | 1,10,2020-02-30 00:00:00     | BAD_TIME      | created_at
          likes      | user_id,photo_id,created_at              | 1,10,                        | MISSING_VALUE | created_at
          likes      | user_id,photo_id,created_at              | 1,10                         | FIELD_COUNT   | 3 fields
          likes      | user_id,photo_id,created_at              | 1,10,2020-01-01 00:00:00,x   | FIELD_COUNT   | 4
          users      | id,username,created_at                   | 8,,2020-01-01 00:00:00       | MISSING_VALUE | username
          """)
  void refusesABadRowAndTakesTheRest(
      String kind, String header, String bad, String code, String reason) {
    var good = goodRow(kind);

    post(kind, header + "\n" + bad + "\n" + good + "\n")
        .statusCode(200)
        .body("received", equalTo(2))
        .body("inserted", equalTo(1))
        .body("rejected", equalTo(1))
        .body("rejects", hasSize(1))
        .body("rejects[0].line", equalTo(2))
        .body("rejects[0].code", equalTo(code))
        .body("rejects[0].reason", containsString(reason));
  }

  private static String goodRow(String kind) {
    return switch (kind) {
      case "users" -> "7,eve," + T;
      case "photos" -> "70,1,https://example.org/70," + T;
      case "photo-tags" -> "11,5";
      case "follows", "likes" -> kind.equals("follows") ? "2,1," + T : "2,11," + T;
      default -> throw new IllegalArgumentException(kind);
    };
  }

  @Test
  void refusesNulAndBrokenUtf8ByRow() {
    var file =
        "id,username,created_at\n"
            + ("7,a\0b," + T + "\n")
            + ("8,gr\u00fcn," + T + "\n") // one byte in ISO 8859-1: not UTF-8
            + ("9,fine," + T + "\n");

    postBytes("users", file.getBytes(ISO_8859_1))
        .statusCode(200)
        .body("inserted", equalTo(1))
        .body("rejects.line", contains(2, 3))
        .body("rejects.code", contains("BAD_TEXT", "BAD_TEXT"))
        .body("rejects.reason", contains(containsString("NUL"), containsString("UTF-8")));
  }

  @Test
  void aByteOrderMarkCrLfAndBlankLinesAreNoObstacle() {
    var file = "\uFEFFid,username,created_at\r\n\r\n7,eve," + T + "\r\n\r\n8,\"two\r\nlines\"," + T;

    postBytes("users", file.getBytes(UTF_8)).statusCode(200).body("inserted", equalTo(2));
    assertThat(rows("select username from facts.users where id = 8"))
        .containsExactly("two\r\nlines");
  }

  @Test
  void aQuoteThatIsNotClosedSpoilsOneRowHoweverLongTheFile() {
    var rest =
        IntStream.range(100, 60_100)
            .mapToObj(i -> i + ",name," + T)
            .collect(Collectors.joining("\n"));

    post("users", "id,username,created_at\n7,eve," + T + "\n8,\"never closed," + T + "\n" + rest)
        .statusCode(200)
        .body("received", equalTo(60_002))
        .body("inserted", equalTo(60_001))
        .body("rejects.line", contains(3))
        .body("rejects.code", contains("TOO_LONG"));
  }

  @Test
  void takesJsonAndGzip() throws IOException {
    var json =
        "{\"photoId\": 10, \"userId\": \"1\", \"createdAt\": \"2020-01-01T00:00:00Z\"}\n"
            + "{\"photoId\": 11, \"userId\": 1, \"createdAt\": \"2020-01-01T01:00:00+01:00\"}\n";
    var csv = "user_id,photo_id,created_at\n2,10," + T + "\n";

    given()
        .auth()
        .oauth2(token(Roles.INGESTOR))
        .contentType("application/x-ndjson")
        .body(json.getBytes(UTF_8))
        .when()
        .post("/imports/likes")
        .then()
        .statusCode(200)
        .body("inserted", equalTo(2));
    given()
        .auth()
        .oauth2(token(Roles.INGESTOR))
        .contentType("text/csv; charset=utf-8")
        .header("Content-Encoding", "gzip")
        .body(gzip(csv.getBytes(UTF_8)))
        .when()
        .post("/imports/likes")
        .then()
        .statusCode(200)
        .body("inserted", equalTo(1));

    assertThat(rows("select photo_id, user_id, created_at from facts.likes order by 1, 2"))
        .containsExactly(
            "10|1|2020-01-01 00:00:00+00",
            "10|2|2020-01-01 00:00:00+00",
            "11|1|2020-01-01 00:00:00+00");
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          user_id,photo_id                       | lacks the column created_at
          user_id,photo_id,created_at,colour     | not known
          user_id,photo_id,created_at,user_id    | user_id twice
          1,10,2020-01-01 00:00:00               | not known
          """)
  void refusesAFileWithAWrongHeader(String header, String message) {
    post("likes", header + "\n1,10,2020-01-01 00:00:00\n")
        .statusCode(422)
        .body("code", equalTo("BAD_HEADER"))
        .body("message", containsString(message))
        .body("message", containsString("photo_id,user_id,created_at"));
    assertThat(rows("select count(*) from facts.likes")).containsExactly("0");
    assertThat(rows("select count(*) from facts.import")).containsExactly("0");
  }

  @Test
  void refusesWhatIsNoImport() {
    post("likes", "").statusCode(422).body("code", equalTo("BAD_HEADER"));
    post("dislikes", "a,b\n").statusCode(404).body("code", equalTo("NOT_FOUND"));
    given()
        .auth()
        .oauth2(token(Roles.INGESTOR))
        .contentType("text/plain")
        .body("user_id,photo_id,created_at\n")
        .when()
        .post("/imports/likes")
        .then()
        .statusCode(415);
  }

  @Test
  void takesEventsOlderThanWhatTheyReferToAndSaysSo() {
    // ann and photo 10 are there since 2019; cem only since 2021
    post(
            "likes",
            "user_id,photo_id,created_at\n1,10,2018-01-01 00:00:00\n3,10," + T + "\n2,10," + T)
        .statusCode(200)
        .body("inserted", equalTo(3))
        .body("warnings", hasSize(1))
        .body("warnings[0].code", equalTo("OLDER_THAN_REFERENCE"))
        .body("warnings[0].rows", equalTo(2));
  }

  @Test
  void aSecondImportOfTheSameFileChangesNothing() {
    var file = "user_id,photo_id,created_at\n1,10," + T + "\n2,10," + T + "\n";
    post("likes", file).statusCode(200).body("inserted", equalTo(2));

    post("likes", file).statusCode(200).body("inserted", equalTo(0)).body("duplicate", equalTo(2));
    assertThat(rows("select count(*), sum(likes) from facts.batch")).containsExactly("1|2");
  }

  @Test
  void aCompletedImportSaysFromWhenOnItCanBeRead() {
    // more rows than a batch has
    var file =
        IntStream.rangeClosed(100, 3000)
            .mapToObj(id -> "%d,tag%d,%s\n".formatted(id, id, T))
            .collect(Collectors.joining("", "id,tag_name,created_at\n", ""));

    ValidatableResponse first = post("tags", file).statusCode(200);
    long position = position(first.extract().path("position"));
    long repeated = position(post("tags", file).extract().path("position"));

    assertThat(rows("select sum(tags) from facts.batch where xid <= '%d'".formatted(position)))
        .containsExactly("2901");
    assertThat(repeated)
        .as("what was there before can be read, too")
        .isGreaterThanOrEqualTo(position);
    String id = first.extract().path("id");
    graphql("{ import(id: \"" + id + "\") { position } }")
        .body("data.import.position", equalTo(first.extract().path("position")));
  }

  private static long position(String text) {
    assertThat(text).startsWith("p");
    return Long.parseLong(text.substring(1), 36);
  }

  @Test
  void anImportCanBeLookedUpAfterwards() {
    String id =
        post("likes", "user_id,photo_id,created_at\n1,10," + T + "\n1,98," + T + "\n1,99," + T)
            .statusCode(200)
            .extract()
            .path("id");

    graphql(
            "{ import(id: \""
                + id
                + "\") { id kind state received inserted rejected finishedAt"
                + " rejects { line code } } }")
        .body("data.import.id", equalTo(id))
        .body("data.import.state", equalTo("COMPLETED"))
        .body("data.import.received", equalTo(3))
        .body("data.import.rejects.line", contains(3, 4));
    graphql("{ imports(first: 1) { totalCount edges { node { id } } } }")
        .body("data.imports.totalCount", equalTo(1))
        .body("data.imports.edges[0].node.id", equalTo(id));
    graphql("{ imports(first: 101) { totalCount } }")
        .body("errors[0].extensions.code", equalTo("BAD_ARGUMENT"));
    graphql("{ a: import(id: \"77\") { id } }")
        .body("errors[0].extensions.code", equalTo("NOT_FOUND"));
    given()
        .auth()
        .oauth2(token(Roles.INGESTOR))
        .when()
        .get("/imports/" + id + "/rejects")
        .then()
        .statusCode(200)
        .contentType("text/csv")
        .body(
            equalTo(
                "line,code,reason,original\n"
                    + "3,UNKNOWN_PHOTO,\"There is no photo 98\",\"1,98,2020-01-01 00:00:00\"\n"
                    + "4,UNKNOWN_PHOTO,\"There is no photo 99\",\"1,99,2020-01-01 00:00:00\"\n"));
    given()
        .auth()
        .oauth2(token(Roles.INGESTOR))
        .when()
        .get("/imports/77/rejects")
        .then()
        .statusCode(404);
  }

  @Test
  void metricsCountRowsByKindAndOutcome() {
    var before = metrics();
    post("likes", "user_id,photo_id,created_at\n1,10," + T + "\n1,10," + T + "\n1,99," + T)
        .statusCode(200);

    var after = metrics();

    assertThat(grown(before, after, "minigram_rows_total", "likes", "outcome=\"inserted\""))
        .isOne();
    assertThat(grown(before, after, "minigram_rows_total", "likes", "outcome=\"duplicate\""))
        .isOne();
    assertThat(grown(before, after, "minigram_rows_total", "likes", "outcome=\"rejected\""))
        .isOne();
    assertThat(grown(before, after, "minigram_rejects_total", "likes", "code=\"unknown_photo\""))
        .isOne();
    assertThat(grown(before, after, "minigram_batch_seconds_count", "likes", "way=")).isPositive();
    assertThat(grown(before, after, "minigram_batch_rows_sum", "likes", "kind")).isEqualTo(3);
  }

  private static List<String> metrics() {
    return given()
        .auth()
        .oauth2(token(Roles.ADMIN))
        .when()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .extract()
        .asString()
        .lines()
        .toList();
  }

  private static double grown(
      List<String> before, List<String> after, String name, String kind, String tag) {
    return sum(after, name, kind, tag) - sum(before, name, kind, tag);
  }

  private static double sum(List<String> metrics, String name, String kind, String tag) {
    return metrics.stream()
        .filter(line -> line.startsWith(name + "{") && line.contains(tag))
        .filter(line -> line.contains("kind=\"" + kind + "\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  @Test
  void siblingFieldsOfOneRequestAreAnsweredTogether() {
    String id = post("likes", "user_id,photo_id,created_at\n1,10," + T).extract().path("id");
    var fields =
        IntStream.range(0, 20)
            .mapToObj(i -> "f%d: import(id: \"%s\") { id received }".formatted(i, id))
            .collect(Collectors.joining(" "));

    graphql("{ " + fields + " }").body("errors", nullValue()).body("data.f19.received", equalTo(1));
  }

  private static ValidatableResponse graphql(String query) {
    return given()
        .auth()
        .oauth2(token(Roles.INGESTOR))
        .contentType("application/json")
        .body(java.util.Map.of("query", query))
        .when()
        .post("/graphql")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse post(String kind, String file) {
    return postBytes(kind, file.getBytes(UTF_8));
  }

  private static ValidatableResponse postBytes(String kind, byte[] file) {
    return given()
        .auth()
        .oauth2(token(Roles.INGESTOR))
        .contentType("text/csv")
        .body(file)
        .when()
        .post("/imports/" + kind)
        .then();
  }

  private static List<String> rows(String query) {
    return OwnerDatabase.rows(query);
  }
}
