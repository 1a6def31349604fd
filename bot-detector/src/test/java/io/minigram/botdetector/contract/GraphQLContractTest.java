package io.minigram.botdetector.contract;

import static io.minigram.workbench.testing.TestUsers.token;
import static io.restassured.RestAssured.given;

import io.minigram.botdetector.DetectorTest;
import io.minigram.edge.identity.Roles;
import io.minigram.workbench.testing.SchemaSnapshot;
import org.junit.jupiter.api.Test;

@DetectorTest
class GraphQLContractTest {

  @Test
  void theServedSchemaIsTheCommittedOne() {
    SchemaSnapshot.check(
        given()
            .auth()
            .oauth2(token(Roles.MODERATOR))
            .when()
            .get("/graphql/schema.graphql")
            .asString());
  }
}
