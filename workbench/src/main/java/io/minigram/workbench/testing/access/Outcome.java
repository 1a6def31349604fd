package io.minigram.workbench.testing.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;

/** What access control made of a call. */
enum Outcome {
  /** The caller got through; what he asked for may be missing all the same. */
  ALLOWED,
  /** The caller is known, and has no role for this. */
  FORBIDDEN,
  /** There was no token, or one that does not count. */
  UNAUTHENTICATED;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Such a call was not valid, or broke the service, and says nothing about access. */
  private static final Set<String> USELESS = Set.of("BAD_QUERY", "BAD_ARGUMENT", "INTERNAL");

  private static final int FIRST_SERVER_ERROR = 500;

  /**
   * Of an HTTP response.
   *
   * @throws AssertionError if the response is no proper answer
   */
  static Outcome of(HttpResponse<String> response) {
    var outcome = ofStatus(response.statusCode());
    if (outcome == ALLOWED) {
      return isGraphQLAnswer(response) ? ofPayload(json(response.body())) : ALLOWED;
    }
    var body = json(response.body());
    var code = body.at("/errors/0/extensions/code").asText(body.path("code").asText());
    demand(code.equals(outcome.name()), "the code is " + code + " in " + response.body());
    demand(!body.hasNonNull("data"), "a refusal with data: " + response.body());
    demand(
        outcome == FORBIDDEN
            || response.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Bearer"),
        "no WWW-Authenticate");
    return outcome;
  }

  /** Of an HTTP status alone. */
  static Outcome ofStatus(int status) {
    demand(status < FIRST_SERVER_ERROR, "status " + status);
    return switch (status) {
      case 401 -> UNAUTHENTICATED;
      case 403 -> FORBIDDEN;
      default -> ALLOWED;
    };
  }

  /** Of a GraphQL answer: data and errors. */
  static Outcome ofPayload(JsonNode payload) {
    var codes = new TreeSet<String>();
    payload
        .path("errors")
        .forEach(error -> codes.add(error.at("/extensions/code").asText("without a code")));
    demand(codes.stream().noneMatch(USELESS::contains), payload.toString());
    if (codes.contains(UNAUTHENTICATED.name()) || codes.contains(FORBIDDEN.name())) {
      demand(codes.size() == 1, "several codes: " + payload);
      demand(!payload.hasNonNull("data"), "a refusal with data: " + payload);
      return valueOf(codes.first());
    }
    return ALLOWED;
  }

  private static boolean isGraphQLAnswer(HttpResponse<String> response) {
    return response.headers().firstValue("Content-Type").orElse("").contains("json")
        && response.request().uri().getPath().equals("/graphql");
  }

  private static JsonNode json(String text) {
    try {
      var json = JSON.readTree(text);
      return json == null ? MissingNode.getInstance() : json;
    } catch (JsonProcessingException e) {
      throw new AssertionError("This is no JSON: " + text, e);
    }
  }

  private static void demand(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
