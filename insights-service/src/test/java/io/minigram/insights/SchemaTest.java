package io.minigram.insights;

import static io.minigram.workbench.testing.TestUsers.token;
import static io.restassured.RestAssured.given;

import io.minigram.edge.identity.Roles;
import io.minigram.workbench.testing.SchemaSnapshot;
import org.junit.jupiter.api.Test;

@InsightsTest
class SchemaTest {

  @Test
  void servesTheCommittedSchema() {
    SchemaSnapshot.check(
        given()
            .auth()
            .oauth2(token(Roles.VIEWER))
            .when()
            .get("/graphql/schema.graphql")
            .asString());
  }
}
