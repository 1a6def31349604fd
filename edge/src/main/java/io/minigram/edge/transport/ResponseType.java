package io.minigram.edge.transport;

import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * What an answer of GraphQL is written as. They differ in the status that a document has which
 * cannot be executed: a client that expects plain JSON looks for its errors in a 200.
 */
public enum ResponseType {
  /** GraphQL over HTTP's own: the status says whether there are data. */
  GRAPHQL("graphql-response+json"),
  JSON("json");

  private static final String APPLICATION = "application";
  private static final String ANY = "*";

  private final String subtype;

  ResponseType(String subtype) {
    this.subtype = subtype;
  }

  /** As it stands in the header {@code Content-Type}. */
  public String header() {
    return APPLICATION + "/" + subtype + "; charset=utf-8";
  }

  /** What the sender would like best; empty if he takes neither. */
  public static Optional<ResponseType> of(RoutingContext request) {
    if (request.request().getHeader("Accept") == null) {
      return Optional.of(JSON);
    }
    return request.parsedHeaders().accept().stream()
        .filter(accepted -> accepted.weight() > 0)
        .map(ResponseType::of)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<ResponseType> of(MIMEHeader accepted) {
    if (!accepted.component().equals(APPLICATION) && !accepted.component().equals(ANY)) {
      return Optional.empty();
    }
    return switch (accepted.subComponent()) {
      case "graphql-response+json" -> Optional.of(GRAPHQL);
      case "json", ANY -> Optional.of(JSON);
      default -> Optional.empty();
    };
  }
}
