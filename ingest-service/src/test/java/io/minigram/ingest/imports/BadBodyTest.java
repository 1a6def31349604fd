package io.minigram.ingest.imports;

import static io.minigram.workbench.testing.TestUsers.token;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.edge.identity.Roles;
import io.minigram.ingest.IngestTest;
import io.minigram.workbench.testing.OwnerDatabase;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes of bodies that are odd, broken or hostile, over HTTP. */
@IngestTest
class BadBodyTest {

  private static final String HEADER = "user_id,photo_id,created_at\n";
  private static final String GOOD = "1,10,2020-01-01 00:00:00\n";
  private static final String NOTHING = "";

  @BeforeEach
  void twoUsersTwoPhotos() {
    OwnerDatabase.clear();
    OwnerDatabase.execute(
        """
        insert into facts.users (id, username, created_at, batch_id) values
          (1, 'ann', '2019-01-01Z', 1), (2, 'bob', '2019-01-01Z', 1);
        insert into facts.photos (id, owner_id, image_url, created_at, batch_id) values
          (10, 1, 'https://example.org/10', '2019-06-01Z', 1),
          (11, 2, 'https://example.org/11', '2019-06-01Z', 1);
        """);
  }

  static Stream<Arguments> likesAsCsv() {
    return Stream.of(
        csv("a byte order mark", "\uFEFF" + HEADER + GOOD, 1, NOTHING),
        csv("CR LF", HEADER.replace("\n", "\r\n") + GOOD.replace("\n", "\r\n"), 1, NOTHING),
        csv("header only", HEADER, 0, NOTHING),
        csv("header without an end", HEADER.strip(), 0, NOTHING),
        csv(
            "columns in another order",
            "created_at,photo_id,user_id\n2020-01-01 00:00:00,10,1\n",
            1,
            NOTHING),
        csv("blank lines", "\n\n" + HEADER + "\n\n" + GOOD + "\n\n", 1, NOTHING),
        csv("blanks around numbers", HEADER + " 1 ,\t10 , 2020-01-01 00:00:00 \n", 1, NOTHING),
        csv("quoted numbers", HEADER + "\"1\",\"10\",\"2020-01-01 00:00:00\"\n", 1, NOTHING),
        csv("too few fields", HEADER + "1,10\n" + GOOD, 1, "FIELD_COUNT"),
        csv("too many fields", HEADER + "1,10,2020-01-01 00:00:00,x\n" + GOOD, 1, "FIELD_COUNT"),
        csv("unclosed quote", HEADER + "1,\"10,2020-01-01 00:00:00\n" + GOOD, 1, "MALFORMED"),
        csv(
            "text behind a quote",
            HEADER + "\"1\"x,10,2020-01-01 00:00:00\n" + GOOD,
            1,
            "MALFORMED"),
        csv(
            "a field of 1 MiB",
            HEADER + "1".repeat(1 << 20) + ",10,2020-01-01 00:00:00\n" + GOOD,
            1,
            "TOO_LONG"),
        csv("NUL", HEADER + "1\0,10,2020-01-01 00:00:00\n" + GOOD, 1, "BAD_ID"),
        csv("id 0", HEADER + "0,10,2020-01-01 00:00:00\n" + GOOD, 1, "BAD_ID"),
        csv("negative id", HEADER + "-1,10,2020-01-01 00:00:00\n" + GOOD, 1, "BAD_ID"),
        csv("id with a plus", HEADER + "+1,10,2020-01-01 00:00:00\n" + GOOD, 1, "BAD_ID"),
        csv(
            "id past 2^63",
            HEADER + "9223372036854775808,10,2020-01-01 00:00:00\n" + GOOD,
            1,
            "BAD_ID"),
        csv(
            "id past 2^64",
            HEADER + "18446744073709551617,10,2020-01-01 00:00:00\n" + GOOD,
            1,
            "BAD_ID"),
        csv(
            "greatest id",
            HEADER + "9223372036854775807,10,2020-01-01 00:00:00\n" + GOOD,
            1,
            "UNKNOWN_USER"),
        csv("decimals", HEADER + "1.0,10,2020-01-01 00:00:00\n" + GOOD, 1, "BAD_ID"),
        csv("1e3", HEADER + "1e3,10,2020-01-01 00:00:00\n" + GOOD, 1, "BAD_ID"),
        csv(
            "digits of another script",
            HEADER + "\u0661,10,2020-01-01 00:00:00\n" + GOOD,
            1,
            "BAD_ID"),
        csv("an empty field", HEADER + "1,,2020-01-01 00:00:00\n" + GOOD, 1, "MISSING_VALUE"),
        csv("a date without seconds", HEADER + "1,10,2020-01-01 00:00\n" + GOOD, 1, "BAD_TIME"),
        csv("a date with T", HEADER + "1,10,2020-01-01T00:00:00\n", 1, NOTHING),
        csv("a date with a zone", HEADER + "1,10,2020-01-01T00:00:00.5+05:45\n", 1, NOTHING),
        csv("24:00", HEADER + "1,10,2020-01-01 24:00:00\n" + GOOD, 1, "BAD_TIME"),
        csv("30 February", HEADER + "1,10,2020-02-30 00:00:00\n" + GOOD, 1, "BAD_TIME"),
        csv("year 0", HEADER + "1,10,0000-01-01 00:00:00\n" + GOOD, 1, "BAD_TIME"),
        csv("year 9999", HEADER + "1,10,9999-01-01 00:00:00\n" + GOOD, 1, "IN_THE_FUTURE"),
        csv("no date at all", HEADER + "1,10,soon\n" + GOOD, 1, "BAD_TIME"),
        csv("a like of one's own photo", HEADER + "2,11,2020-01-01 00:00:00\n", 1, NOTHING),
        csv("a row twice", HEADER + GOOD + GOOD, 1, NOTHING),
        csv("an unknown photo", HEADER + "1,12,2020-01-01 00:00:00\n" + GOOD, 1, "UNKNOWN_PHOTO"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("likesAsCsv")
  void spoilsNoMoreThanItsOwnRow(String what, byte[] body, int inserted, String code) {
    var answer = post("likes", "text/csv", null, body);

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    var json = answer.jsonPath();
    assertThat(json.getInt("inserted")).isEqualTo(inserted);
    assertThat(json.getList("rejects.code"))
        .isEqualTo(code.isEmpty() ? java.util.List.of() : java.util.List.of(code));
    assertThat(json.getInt("received"))
        .isEqualTo(json.getInt("inserted") + json.getInt("duplicate") + json.getInt("rejected"));
    assertThat(OwnerDatabase.rows("select count(*) from facts.likes"))
        .containsExactly(Integer.toString(inserted));
  }

  static Stream<Arguments> refused() throws IOException {
    var body = HEADER + GOOD;
    return Stream.of(
        whole("nothing at all", "text/csv", null, bytes(""), 422, "BAD_HEADER"),
        whole(
            "an unknown column",
            "text/csv",
            null,
            bytes("user_id,photo_id,created_at,colour\n"),
            422,
            "BAD_HEADER"),
        whole(
            "a missing column",
            "text/csv",
            null,
            bytes("user_id,photo_id\n1,10\n"),
            422,
            "BAD_HEADER"),
        whole(
            "a column twice",
            "text/csv",
            null,
            bytes("user_id,user_id,photo_id,created_at\n"),
            422,
            "BAD_HEADER"),
        whole("UTF-16", "text/csv", null, ("\uFEFF" + body).getBytes(UTF_16LE), 422, "BAD_HEADER"),
        whole(
            "a picture",
            "text/csv",
            null,
            new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10},
            422,
            "BAD_HEADER"),
        whole("a header of 2 MiB", "text/csv", null, bytes("x".repeat(2 << 20)), 422, "BAD_HEADER"),
        whole("another content type", "application/xml", null, bytes(body), 415, null),
        whole("no content type", null, null, bytes(body), 415, null),
        whole("another encoding", "text/csv", "br", bytes(body), 415, "UNSUPPORTED_MEDIA_TYPE"),
        whole("a gzip that is none", "text/csv", "gzip", bytes(body), 400, "BAD_ENCODING"),
        whole("an empty gzip", "text/csv", "gzip", bytes(""), 400, "BAD_ENCODING"),
        whole("a broken gzip", "text/csv", "gzip", broken(gzip(bytes(body))), 400, "BAD_ENCODING"),
        whole("a truncated gzip", "text/csv", "gzip", truncated(gzip(many())), 400, "BROKEN_OFF"),
        whole("a gzip bomb", "text/csv", "gzip", gzip(bomb()), 413, "TOO_LARGE"),
        whole("a gzip of a gzip", "text/csv", "gzip", gzip(gzip(bytes(body))), 422, "BAD_HEADER"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void isRefusedAsAWhole(
      String what, String type, String encoding, byte[] body, int status, String code) {
    var answer = post("likes", type, encoding, body);

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    if (code != null) {
      assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
    }
  }

  static Stream<Arguments> usernames() {
    return Stream.of(
        Arguments.of("quotes in quotes", bytes("7,\"say \"\"hi\"\"\""), "say \"hi\"", null),
        Arguments.of("a line break in quotes", bytes("7,\"a\nb\""), "a\nb", null),
        Arguments.of("a comma in quotes", bytes("7,\"a,b\""), "a,b", null),
        Arguments.of("letters of many scripts", bytes("7,Ünïcødé 你好 😀"), "Ünïcødé 你好 😀", null),
        Arguments.of("NUL", bytes("7,a\0b"), null, "BAD_TEXT"),
        Arguments.of("broken UTF-8", "7,gr\u00fcn".getBytes(ISO_8859_1), null, "BAD_TEXT"),
        Arguments.of(
            "a surrogate in UTF-8",
            new byte[] {'7', ',', (byte) 0xed, (byte) 0xa0, (byte) 0x80},
            null,
            "BAD_TEXT"),
        Arguments.of("blanks only", bytes("7,\"  \""), null, "MISSING_VALUE"),
        Arguments.of("10,001 characters", bytes("7," + "x".repeat(10_001)), null, "TOO_LONG"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("usernames")
  void textsAreKeptAsTheyAreOrRefused(String what, byte[] row, String kept, String code) {
    var body = new ByteArrayOutputStream();
    body.writeBytes(bytes("created_at,id,username\n2020-01-01 00:00:00,"));
    body.writeBytes(row);

    var answer = post("users", "text/csv", null, body.toByteArray());

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    assertThat(answer.jsonPath().getString("rejects[0].code")).isEqualTo(code);
    assertThat(OwnerDatabase.rows("select username from facts.users where id = 7"))
        .isEqualTo(kept == null ? java.util.List.of() : java.util.List.of(kept));
  }

  private static Response post(String kind, String type, String encoding, byte[] body) {
    var request = given().auth().oauth2(token(Roles.INGESTOR));
    if (type != null) {
      request.header("Content-Type", type);
    } else {
      request.noContentType();
    }
    if (encoding != null) {
      request.header("Content-Encoding", encoding);
    }
    return request.body(body).when().post("/imports/" + kind);
  }

  private static Arguments csv(String what, String body, int inserted, String code) {
    return Arguments.of(what, bytes(body), inserted, code);
  }

  private static Arguments whole(
      String what, String type, String encoding, byte[] body, int status, String code) {
    return Arguments.of(what, type, encoding, body, status, code);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] many() {
    var body = new StringBuilder(HEADER);
    for (int i = 0; i < 20_000; i++) {
      body.append(i % 2 + 1).append(',').append(i % 7 + 10).append(",2020-01-01 00:00:00\n");
    }
    return bytes(body.toString());
  }

  /** Zeros after a good header: 100 MB out of 100 kB. */
  private static byte[] bomb() {
    var body = new byte[100_000_000];
    System.arraycopy(bytes(HEADER), 0, body, 0, HEADER.length());
    return body;
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] truncated(byte[] gzip) {
    return Arrays.copyOf(gzip, gzip.length / 2);
  }

  /** A wrong byte among the packed ones. */
  private static byte[] broken(byte[] gzip) {
    gzip[12] ^= 0x55;
    gzip[13] ^= 0x55;
    return gzip;
  }
}
