package io.minigram.edge.graphql;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import io.quarkus.jsonp.JsonProviderHolder;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.io.StringReader;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Takes a GraphQL request from HTTP, from the body of a POST or the query string of a GET, or from
 * a message of a WebSocket. In the place of a document there can be the id of one that the service
 * knows: {@code documentId}, or as Apollo's clients send it, {@code
 * extensions.persistedQuery.sha256Hash}.
 */
@Singleton
public final class RequestReader {

  private static final JsonReaderFactory READERS =
      JsonProviderHolder.jsonProvider().createReaderFactory(null);

  /** What a request can have, each with the type that it must have. */
  enum Member {
    QUERY("query", ValueType.STRING, "a string"),
    OPERATION_NAME("operationName", ValueType.STRING, "a string"),
    VARIABLES("variables", ValueType.OBJECT, "an object"),
    EXTENSIONS("extensions", ValueType.OBJECT, "an object"),
    DOCUMENT_ID("documentId", ValueType.STRING, "a string");

    final String key;
    private final ValueType type;
    private final String form;

    Member(String key, ValueType type, String form) {
      this.key = key;
      this.type = type;
      this.form = form;
    }
  }

  private final KnownDocuments documents;

  RequestReader(KnownDocuments documents) {
    this.documents = documents;
  }

  /**
   * The request, with its document, and without members that are null and such that nobody knows.
   *
   * @throws RequestException BAD_QUERY if it is none, PERSISTED_QUERY_NOT_FOUND if its document is
   *     not known
   */
  JsonObject read(RoutingContext request) {
    return complete(
        request.request().method().equals(HttpMethod.GET) ? fromQuery(request) : fromBody(request));
  }

  /**
   * The same from an object that was sent as the request.
   *
   * @throws RequestException as of {@link #read(RoutingContext)}
   */
  public JsonObject read(JsonObject given) {
    return complete(members(given));
  }

  private JsonObject complete(Map<Member, JsonValue> members) {
    if (!members.containsKey(Member.QUERY)) {
      var id = id(members).orElseThrow(() -> bad("A request needs a query, or a documentId"));
      members.put(Member.QUERY, JsonProviderHolder.jsonProvider().createValue(documents.text(id)));
    }
    var complete = JsonProviderHolder.jsonProvider().createObjectBuilder();
    members.forEach((member, value) -> complete.add(member.key, value));
    return complete.build();
  }

  private static Optional<String> id(Map<Member, JsonValue> members) {
    if (members.get(Member.DOCUMENT_ID) instanceof JsonString id) {
      return Optional.of(id.getString());
    }
    return members.get(Member.EXTENSIONS) instanceof JsonObject extensions
            && extensions.get("persistedQuery") instanceof JsonObject persisted
            && persisted.get("sha256Hash") instanceof JsonString hash
        ? Optional.of(hash.getString())
        : Optional.empty();
  }

  private static Map<Member, JsonValue> fromBody(RoutingContext request) {
    var body = request.body().asString();
    if (body == null) {
      throw bad("The request has no body");
    }
    return members(object(body, "The body"));
  }

  private static Map<Member, JsonValue> members(JsonObject given) {
    var members = new EnumMap<Member, JsonValue>(Member.class);
    for (var member : Member.values()) {
      var value = given.getOrDefault(member.key, JsonValue.NULL);
      if (value.getValueType() == member.type) {
        members.put(member, value);
      } else if (value != JsonValue.NULL) {
        throw bad(member.key + " must be " + member.form);
      }
    }
    return members;
  }

  private static Map<Member, JsonValue> fromQuery(RoutingContext request) {
    var members = new EnumMap<Member, JsonValue>(Member.class);
    for (var member : Member.values()) {
      var values = request.queryParam(member.key);
      if (values.size() > 1) {
        throw bad(member.key + " is given more than once");
      }
      for (var value : values) {
        members.put(
            member,
            member.type == ValueType.OBJECT
                ? object(value, member.key)
                : JsonProviderHolder.jsonProvider().createValue(value));
      }
    }
    return members;
  }

  private static JsonObject object(String text, String what) {
    try {
      return parse(text);
    } catch (JsonException e) {
      // Line ends inside a string are no JSON, and everybody writes queries so in a shell.
      try {
        return parse(text.replaceAll("[\\n\\r\\t]", " "));
      } catch (JsonException still) {
        throw bad(what + " is not a JSON object");
      }
    }
  }

  private static JsonObject parse(String text) {
    try (var reader = READERS.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private static RequestException bad(String message) {
    return RequestException.of(ErrorCode.BAD_QUERY, message);
  }
}
