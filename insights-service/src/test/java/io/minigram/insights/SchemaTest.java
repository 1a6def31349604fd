package io.minigram.insights;

import static io.restassured.RestAssured.given;

import io.minigram.workbench.testing.SchemaSnapshot;
import org.junit.jupiter.api.Test;

@InsightsTest
class SchemaTest {

  @Test
  void servesTheCommittedSchema() {
    SchemaSnapshot.check(given().when().get("/graphql/schema.graphql").asString());
  }
}
