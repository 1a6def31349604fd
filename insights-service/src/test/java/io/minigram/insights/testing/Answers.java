package io.minigram.insights.testing;

import static io.minigram.workbench.testing.TestUsers.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.minigram.edge.identity.Roles;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** Asks the service over HTTP, as any client would. */
public final class Answers {

  // single quotes, for expectations written inside Java strings
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(JsonParser.Feature.ALLOW_SINGLE_QUOTES);
  private static final int DECIMALS = 6;

  private Answers() {}

  /** The data of a query that must succeed; numbers rounded to six decimals. */
  public static JsonNode answer(String query) {
    var response = ask(query);
    assertThat(response.path("errors")).as(response.toString()).isEmpty();
    return rounded(response.path("data"));
  }

  /** What answers are compared with: JSON text, its numbers rounded to six decimals as well. */
  public static JsonNode json(String text) {
    return rounded(parse(text));
  }

  /** The code of the one error that a query must give. */
  public static String refusal(String query) {
    return error(query).path("extensions").path("code").asText();
  }

  /** The one error that a query must give. */
  public static JsonNode error(String query) {
    var response = ask(query);
    assertThat(response.path("errors")).as(response.toString()).hasSize(1);
    return response.path("errors").get(0);
  }

  private static JsonNode ask(String query) {
    return parse(
        given()
            .auth()
            .oauth2(token(Roles.VIEWER))
            .contentType("application/json")
            .body(Map.of("query", query))
            .when()
            .post("/graphql")
            .then()
            .statusCode(200)
            .extract()
            .asString());
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static JsonNode rounded(JsonNode node) {
    if (node.isNumber()) {
      var number =
          new BigDecimal(node.asText())
              .setScale(DECIMALS, RoundingMode.HALF_UP)
              .stripTrailingZeros();
      // 10, not 1E+1
      return DecimalNode.valueOf(number.setScale(Math.max(0, number.scale())));
    }
    if (node.isArray()) {
      var array = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> array.add(rounded(element)));
      return array;
    }
    if (node.isObject()) {
      var object = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(field -> object.set(field.getKey(), rounded(field.getValue())));
      return object;
    }
    return node;
  }
}
