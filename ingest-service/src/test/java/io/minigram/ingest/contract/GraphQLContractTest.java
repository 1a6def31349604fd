package io.minigram.ingest.contract;

import static io.minigram.workbench.testing.TestUsers.token;
import static io.restassured.RestAssured.given;

import io.minigram.edge.identity.Roles;
import io.minigram.ingest.IngestTest;
import io.minigram.workbench.testing.SchemaSnapshot;
import org.junit.jupiter.api.Test;

@IngestTest
class GraphQLContractTest {

  @Test
  void theServedSchemaIsTheCommittedOne() {
    SchemaSnapshot.check(
        given()
            .auth()
            .oauth2(token(Roles.INGESTOR))
            .when()
            .get("/graphql/schema.graphql")
            .asString());
  }
}
