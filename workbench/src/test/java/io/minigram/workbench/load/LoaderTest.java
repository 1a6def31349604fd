package io.minigram.workbench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.minigram.edge.identity.LocalIdentity;
import io.minigram.workbench.ChildJvm;
import io.minigram.workbench.terminal.CommandFailure;
import io.minigram.workbench.terminal.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jose4j.jwt.MalformedClaimException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoaderTest {

  private static final String USERS = "id,username,created_at\n1,naïve,2014-01-01 00:00:00\n";

  private static final Supplier<String> TOKENS = () -> "a.good.token";
  private static final Map<String, String> TOKEN = Map.of("MINIGRAM_TOKEN", "a.good.token");

  @TempDir private Path folder;

  private ImportEndpoint endpoint;

  @BeforeEach
  void start() throws IOException {
    endpoint = new ImportEndpoint();
  }

  @AfterEach
  void stop() {
    endpoint.close();
  }

  @Test
  void sendsTheFilesInTheOrderInWhichTheyReferToEachOther() throws IOException {
    // given
    for (var name : List.of("comments", "likes", "follows", "photo_tags", "tags", "photos")) {
      Files.writeString(folder.resolve(name + ".csv"), "header of " + name);
    }
    Files.writeString(folder.resolve("users.csv"), USERS);
    Files.writeString(folder.resolve("notes.txt"), "not ours");

    // when
    var result = load();

    // then
    assertThat(endpoint.requests())
        .extracting(ImportEndpoint.Request::path)
        .containsExactly(
            "/imports/users",
            "/imports/photos",
            "/imports/tags",
            "/imports/photo-tags",
            "/imports/follows",
            "/imports/likes",
            "/imports/comments");
    assertThat(endpoint.requests().get(0))
        .isEqualTo(
            new ImportEndpoint.Request(
                "/imports/users",
                "text/csv; charset=utf-8",
                "Bearer a.good.token",
                USERS.getBytes(StandardCharsets.UTF_8).length,
                USERS));
    assertThat(endpoint.requests().get(6).start()).isEqualTo("header of comments");
    assertThat(result.isIn()).isTrue();
  }

  @Test
  void addsUpWhatIngestServiceSays() throws IOException {
    // given
    Files.writeString(folder.resolve("users.csv"), USERS);
    Files.writeString(folder.resolve("likes.csv"), "user_id,photo_id,created_at\n");
    endpoint.answer("/imports/users", 200, ImportEndpoint.completed(5000, 4998, 2, 0));
    endpoint.answer(
        "/imports/likes",
        200,
        """
        {"id":"12","kind":"LIKES","state":"COMPLETED","received":1007,"inserted":1000,
         "duplicate":1,"rejected":6,"warnings":[{"code":"OLDER_THAN_REFERENCE","rows":2}],
         "rejects":[
           {"line":7,"code":"UNKNOWN_PHOTO","reason":"There is no photo 99"},
           {"line":8,"code":"BAD_ID","reason":"x"},{"line":9,"code":"BAD_ID","reason":"x"},
           {"line":10,"code":"BAD_ID","reason":"x"},{"line":11,"code":"BAD_ID","reason":"x"},
           {"line":12,"code":"BAD_ID","reason":"x"}],
         "seconds":0.41,"rowsPerSecond":12195}
        """);

    // when
    var result = load();

    // then
    assertThat(result.isIn()).isTrue();
    assertThat(result.received()).isEqualTo(6007);
    assertThat(result.inserted()).isEqualTo(5998);
    assertThat(result.duplicate()).isEqualTo(3);
    assertThat(result.rejected()).isEqualTo(6);
    assertThat(result.files().get(1).importId()).isEqualTo("12");
    assertThat(result.files().get(1).warnings()).isEqualTo(Map.of("OLDER_THAN_REFERENCE", 2L));
    assertThat(print(result))
        .containsPattern("users.csv +5,000 +4,998 +2 +0 +0 ")
        .containsPattern("likes.csv +1,007 +1,000 +1 +6 +2 ")
        .containsPattern("total +6,007 +5,998 +3 +6 +2 ")
        .contains("likes.csv: warning OLDER_THAN_REFERENCE: 2 rows")
        .contains("likes.csv: line 7 rejected: UNKNOWN_PHOTO: There is no photo 99")
        .contains("likes.csv: and 1 rejected rows more")
        .doesNotContain("line 12 ");
  }

  @Test
  void stopsAtAFileThatIsRefused() throws IOException {
    // given
    Files.writeString(folder.resolve("users.csv"), USERS);
    Files.writeString(folder.resolve("photos.csv"), "wrong\n");
    Files.writeString(folder.resolve("likes.csv"), "user_id,photo_id,created_at\n");
    endpoint.answer(
        "/imports/photos", 400, "{\"code\":\"BAD_BODY\",\"message\":\"No column image_url\"}");

    // when
    var result = load();

    // then
    assertThat(result.isIn()).isFalse();
    assertThat(result.failure()).contains("photos.csv is not in: BAD_BODY: No column image_url");
    assertThat(result.notSent()).containsExactly("likes.csv");
    assertThat(print(result)).contains("likes.csv: not sent");
  }

  @Test
  void asksForATokenBeforeEachFile() throws IOException {
    // given
    Files.writeString(folder.resolve("users.csv"), USERS);
    Files.writeString(folder.resolve("likes.csv"), "user_id,photo_id,created_at\n");
    var count = new AtomicInteger();

    // when
    new Loader(endpoint.address(), () -> "token" + count.incrementAndGet(), Progress.SILENT)
        .load(folder);

    // then
    assertThat(endpoint.requests())
        .extracting(ImportEndpoint.Request::authorization)
        .containsExactly("Bearer token1", "Bearer token2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          401 | UNAUTHENTICATED | --token-file
          403 | FORBIDDEN       | needs the role ingestor
          """)
  void saysWhatHelpsAgainstARefusal(int status, String code, String remedy) throws IOException {
    // given
    Files.writeString(folder.resolve("users.csv"), USERS);
    endpoint.answer(
        "/imports/users", status, "{\"code\":\"%s\",\"message\":\"No.\"}".formatted(code));

    // when, then
    assertThat(load().failure().orElseThrow())
        .startsWith("users.csv is not in: " + code + ": No.")
        .contains(remedy)
        .doesNotContain("a.good.token");
  }

  @Test
  void theTokenComesFromTheFileThenTheEnvironmentThenTheKeysOfTheLocalRun() throws Exception {
    // given
    Files.writeString(folder.resolve("users.csv"), USERS);
    var data = folder.resolve("data");
    var file = Files.writeString(folder.resolve("token"), "from.the.file\n");
    var identity = LocalIdentity.keptIn(data.resolve("identity"));

    // when
    load(TOKEN, "--token-file=" + file, "--data=" + data);
    load(TOKEN, "--data=" + data);
    load(Map.of(), "--data=" + data);

    // then
    assertThat(endpoint.requests())
        .extracting(ImportEndpoint.Request::authorization)
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo("Bearer from.the.file"),
            second -> assertThat(second).isEqualTo("Bearer a.good.token"),
            third -> assertThat(subject(third)).isEqualTo(ingestor(identity)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --data=missing                               | There are no keys in missing
          --token-file=missing                         | There is no file missing
          --token-file=pom.xml                         | pom.xml does not hold one bearer token
          """)
  void withoutATokenItSaysWhereToPutOne(String option, String message) throws Exception {
    Files.writeString(folder.resolve("users.csv"), USERS);

    var run = load(Map.of(), option);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains(message).doesNotContain("\tat ");
    assertThat(endpoint.requests()).isEmpty();
  }

  @Test
  void aTokenOfTheLocalRunGoesToNoOtherMachine() throws Exception {
    LocalIdentity.keptIn(folder.resolve("identity"));

    var run =
        ChildJvm.workbench(
            "64m",
            Map.of(),
            "load",
            folder.toString(),
            "--url=http://ingest.example",
            "--data=" + folder);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("http://ingest.example needs a token of the role ingestor")
        .contains("--token-file", "MINIGRAM_TOKEN");
  }

  @Test
  void showsTheAnswerOfSomebodyElse() throws IOException {
    // given
    Files.writeString(folder.resolve("users.csv"), USERS);
    endpoint.answer("/imports/users", 502, "<html>\n  Bad gateway\n</html>");

    // when, then
    assertThat(load().failure())
        .contains("users.csv is not in: HTTP 502: <html> Bad gateway </html>");
    endpoint.answer("/imports/users", 200, "<html>Welcome</html>");
    assertThat(load().failure().orElseThrow())
        .contains("Not an answer of ingest-service: <html>Welcome</html>");
  }

  @Test
  void anImportThatDidNotEndWellIsNotIn() throws IOException {
    // given
    Files.writeString(folder.resolve("users.csv"), USERS);
    endpoint.answer(
        "/imports/users", 200, "{\"id\":\"3\",\"state\":\"FAILED\",\"received\":7,\"inserted\":7}");

    // when
    var result = load();

    // then
    assertThat(result.failure()).contains("users.csv is not in: The import ended as FAILED");
    assertThat(result.inserted()).isEqualTo(7);
  }

  @Test
  void saysWhereItExpectedIngestService() throws IOException {
    // given
    Files.writeString(folder.resolve("users.csv"), USERS);
    URI nobody;
    try (var socket = new ServerSocket(0)) {
      nobody = URI.create("http://localhost:" + socket.getLocalPort());
    }

    // when, then
    assertThatThrownBy(() -> new Loader(nobody, TOKENS, Progress.SILENT).load(folder))
        .isInstanceOf(CommandFailure.class)
        .hasMessageStartingWith("No ingest-service answers at " + nobody);
  }

  @Test
  void aFolderWithoutFilesIsAMistake() {
    var loader = new Loader(endpoint.address(), TOKENS, Progress.SILENT);
    var missing = folder.resolve("missing");

    assertThatThrownBy(() -> loader.load(folder)).hasMessageContaining("none of the files");
    assertThatThrownBy(() -> loader.load(missing)).hasMessage("There is no folder " + missing);
  }

  @Test
  void aFileMayBeLargerThanTheHeap() throws IOException, InterruptedException {
    // given
    long size = 150_000_000;
    try (var file = new RandomAccessFile(folder.resolve("likes.csv").toFile(), "rw")) {
      file.setLength(size);
    }
    var json = folder.resolve("result.json");

    // when
    var run =
        ChildJvm.workbench(
            "24m",
            TOKEN,
            "load",
            folder.toString(),
            "--url",
            endpoint.address() + "/",
            "--json",
            json.toString());

    // then
    assertThat(run.output()).contains("likes.csv");
    assertThat(run.exitCode()).isZero();
    assertThat(endpoint.requests())
        .singleElement()
        .satisfies(request -> assertThat(request.bytes()).isEqualTo(size));
    assertThat(json).content().contains("\"bytes\" : 150000000", "\"complete\" : true");
  }

  @Test
  void atARateAFileGoesInPiecesThatAddUp() throws IOException {
    // given
    Files.writeString(
        folder.resolve("likes.csv"), "user_id,photo_id,created_at\n" + "1,1,x\n".repeat(25));
    endpoint.answer(
        "/imports/likes",
        200,
        """
        {"id":"7","state":"COMPLETED","received":10,"inserted":8,"duplicate":1,"rejected":1,
         "warnings":[{"code":"OLDER_THAN_REFERENCE","rows":2}],
         "rejects":[{"line":3,"code":"BAD_TIME","reason":"x"}]}
        """);

    // when
    var result = new Loader(endpoint.address(), TOKENS, Progress.SILENT).load(folder, 50);

    // then
    assertThat(endpoint.requests())
        .extracting(ImportEndpoint.Request::start)
        .containsExactly(
            "user_id,photo_id,created_at\n" + "1,1,x\n".repeat(10),
            "user_id,photo_id,created_at\n" + "1,1,x\n".repeat(10),
            "user_id,photo_id,created_at\n" + "1,1,x\n".repeat(5));
    var file = result.files().get(0);
    assertThat(file.received()).isEqualTo(30);
    assertThat(file.inserted()).isEqualTo(24);
    assertThat(file.warnings()).isEqualTo(Map.of("OLDER_THAN_REFERENCE", 6L));
    assertThat(file.rejects()).extracting(RejectedRow::line).containsExactly(3L, 13L, 23L);
    // the second piece is due 10 rows after the first, the third 20
    assertThat(file.seconds()).isGreaterThanOrEqualTo(0.4);
  }

  @Test
  void atARateTheFirstPieceThatIsRefusedIsTheLast() throws IOException {
    // given
    Files.writeString(folder.resolve("likes.csv"), "user_id\n" + "1\n".repeat(20));
    endpoint.answer("/imports/likes", 422, "{\"code\":\"BAD_HEADER\",\"message\":\"No.\"}");

    // when
    var result = new Loader(endpoint.address(), TOKENS, Progress.SILENT).load(folder, 50);

    // then
    assertThat(result.failure()).contains("likes.csv is not in: BAD_HEADER: No.");
    assertThat(endpoint.requests()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10000 | 9990 | Sent 9,990 rows a second, as asked
          10000 | 7000 | Sent 7,000 rows a second of the 10,000 asked for: ingest-service did not
          """)
  void saysWhetherTheRateWasHeld(long asked, long reached, String sentence) {
    assertThat(LoadCommand.held(asked, reached)).startsWith(sentence);
  }

  @Test
  void aRefusalInTheMiddleOfAFileIsAFailure() throws IOException {
    // given
    try (var file = new RandomAccessFile(folder.resolve("likes.csv").toFile(), "rw")) {
      file.setLength(50_000_000);
    }
    endpoint.refuseUnread("/imports/likes", 400, "{\"code\":\"BAD_HEADER\",\"message\":\"m\"}");

    // when
    var result = load();

    // then
    assertThat(result.failure().orElseThrow()).startsWith("likes.csv is not in: ");
  }

  @Test
  void rejectedRowsFailTheCommandOnlyIfItIsStrict() throws IOException, InterruptedException {
    // given
    Files.writeString(folder.resolve("users.csv"), USERS);
    endpoint.answer("/imports/users", 200, ImportEndpoint.completed(3, 2, 0, 1));
    var url = endpoint.address().toString();

    // when
    var lenient = ChildJvm.workbench("64m", TOKEN, "load", folder.toString(), "--url", url);
    var strict =
        ChildJvm.workbench("64m", TOKEN, "load", folder.toString(), "--url", url, "--strict");

    // then
    assertThat(lenient.exitCode()).isZero();
    assertThat(strict.exitCode()).isEqualTo(1);
    assertThat(strict.output()).contains("1 rows were rejected (--strict)");
  }

  private ChildJvm load(Map<String, String> environment, String option, String... more)
      throws Exception {
    var arguments =
        new ArrayList<>(List.of("load", folder.toString(), "--url=" + endpoint.address(), option));
    arguments.addAll(List.of(more));
    return ChildJvm.workbench("64m", environment, arguments.toArray(String[]::new));
  }

  private static String subject(String authorization) throws IOException {
    var claims = Base64.getUrlDecoder().decode(authorization.split("\\.")[1]);
    return new ObjectMapper().readTree(claims).get("sub").asText();
  }

  private static String ingestor(LocalIdentity identity) throws MalformedClaimException {
    return identity.claims("ingestor", Duration.ofMinutes(1)).getSubject();
  }

  private LoadResult load() throws IOException {
    return new Loader(endpoint.address(), TOKENS, Progress.SILENT).load(folder);
  }

  private static String print(LoadResult result) {
    var out = new ByteArrayOutputStream();
    result.print(new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }
}
