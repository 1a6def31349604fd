package io.minigram.insights.contract;

import static io.minigram.workbench.testing.TestUsers.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.minigram.edge.identity.Roles;
import io.minigram.insights.InsightsTest;
import io.minigram.insights.rolling.RollUps;
import io.minigram.insights.testing.SmallNetwork;
import io.minigram.workbench.testing.OwnerDatabase;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who asks again by GET is answered anew only if something is new. */
@InsightsTest
class VersionTagTest {

  @BeforeEach
  void load() {
    SmallNetwork.load();
  }

  @Test
  void anAnswerIsNotSentAgainAsLongAsNothingIsNew() {
    var tag = get(viewer(), "{ totals { likes } }").header("ETag");

    get(viewer().header("If-None-Match", tag), "{ totals { likes } }")
        .then()
        .statusCode(304)
        .header("ETag", tag)
        .body(blankOrNullString());
  }

  @Test
  void itIsSentAgainWhenSomethingIs() {
    var tag = get(viewer(), "{ totals { likes } }").header("ETag");
    OwnerDatabase.execute(
        """
        insert into facts.likes (photo_id, user_id, created_at, batch_id)
        values (13, 4, '2024-12-30 11:00:00Z', 2);
        insert into facts.batch (id, likes) values (2, 1);
        """);
    RollUps.roll();

    get(viewer().header("If-None-Match", tag), "{ totals { likes } }")
        .then()
        .statusCode(200)
        .header("ETag", not(equalTo(tag)))
        .body("data.totals.likes", equalTo(13));
  }

  @Test
  void anErrorHasNoTag() {
    get(viewer(), "{ user(id: \"ann\") { id } }").then().header("ETag", nullValue());
  }

  @Test
  void whatWasKnownOpensNothing() {
    var tag = get(viewer(), "{ totals { likes } }").header("ETag");

    assertThat(get(given().header("If-None-Match", tag), "{ totals { likes } }").statusCode())
        .isEqualTo(401);
  }

  private static RequestSpecification viewer() {
    return given().auth().oauth2(token(Roles.VIEWER));
  }

  private static Response get(RequestSpecification request, String query) {
    return request.queryParam("query", query).when().get("/graphql");
  }
}
