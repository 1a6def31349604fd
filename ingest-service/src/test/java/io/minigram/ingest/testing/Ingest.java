package io.minigram.ingest.testing;

import static io.restassured.RestAssured.given;

import io.minigram.edge.identity.Roles;
import io.minigram.workbench.testing.OwnerDatabase;
import io.minigram.workbench.testing.TestUsers;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** ingest-service as its clients see it. */
public final class Ingest {

  private Ingest() {}

  /** A request of the role's user. */
  public static RequestSpecification as(String role) {
    return given().auth().oauth2(TestUsers.token(role));
  }

  /** A request of somebody who may do everything. */
  public static RequestSpecification asIngestorAndAdmin() {
    var identity = TestUsers.identity();
    var claims = identity.claims(Roles.INGESTOR, Duration.ofMinutes(5));
    claims.setStringListClaim("groups", List.of(Roles.INGESTOR, Roles.ADMIN));
    return given().auth().oauth2(identity.sign(claims));
  }

  /** The whole answer to a GraphQL document. */
  public static JsonPath ask(String document) {
    return ask(Roles.INGESTOR, document);
  }

  public static JsonPath ask(String role, String document) {
    return ask(as(role), document);
  }

  public static JsonPath ask(RequestSpecification request, String document) {
    return request
        .contentType("application/json")
        .body(Map.of("query", document))
        .when()
        .post("/graphql")
        .then()
        .extract()
        .jsonPath();
  }

  /** What writes answered that are sent at the same time, in their order. */
  public static List<String> sideBySide(List<String> mutations) {
    var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    var authorization = "Bearer " + TestUsers.token(Roles.INGESTOR);
    return mutations.stream()
        .map(
            mutation ->
                HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/graphql"))
                    .header("Content-Type", "application/json")
                    .header("Authorization", authorization)
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            new JsonObject().put("query", document(mutation)).encode()))
                    .build())
        .map(request -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
        .toList()
        .stream()
        .map(answer -> outcome(new JsonPath(answer.join().body())))
        .toList();
  }

  private static String document(String mutation) {
    return "mutation { it: %s { id changed } }".formatted(mutation);
  }

  /** What a write answered, as {@code id changed}, or the code of its refusal. */
  public static String write(String mutation) {
    return write(as(Roles.INGESTOR), mutation);
  }

  public static String writeAsAdmin(String mutation) {
    return write(as(Roles.ADMIN), mutation);
  }

  public static String write(RequestSpecification request, String mutation) {
    return outcome(ask(request, document(mutation)));
  }

  private static String outcome(JsonPath answer) {
    var code = answer.getString("errors[0].extensions.code");
    return code != null
        ? code
        : answer.getString("data.it.id") + " " + answer.getString("data.it.changed");
  }

  public static ValidatableResponse post(RequestSpecification request, String path, String body) {
    return request
        .contentType(path.equals("/events") ? "application/x-ndjson" : "text/csv")
        .body(body.getBytes(StandardCharsets.UTF_8))
        .when()
        .post(path)
        .then();
  }

  /** Users 1 to n; each has the photo of his number times ten, and likes all of them. */
  public static void network(int users) {
    OwnerDatabase.clear();
    OwnerDatabase.execute(
        """
        insert into facts.users (id, username, created_at, batch_id)
        select id, 'user' || id, '2019-01-01Z', 1 from generate_series(1, %1$d) as id;
        insert into facts.photos (id, owner_id, image_url, created_at, batch_id)
        select id * 10, id, 'https://example.org/' || id, '2019-01-01Z', 1
        from generate_series(1, %1$d) as id;
        insert into facts.tags (id, name, created_at, batch_id)
        values (1, 'sunset', '2019-01-01Z', 1), (2, 'cat', '2019-01-01Z', 1);
        insert into facts.photo_tags (photo_id, tag_id, batch_id)
        select id * 10, 1, 1 from generate_series(1, %1$d) as id;
        insert into facts.likes (photo_id, user_id, created_at, batch_id)
        select photo * 10, id, '2020-01-01Z', 1
        from generate_series(1, %1$d) as id cross join generate_series(1, %1$d) as photo;
        insert into facts.comments (photo_id, id, user_id, comment_text, created_at, batch_id)
        select photo * 10, id, id, 'says user' || id, '2020-01-01Z', 1
        from generate_series(1, %1$d) as id cross join generate_series(1, %1$d) as photo;
        insert into facts.follows (followee_id, follower_id, created_at, batch_id)
        select a, b, '2020-01-01Z', 1
        from generate_series(1, %1$d) as a cross join generate_series(1, %1$d) as b
        where a <> b;
        insert into facts.batch
          (id, users, photos, tags, photo_tags, likes, comments, follows)
        values (1, %1$d, %1$d, 2, %1$d, %1$d * %1$d, %1$d * %1$d, %1$d * (%1$d - 1));
        alter sequence facts.batch_id restart with 2
        """
            .formatted(users));
  }
}
