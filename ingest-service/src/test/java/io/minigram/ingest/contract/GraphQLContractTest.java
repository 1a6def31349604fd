package io.minigram.ingest.contract;

import io.minigram.ingest.IngestTest;
import io.minigram.workbench.testing.SchemaSnapshot;
import org.junit.jupiter.api.Test;

@IngestTest
class GraphQLContractTest {

  @Test
  void theServedSchemaIsTheCommittedOne() {
    SchemaSnapshot.check(io.restassured.RestAssured.get("/graphql/schema.graphql").asString());
  }
}
