package io.minigram.insights;

import static io.minigram.workbench.testing.TestUsers.token;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.minigram.edge.identity.Roles;
import io.minigram.workbench.testing.OwnerDatabase;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes wrong inside is not told outside. */
@InsightsTest
class MaskedErrorTest {

  @AfterEach
  void giveTheRightBack() {
    OwnerDatabase.execute("grant select on insights.network to insights_service");
  }

  @Test
  void aFailureOfOurOwnShowsNothingOfTheInside() {
    OwnerDatabase.clearRollUps(); // a version at which nothing was answered yet
    OwnerDatabase.execute("revoke select on insights.network from insights_service");

    given()
        .auth()
        .oauth2(token(Roles.VIEWER))
        .contentType("application/json")
        .body(Map.of("query", "{ totals { users } }"))
        .when()
        .post("/graphql")
        .then()
        .body("errors[0].message", equalTo("System error"))
        .body(not(containsString("network")));
  }
}
