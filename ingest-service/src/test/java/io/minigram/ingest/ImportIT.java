package io.minigram.ingest;

import static io.minigram.workbench.testing.TestUsers.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.minigram.edge.identity.Roles;
import io.minigram.workbench.testing.MiniGramDatabase;
import io.minigram.workbench.testing.OwnerDatabase;
import io.minigram.workbench.testing.TestUsers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The main story against the packaged service, jar or native. */
@QuarkusIntegrationTest
@QuarkusTestResource(
    value = MiniGramDatabase.class,
    initArgs = @ResourceArg(name = "role", value = "INGEST_SERVICE"))
@QuarkusTestResource(TestUsers.class)
class ImportIT {

  @Test
  void filesGoInAndReportsComeOut() {
    given().when().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    given().when().get("/q/health/live").then().statusCode(200);
    given().auth().oauth2(token(Roles.ADMIN)).when().get("/q/metrics").then().statusCode(200);

    post(
        "users",
        "id,username,created_at\n1,ann,2019-01-01 00:00:00\n2,bob,2019-01-02 0:00:00\n",
        2);
    post("photos", "id,image_url,user_id,created_at\n5,u,1,2019-03-01T00:00:00Z\n", 1);
    post("tags", "id,tag_name,created_at\n7,sunset,2019-01-01 00:00:00\n", 1);
    post("photo-tags", "photo_id,tag_id\n5,7\n", 1);
    post("follows", "follower_id,followee_id,created_at\n2,1,2019-02-01 00:00:00\n", 1);
    post("likes", "user_id,photo_id,created_at\n2,5,2019-04-01 00:00:00 Europe/Berlin\n", 1);
    post(
        "comments",
        "id,comment_text,photo_id,user_id,created_at\n"
            + "1,\"h\u00ed, there\",5,2,2019-04-01 00:00:00\n",
        1);
    String id =
        given()
            .auth()
            .oauth2(token(Roles.INGESTOR))
            .contentType("text/csv")
            .body("user_id,photo_id,created_at\n2,5,2019-04-02 00:00:00\n2,6,2019-04-02 00:00:00\n")
            .when()
            .post("/imports/likes")
            .then()
            .statusCode(200)
            .body("duplicate", equalTo(1))
            .body("rejects[0].code", equalTo("UNKNOWN_PHOTO"))
            .extract()
            .path("id");

    given()
        .auth()
        .oauth2(token(Roles.INGESTOR))
        .contentType("application/json")
        .body(Map.of("query", "{ import(id: \"" + id + "\") { state rejects { line reason } } }"))
        .when()
        .post("/graphql")
        .then()
        .statusCode(200)
        .body("data.import.state", equalTo("COMPLETED"))
        .body("data.import.rejects[0].reason", equalTo("There is no photo 6"));
    given()
        .auth()
        .oauth2(token(Roles.INGESTOR))
        .when()
        .get("/imports/" + id + "/rejects")
        .then()
        .statusCode(200);
    given()
        .auth()
        .oauth2(token(Roles.INGESTOR))
        .contentType("text/csv")
        .body("wrong\n")
        .when()
        .post("/imports/likes")
        .then()
        .statusCode(422)
        .body("code", equalTo("BAD_HEADER"));
    assertThat(OwnerDatabase.rows("select created_at from facts.likes"))
        .containsExactly("2019-03-31 22:00:00+00");
  }

  private static void post(String kind, String file, int inserted) {
    given()
        .auth()
        .oauth2(token(Roles.INGESTOR))
        .contentType("text/csv")
        .body(file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .when()
        .post("/imports/" + kind)
        .then()
        .statusCode(200)
        .body("inserted", equalTo(inserted))
        .body("rejected", equalTo(0));
  }
}
