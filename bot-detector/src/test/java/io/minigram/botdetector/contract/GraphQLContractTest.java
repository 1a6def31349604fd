package io.minigram.botdetector.contract;

import io.minigram.botdetector.DetectorTest;
import io.minigram.workbench.testing.SchemaSnapshot;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

@DetectorTest
class GraphQLContractTest {

  @Test
  void theServedSchemaIsTheCommittedOne() {
    SchemaSnapshot.check(RestAssured.get("/graphql/schema.graphql").asString());
  }
}
