package io.minigram.ingest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.minigram.workbench.testing.OwnerDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@IngestTest
class ReadinessTest {

  @AfterEach
  void restoreTheHistory() {
    OwnerDatabase.execute("update facts.flyway_schema_history set success = true");
  }

  @Test
  void isReadyOnlyWithTheSchemaThatItWasWrittenFor() {
    given().when().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));

    OwnerDatabase.execute("update facts.flyway_schema_history set success = false");

    given()
        .when()
        .get("/q/health/ready")
        .then()
        .statusCode(503)
        .body("checks.data.facts", hasItem("version 0, required 4"));
    // a restart would not help
    given().when().get("/q/health/live").then().statusCode(200);
  }
}
