package io.minigram.insights.contract;

import static io.minigram.insights.testing.Answers.answer;
import static io.minigram.insights.testing.Answers.refusal;
import static io.minigram.workbench.testing.TestUsers.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import graphql.introspection.IntrospectionQuery;
import io.minigram.edge.identity.Roles;
import io.minigram.insights.InsightsTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What one operation may ask for, by default. */
@InsightsTest
class LimitsTest {

  @Test
  void aDocumentHasSoManyTokens() {
    assertThat(answer("{ totals { " + "users ".repeat(4_990) + "} }").path("totals")).isNotEmpty();
    assertThat(refusal("{ totals { " + "users ".repeat(5_000) + "} }")).isEqualTo("TOO_LONG");
  }

  @Test
  void soManyFieldsStandBelowEachOther() {
    assertThat(answer(types(13)).path("__type")).isNotEmpty();
    assertThat(refusal(types(14))).isEqualTo("TOO_DEEP");
  }

  @Test
  void soManyFieldsHaveAnotherName() {
    assertThat(answer("{ " + aliased(60, "__typename") + "}")).hasSize(60);
    assertThat(refusal("{ " + aliased(61, "__typename") + "}")).isEqualTo("TOO_MANY_ALIASES");
  }

  @Test
  void aliasesInAFragmentCountEachTimeThatItIsSpread() {
    var document =
        "{ totals { ...f } x: totals { ...f } } fragment f on Totals { "
            + aliased(30, "users")
            + "}";

    assertThat(refusal(document)).isEqualTo("TOO_MANY_ALIASES");
  }

  @Test
  void anOperationHasSoManyDirectives() {
    var directive = "@include(if: true) ";

    assertThat(answer("{ __typename " + ("... " + directive + "{ __typename } ").repeat(60) + "}"))
        .isNotEmpty();
    assertThat(refusal("{ __typename " + ("... " + directive + "{ __typename } ").repeat(61) + "}"))
        .isEqualTo("TOO_MANY_DIRECTIVES");
  }

  /** 50 lists, each with one page of 100 rows, its edges and nodes and two fields of these. */
  @Test
  void pagesCountAsOftenAsTheyHaveRows() {
    var page = "users(first: %s) { edges { node { id username } } }";
    var fits = IntStream.range(0, 49).mapToObj(i -> "a%d: ".formatted(i) + page.formatted(100));
    var more = IntStream.range(0, 50).mapToObj(i -> "a%d: ".formatted(i) + page.formatted(100));
    var variable =
        IntStream.range(0, 50).mapToObj(i -> "a%d: ".formatted(i) + page.formatted("$n"));

    assertThat(answer("{ " + fits.collect(Collectors.joining(" ")) + " }")).hasSize(49);
    assertThat(refusal("{ " + more.collect(Collectors.joining(" ")) + " }"))
        .isEqualTo("TOO_COMPLEX");
    assertThat(
            refusal(
                "query q($n: Int! = 100) { " + variable.collect(Collectors.joining(" ")) + " }"))
        .isEqualTo("TOO_COMPLEX");
  }

  /** 60 lists of 10, each row with its edge and node and so many fields. */
  @Test
  void aPageCountsAsLargeAsItIsByDefault() {
    var page = "users { edges { node { " + "id ".repeat(31) + "} } }";
    var larger = "users { edges { node { " + "id ".repeat(32) + "} } }";

    assertThat(answer("{ " + aliased(60, page) + "}")).hasSize(60);
    assertThat(refusal("{ " + aliased(60, larger) + "}")).isEqualTo("TOO_COMPLEX");
  }

  @Test
  @Timeout(30)
  void fragmentsInFragmentsAreRefusedFast() {
    var fragments =
        IntStream.range(0, 200)
            .mapToObj(i -> "fragment f%d on Totals { ...f%d ...f%d }".formatted(i, i + 1, i + 1))
            .collect(Collectors.joining(" "));

    assertThat(refusal("{ totals { ...f0 } } " + fragments + " fragment f200 on Totals { users }"))
        .isEqualTo("TOO_COMPLEX");
  }

  @Test
  void toolsMayIntrospect() {
    assertThat(answer(IntrospectionQuery.INTROSPECTION_QUERY).path("__schema")).isNotEmpty();
  }

  @Test
  void whoAcceptsTheTypeOfGraphQLSeesItInTheStatus() {
    ask("{ " + aliased(61, "__typename") + "}", "application/graphql-response+json")
        .statusCode(400)
        .body("errors", hasSize(1))
        .body("errors[0].extensions.code", equalTo("TOO_MANY_ALIASES"))
        .body("data", nullValue());
  }

  private static ValidatableResponse ask(String query, String accept) {
    return given()
        .auth()
        .oauth2(token(Roles.VIEWER))
        .accept(accept)
        .contentType("application/json")
        .body(Map.of("query", query))
        .when()
        .post("/graphql")
        .then();
  }

  /** A type and so many fields in it, each in the one before. */
  private static String types(int depth) {
    return "{ __type(name: \"Query\") { fields { type { "
        + "ofType { ".repeat(depth - 1)
        + "name"
        + " }".repeat(depth - 1)
        + " } } } }";
  }

  private static String aliased(int count, String field) {
    return IntStream.range(0, count)
        .mapToObj(number -> "a%d: %s ".formatted(number, field))
        .collect(Collectors.joining());
  }
}
