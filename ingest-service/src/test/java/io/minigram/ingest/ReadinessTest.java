package io.minigram.ingest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.minigram.workbench.testing.MiniGramDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = MiniGramDatabase.class,
    initArgs = @ResourceArg(name = "role", value = "INGEST_SERVICE"))
class ReadinessTest {

  @Test
  void readyOnceTheSchemasAreThere() {
    given().when().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
  }
}
