package io.minigram.edge.error;

import io.smallrye.graphql.api.ErrorExtensionProvider;
import jakarta.json.Json;
import jakarta.json.JsonValue;

/** Puts the code of a {@link RequestException} into {@code errors[].extensions.code}. */
public final class GraphQLErrorCode implements ErrorExtensionProvider {

  @Override
  public String getKey() {
    return "code";
  }

  @Override
  public JsonValue mapValueFrom(Throwable exception) {
    return Json.createValue(
        exception instanceof RequestException refused ? refused.code().name() : "INTERNAL");
  }
}
